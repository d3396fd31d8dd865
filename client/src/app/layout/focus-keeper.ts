import { useEffect } from 'react';

// Dialogs and screens that find the focus a place of their own come first.
const patienceMs = 120;

/** The element itself and all around it, from the inside out. */
function placesOf(element: Element): readonly Element[] {
  const places: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) places.push(at);
  return places;
}

/** The heading of the innermost place that is still there. */
function headingAbove(places: readonly Element[]): HTMLElement | null {
  for (const place of places) {
    const heading = place.isConnected ? place.querySelector<HTMLElement>('h1, h2, h3') : null;
    if (heading !== null && heading.checkVisibility()) return heading;
  }
  return null;
}

function keepFocus(): () => void {
  let last: Element | null = null;
  let places: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rescue = () => {
    if (last === null || document.activeElement !== document.body) return;
    if (last.isConnected) {
      // A button that worked for a while, and may be pressed again.
      if (last instanceof HTMLElement && !last.matches(':disabled')) last.focus({ preventScroll: true });
      return;
    }
    const heading = headingAbove(places);
    if (heading?.hasAttribute('tabindex') === false) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
  };
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = target;
    // A dialog goes with what is in it; where it was opened from stays.
    if (target.closest('main') !== null) places = placesOf(target);
  };
  const leave = ({ target }: FocusEvent) => {
    queueMicrotask(() => {
      if (target !== last || document.activeElement !== document.body) return;
      // Left for nothing by the reader's own will, if it is still there and could be kept.
      if (last?.isConnected === true && !last.matches(':disabled')) last = null;
    });
  };
  const observer = new MutationObserver(() => {
    if (last === null || document.activeElement !== document.body) return;
    clearTimeout(timer);
    timer = setTimeout(rescue, patienceMs);
  });
  document.addEventListener('focusin', follow);
  document.addEventListener('focusout', leave);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', follow);
    document.removeEventListener('focusout', leave);
  };
}

/**
 * What has the focus may vanish: a button with the act it was for, or anything by the act of somebody else. The
 * heading of where it stood takes the focus then, so that the keyboard goes on from there and not from the top.
 */
export function useFocusKeeper(): void {
  useEffect(keepFocus, []);
}
