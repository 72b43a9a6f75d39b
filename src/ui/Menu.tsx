import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { moveWithArrows } from './arrow-keys.ts';
import type { IconComponent } from './Icon.tsx';

interface Item {
  label: string;
  lang?: string;
  icon: IconComponent;
  onChoose: () => void;
}

interface Props {
  label: string;
  /** What the button shows. */
  face: ComponentChildren;
  heading: ComponentChildren;
  items: Item[];
}

/** A button that opens a short list of actions. Escape, a choice or a press outside closes it. */
export function Menu({ label, face, heading, items }: Props) {
  const [isOpen, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    holder.current?.querySelector<HTMLElement>('.ff-menu button')?.focus();
    const closeOutside = (event: Event) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', closeOutside);
    addEventListener('focusin', closeOutside);
    return () => {
      removeEventListener('pointerdown', closeOutside);
      removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches here from whatever inside has the focus
    <div class="ff-menu-holder" ref={holder} onKeyDown={closeOnEscape}>
      <button
        class="ff-avatar"
        data-me
        type="button"
        ref={button}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside, which are what one presses
        <div class="ff-menu" onKeyDown={moveWithArrows('button')}>
          <p class="ff-sub">{heading}</p>
          {items.map(({ label: word, lang, icon: Glyph, onChoose }) => (
            <button
              key={word}
              type="button"
              lang={lang}
              onClick={() => {
                setOpen(false);
                onChoose();
              }}
            >
              <Glyph />
              {word}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
