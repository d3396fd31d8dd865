import { useEffect, useState } from 'react';

const remembered = 'piazza.desk.keys';

interface QueueKeys {
  /** The single keys can be turned off, for those whose tools use them otherwise (WCAG 2.1.4). */
  readonly on: boolean;
  readonly setOn: (on: boolean) => void;
}

interface Acts {
  readonly assign: (object: string) => void;
  readonly help: () => void;
}

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [data-item]')];

/** The item that has the focus, or whose row has it. */
function current(): HTMLElement | undefined {
  const row = document.activeElement?.closest('tr');
  return items().find((item) => row?.contains(item) ?? false);
}

/** Moves the focus, so that a screen reader reads where one is. */
function move(by: 1 | -1): void {
  const all = items();
  const at = all.findIndex((item) => item === current());
  const next = at === -1 ? all.at(by === 1 ? 0 : -1) : all[at + by];
  next?.focus();
}

/** Whether the key is somebody's who writes, chooses or speaks to a dialog. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector('[role=dialog]') !== null ||
  (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null);

/** j, k, a and ? on the page of the queue; Enter follows the link that has the focus, as everywhere. */
export function useQueueKeys({ assign, help }: Acts): QueueKeys {
  const [on, setOn] = useState(() => localStorage.getItem(remembered) !== 'off');
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const object = current()?.dataset['item'];
      if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === 'a' && object !== undefined) assign(object);
      else if (event.key === '?') help();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, assign, help]);
  const remember = (wanted: boolean) => {
    localStorage.setItem(remembered, wanted ? 'on' : 'off');
    setOn(wanted);
  };
  return { on, setOn: remember };
}
