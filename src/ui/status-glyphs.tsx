import type { JSX } from 'preact';
import type { IconComponent } from './Icon.tsx';

const ring = { cx: 12, cy: 12, r: 8.5, fill: 'none', stroke: 'currentColor', 'stroke-width': 2.2 };

function glyph(drawing: () => JSX.Element): IconComponent {
  return () => (
    <svg class="ds-icon" viewBox="0 0 24 24" aria-hidden="true">
      {drawing()}
    </svg>
  );
}

// The glyph fills as the work does.
export const SuggestedGlyph = /* @__PURE__ */ glyph(() => <circle {...ring} stroke-dasharray="3.2 3.47" />);
export const PlannedGlyph = /* @__PURE__ */ glyph(() => <circle {...ring} />);
export const OngoingGlyph = /* @__PURE__ */ glyph(() => (
  <>
    <circle {...ring} />
    <path d="M12 6.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
  </>
));
export const DoneGlyph = /* @__PURE__ */ glyph(() => (
  <>
    <circle cx="12" cy="12" r="9.5" fill="currentColor" />
    <path
      d="m7.8 12.3 2.8 2.9 5.6-6.2"
      fill="none"
      stroke="var(--ds-color-neutral-surface-default)"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </>
));
export const EndedGlyph = /* @__PURE__ */ glyph(() => (
  <>
    <circle {...ring} />
    <path d="M8 12h8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
  </>
));
