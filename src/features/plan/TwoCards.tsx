import type { Desk } from '../../state/desk.ts';
import type { ViewRecord } from '../../state/model.ts';
import { twosIn } from '../../state/two.ts';
import { TwoCard } from './TwoCard.tsx';

/** A card for every field of the record that two have changed. */
export function TwoCards({ desk, record }: { desk: Desk; record: ViewRecord }) {
  return (
    <>
      {twosIn(record).map((two) => (
        <TwoCard key={two.field} desk={desk} two={two} />
      ))}
    </>
  );
}
