import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Brings a pane back to where it was scrolled when it was last on the screen. `places` outlives the pane. */
export function useKeptScroll(pane: RefObject<HTMLElement | null>, places: Map<string, number>, key: string): void {
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    element.scrollTop = places.get(key) ?? 0;
    const keep = () => places.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [pane, places, key]);
}
