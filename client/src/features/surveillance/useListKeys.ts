import { useEffect } from 'react';

const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  localStorage.getItem('piazza.desk.keys') === 'off' ||
  document.querySelector('[role=dialog]') !== null ||
  (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null);

/** j and k move the focus between the alerts; Enter follows the link that has it. Turned off with the keys of the desk. */
export function useListKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTaken(event) || (event.key !== 'j' && event.key !== 'k')) return;
      const all = [...document.querySelectorAll<HTMLElement>('main [data-alert]')];
      const row = document.activeElement?.closest('tr');
      const at = all.findIndex((one) => row?.contains(one) ?? false);
      const next = event.key === 'j' ? (all[at + 1] ?? all.at(-1)) : all[Math.max(0, at - 1)];
      next?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
