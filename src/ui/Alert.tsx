import type { ComponentChildren } from 'preact';

/** What stopped the person: what happened, what is safe, what to do next. Read out at once. */
export function Alert({ children }: { children: ComponentChildren }) {
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      {children}
    </div>
  );
}
