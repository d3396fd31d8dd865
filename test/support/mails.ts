import type { Cast } from './cast.ts';

/** The token in the newest mail to that address, read at the operators' desk. @throws Error when there is none */
export async function mailedToken({ olga }: Cast, to: string): Promise<string> {
  const { items } = await olga.api.call('desk.mail', { query: { limit: 100 } });
  const token = items
    .filter((mail) => mail.to === to)
    .map(({ text }) => /token=([\w-]{43})/.exec(text)?.[1])
    .find((one) => one !== undefined);
  if (token === undefined) throw new Error(`no link was mailed to ${to}`);
  return token;
}
