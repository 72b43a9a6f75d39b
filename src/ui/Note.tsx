import type { ComponentChildren } from 'preact';
import type { Tone } from './Chip.tsx';
import type { IconComponent } from './Icon.tsx';

interface Props {
  icon: IconComponent;
  tone: Tone;
  /** Read out when it appears. */
  live?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** One or two sentences to know, with an icon on a tint. */
export function Note({ icon: Glyph, tone, live = false, class: extra = '', children }: Props) {
  return (
    <div class={`ff-note ${extra}`.trim()} data-color={tone} role={live ? 'status' : undefined}>
      <Glyph />
      <div class="ff-grow">{children}</div>
    </div>
  );
}
