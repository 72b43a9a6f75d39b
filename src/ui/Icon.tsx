import type { JSX } from 'preact';

/** A drawing that carries no meaning alone: the word beside it, or the control's label, does. */
export type IconComponent = () => JSX.Element;

/** An icon of one path on a 24-unit field, in the colour of the text around it. */
export function icon(path: string): IconComponent {
  return () => (
    <svg class="ds-icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" clip-rule="evenodd" d={path} />
    </svg>
  );
}
