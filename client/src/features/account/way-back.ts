// Between opening an account and the first sign-in lies a message whose link opens another tab: only what is kept on
// the device finds the way back.
const kept = 'piazza.return';

/** Remembers where somebody wanted to go before they opened an account. */
export function keepWayBack(to: string | undefined): void {
  if (to === undefined) localStorage.removeItem(kept);
  else localStorage.setItem(kept, to);
}

/** Where they wanted to go, once. An address of this site or nothing: whoever reads it parses it again. */
export function takeWayBack(): string | undefined {
  const to = localStorage.getItem(kept) ?? undefined;
  localStorage.removeItem(kept);
  return to;
}
