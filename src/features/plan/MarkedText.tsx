import { useMemo } from 'preact/hooks';
import { messages } from '../../i18n/messages.ts';
import { piecesOf } from '../../state/differences.ts';

/** A text, whole, with what differs from the others underlined, and said to those who listen. */
export function MarkedText({ text, others }: { text: string; others: string[] }) {
  const words = messages.value.two;
  const pieces = useMemo(() => piecesOf(text, others), [text, ...others]);
  return (
    <p class="ff-prose" dir="auto">
      {pieces.map((piece, place) =>
        piece.differs ? (
          <mark key={place} class="ff-differs">
            {/* bdi, so that the direction of the text is its own */}
            <bdi class="ds-sr-only">{words.differs} </bdi>
            {piece.text}
            <bdi class="ds-sr-only"> {words.differsNot}</bdi>
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
