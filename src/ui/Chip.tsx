import type { ComponentChildren } from 'preact';
import type { IconComponent } from './Icon.tsx';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** A state as shape and word. Never a date or a count. */
export function Chip({
  icon: Glyph,
  tone,
  children,
}: {
  icon: IconComponent;
  tone: Tone;
  children: ComponentChildren;
}) {
  return (
    <span class="ff-chip" data-color={tone}>
      <Glyph />
      {children}
    </span>
  );
}
