import type { ListingId, OfferId, PersonId } from '@piazza/shared/values';
import { proveUnderstanding } from '../../server/src/demo/understanding.ts';
import type { PlaceOrder } from '../../server/src/domain/market/index.ts';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import { pledgedCents } from '../../server/src/domain/offers/index.ts';
import { violations, type VenueCommand } from '../../server/src/domain/venue/index.ts';
import type { Outcome } from '../../server/src/kernel/record.ts';
import type { Sequencer } from '../../server/src/kernel/sequencer.ts';
import { TestClock } from '../../test/support/clock.ts';
import { place, sealed, why } from '../../test/support/domain-cast.ts';
import { day, hour } from '../../test/support/domain-venue.ts';
import { keyed, openOffer, startKernel, type OpenOffer } from '../../test/support/kernel.ts';
import { onboards } from '../../test/support/onboarded.ts';
import type { OpenKit } from '../../test/support/stores.ts';
import { seeded } from '../crash/random.ts';

export interface Contention {
  readonly seed: number;
  readonly rounds: number;
  /** Attempts of one round, all given before any is answered. */
  readonly attempts: number;
}
export interface Contended {
  /** Of the rounds, how many each kind of attempt has won. */
  readonly won: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/** What everybody has, and every attempt wants all of: €1,000. */
const balanceCents = 100_000;
const hours = { preOpenMinute: 0, callMinute: 1, freezeMinute: 2, endMinute: 3, closeMinute: 1_439 };
const everyDay = { sessions: [{ ...hours, weekdays: [1, 2, 3, 4, 5, 6, 7] }], everyDay: true };

interface Ground {
  readonly open: OpenOffer;
  readonly trading: ListingId;
}

/** An investor whose money reached the venue by a bank transfer, with an account to withdraw to. */
async function investor(
  exchange: Sequencer,
  { operators: [operator] }: OpenOffer,
  name: string,
  amountCents = balanceCents,
): Promise<PersonId> {
  const command = {
    kind: 'people.register',
    subject: name,
    profile: sealed(name),
    roles: ['investor'],
  } as const;
  const holder = (await exchange.command(command, 'venue'))['person'] as PersonId;
  await onboards(exchange, holder, operator);
  const told = (one: VenueCommand) => exchange.command(one, 'venue');
  const customer = `cus_${holder}`;
  await told({ kind: 'payments.linkCustomer', holder, customer });
  await told({ kind: 'payments.linkPayee', holder, account: `acct_${holder}` });
  await told({ kind: 'payments.payeeSeen', account: `acct_${holder}`, status: 'ready' });
  const { payment } = await told({
    kind: 'payments.arrived',
    customer,
    transaction: `ccsbtxn_${holder}`,
    amountCents,
  });
  const said = { status: 'succeeded', feeCents: 0, declined: null, final: false } as const;
  const report = { intent: `pi_${holder}`, charge: `py_${holder}`, ...said };
  await told({ kind: 'payments.charged', payment: payment as never, attempt: 1, report });
  return holder;
}

/** An issue in continuous trading, and an offer that stays open. */
async function prepare(exchange: Sequencer, clock: TestClock): Promise<Ground> {
  await exchange.command({ kind: 'venue.open', mode: 'SIMULATION' }, 'venue');
  await exchange.command({ kind: 'payments.use', by: 'stripe' }, 'venue');
  const first = await openOffer(exchange, 0, 2 * day, { transferability: 'free' });
  const owner = await investor(exchange, first, 'owner', 2 * balanceCents);
  await proveUnderstanding({ exchange }, owner, first.offer, 200);
  await exchange.command(place(200, first.offer), owner);
  clock.tick(8 * day);
  const [operator] = first.operators;
  const market = { model: 'continuous', calendar: everyDay, reason: why } as const;
  await exchange.command({ kind: 'markets.open', listing: first.listing, ...market }, operator);
  clock.tick(day + hour);
  const open = await openOffer(exchange, 0, 360 * day);
  return { open, trading: first.listing };
}

const order = (listing: ListingId): PlaceOrder => ({
  kind: 'orders.place',
  listing,
  side: 'buy',
  type: 'limit',
  priceCents: 1_000,
  quantity: balanceCents / 1_000,
  timeInForce: 'gtc',
  lastDay: 0,
  minimumQuantity: 0,
  selfMatch: 'cancel_newest',
});

function attempt(nth: number, offer: OfferId, listing: ListingId): readonly [string, VenueCommand] {
  switch (nth) {
    case 0:
      return ['withdraw', { kind: 'payments.withdraw', amountCents: balanceCents }];
    case 1:
      return ['commit', place(balanceCents / 1_000, offer)];
    default:
      return ['order', order(listing)];
  }
}

/**
 * So many attempts at once to withdraw, commit or spend the whole of one balance, round after round, each with another
 * investor: over the sequencer, its group commits and a journal on disk. Exactly one may win.
 */
export async function contend(kit: OpenKit, { seed, rounds, attempts }: Contention): Promise<Contended> {
  const clock = new TestClock();
  const kernel = await startKernel({ stores: kit, clock });
  const { exchange, state, faults: broken } = kernel;
  const chance = seeded(seed);
  const faults: string[] = [];
  const [won, refused] = [new Map<string, number>(), new Map<string, number>()];
  const count = (of: Map<string, number>, what: string): void => void of.set(what, (of.get(what) ?? 0) + 1);
  const { open, trading } = await prepare(exchange, clock);
  for (let round = 0; round < rounds; round += 1) {
    const who = await investor(exchange, open, `round ${round}`);
    await proveUnderstanding({ exchange }, who, open.offer, balanceCents / 1_000);
    const all = Array.from({ length: attempts }, async (_, one) => {
      const [kind, command] = attempt(Math.floor(chance() * 3), open.offer, trading);
      const outcome = await new Promise<Outcome>((answer) => {
        exchange.submit(command, who, keyed(`${round}.${one}`), answer);
      });
      if ('rejection' in outcome) count(refused, `${kind}: ${outcome.rejection.code}`);
      else count(won, kind);
      return 'result' in outcome;
    });
    const winners = (await Promise.all(all)).filter(Boolean).length;
    if (winners !== 1) faults.push(`round ${round}: ${winners} of ${attempts} have won`);
    const free = available(state.venue.ledger, account.cash(who)) - pledgedCents(state.venue.offers, who);
    if (free !== 0) faults.push(`round ${round}: ${free} cents are left`);
  }
  faults.push(...violations(state.venue), ...broken.map(String));
  await kernel.stop();
  return { won, refused, faults };
}
