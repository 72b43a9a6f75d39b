import type { Tone } from './Chip.tsx';
import type { IconComponent } from './Icon.tsx';

/** An icon in a tile at the head of a part. */
export function Tile({ icon: Glyph, tone = 'neutral' }: { icon: IconComponent; tone?: Tone }) {
  return (
    <span class="ff-tile" data-color={tone}>
      <Glyph />
    </span>
  );
}
