/** Passkeys in this browser. The library is fetched when one is first wanted. */
const browser = () => import('@simplewebauthn/browser');

/** Whether passkeys can work here: they belong to names, never to numbers, and need an origin that is safe. */
export const passkeysWork = (): boolean =>
  'credentials' in navigator &&
  'PublicKeyCredential' in globalThis &&
  !/^[\d.]+$|^\[/.test(location.hostname);

/** Has the browser make a passkey. @returns its answer as JSON. @throws when the person or the browser declines. */
export async function makePasskey(options: string): Promise<string> {
  const { startRegistration } = await browser();
  return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) as never }));
}

/** Asks the browser for a passkey. @returns its answer as JSON. @throws when the person or the browser declines. */
export async function showPasskey(options: string): Promise<string> {
  const { startAuthentication } = await browser();
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) as never }));
}
