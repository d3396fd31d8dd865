import type { Cast } from './cast.ts';
import { waitFor } from './wait.ts';

/** The token in the newest mail to that address, read at the operators' desk. @throws Error when there is none */
export async function mailedToken({ olga }: Cast, to: string): Promise<string> {
  return waitFor(`a link mailed to ${to}`, async () => {
    const { items } = await olga.api.call('desk.mail', { query: { limit: 100 } });
    return items
      .filter((mail) => mail.to === to)
      .map(({ text }) => /token=([\w-]{43})/.exec(text)?.[1])
      .find((one) => one !== undefined);
  });
}
