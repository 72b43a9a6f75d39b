import type { Area } from '../../domain/areas.ts';
import { type MeasureStatus, measureStatuses } from '../../domain/records/measure.ts';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconComponent } from '../../ui/Icon.tsx';
import { BusIcon, HeartIcon, LanguageIcon, NetworkIcon, SchoolIcon, WorkIcon } from '../../ui/icons.tsx';
import { DoneGlyph, EndedGlyph, OngoingGlyph, PlannedGlyph, SuggestedGlyph } from '../../ui/status-glyphs.tsx';

export const areaIcons: Record<Area, IconComponent> = {
  language: LanguageIcon,
  education: SchoolIcon,
  work: WorkIcon,
  transport: BusIcon,
  network: NetworkIcon,
  health: HeartIcon,
};

/** Shape and colour of a status; the word always stands beside. */
export const statusLooks: Record<MeasureStatus, { icon: IconComponent; tone: Tone }> = {
  suggested: { icon: SuggestedGlyph, tone: 'neutral' },
  planned: { icon: PlannedGlyph, tone: 'neutral' },
  ongoing: { icon: OngoingGlyph, tone: 'accent' },
  done: { icon: DoneGlyph, tone: 'success' },
  ended: { icon: EndedGlyph, tone: 'neutral' },
};

export const statusesInOrder: readonly MeasureStatus[] = measureStatuses;
