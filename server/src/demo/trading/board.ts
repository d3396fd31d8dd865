import type { PersonId, Units } from '@piazza/shared/values';
import { levelAtOrBelow, priceOfLevel } from '../../domain/market/index.ts';
import { account, available } from '../../domain/ledger/index.ts';
import type { Issue } from '../admission.ts';
import type { Chance } from '../chance.ts';
import type { Days } from '../chapters.ts';
import type { Teller } from '../story.ts';

const DAY_MS = 86_400_000;

interface Note {
  readonly side: 'buy' | 'sell';
  readonly quantity: number;
  readonly note: string;
}

const notes: readonly Note[] = [
  {
    side: 'buy',
    quantity: 15,
    note: 'Vorrei qualche quota per mia nipote, che al cinema ci lavora la domenica.',
  },
  { side: 'sell', quantity: 5, note: 'Mi trasferisco fuori provincia; cedo volentieri a chi resta.' },
  { side: 'buy', quantity: 40, note: 'Our food co-op would like to hold a little more. Happy to talk.' },
];
const answer = 'Buongiorno, mi interessa: ne parliamo con calma e chiediamo insieme il consenso.';

/** Writes a few posts and an answer into the script. */
export function tellBoard(
  teller: Teller,
  issue: Issue,
  priceCents: number,
  from: Days,
  chance: Chance,
): void {
  const { venue, company, script, now } = teller;
  const price = priceOfLevel(levelAtOrBelow(priceCents));
  const holders = (): PersonId[] =>
    venue.exchange.peek(({ ledger }) =>
      company.crowd
        .map(({ id }) => id)
        .filter((id) => available(ledger, account.units(issue.listingId, id)) >= 5),
    );
  for (const [index, { side, quantity, note }] of notes.entries()) {
    const at = now + (from + 0.3 + 0.7 * index) * DAY_MS;
    script.add(Math.floor(at), async () => {
      const author = side === 'sell' ? holders()[0] : chance.pick(company.crowd).id;
      if (author === undefined) return;
      const { id } = await venue.voices(author)('board.post', {
        params: { listingId: issue.listingId },
        body: { side, quantity: quantity as Units, price, note, sharesContact: true },
      });
      if (index !== 1) return;
      const body = { message: answer, sharesContact: true } as const;
      await venue.voices(company.shown.retail)('board.reply', { params: { postId: id }, body });
    });
  }
}
