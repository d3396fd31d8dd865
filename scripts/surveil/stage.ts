import type { ListingId, OrganisationId, PersonId } from '@piazza/shared/values';
import { account, EUR } from '../../server/src/domain/ledger/index.ts';
import type { Calendar, MarketModel } from '../../server/src/domain/market/index.ts';
import type { VenueEvent } from '../../server/src/domain/venue/index.ts';
import { sealed, why } from '../../test/support/domain-cast.ts';
import { beginning, day, hour } from '../../test/support/domain-venue.ts';
import { issueEvents, plan } from '../../test/support/market-venue.ts';
import { below, type Chance } from '../../test/support/market-wishes.ts';
import { Lane, nobodyKnows } from './lane.ts';
import type { SurveillanceParts } from '../../server/src/surveillance/reader.ts';

export interface Stage {
  readonly lane: Lane;
  readonly listing: ListingId;
  readonly issueCents: number;
  readonly investors: readonly PersonId[];
  readonly operator: PersonId;
}

export interface Setting {
  readonly people: number;
  readonly model: Exclude<MarketModel, 'bulletin'>;
  readonly issueCents: number;
  /** Units that each got in the issue, on average. */
  readonly units: number;
  readonly parts?: Partial<SurveillanceParts>;
  /** Accounts that belong to one human being, by their place among the investors. */
  readonly doubles?: readonly (readonly [number, number])[];
}

const listing = 'lst_1' as ListingId;
const operator = 'per_olga' as PersonId;
const broughtCents = 900_000_000;
/** Continuous trading from 10:00 to 17:30 after a call, or a call alone. */
const calendar: Calendar = { sessions: [plan], everyDay: false };

const registered = (person: PersonId, role: 'investor' | 'operator' | 'enterprise'): VenueEvent => ({
  kind: 'people.registered',
  person,
  subject: `vault of ${person}`,
  profile: sealed(person),
  roles: [role],
  at: beginning,
});

/** Money that was there before anybody looked. */
const rich = (person: PersonId): VenueEvent => ({
  kind: 'ledger.posted',
  from: account.outside(EUR),
  to: account.cash(person),
  asset: EUR,
  amount: broughtCents,
  reason: 'release',
  subject: {},
});

/** A market on the eve of its first session: an issue held by many, and everybody with money. */
export function stageOf(chance: Chance, setting: Setting): Stage {
  const { people, model, issueCents, units, parts = {}, doubles = [] } = setting;
  const investors = Array.from({ length: people }, (_, one) => `per_${(one + 10).toString(36)}` as PersonId);
  const enzo = 'per_enzo' as PersonId;
  const holders = investors.map((who) => [who, 1 + below(chance, 2 * units)] as const);
  const facts: VenueEvent[] = [
    { kind: 'venue.opened', mode: 'SIMULATION' },
    registered(enzo, 'enterprise'),
    registered(operator, 'operator'),
    {
      kind: 'organisations.created',
      organisation: 'org_1' as OrganisationId,
      subject: 'vault of org_1',
      profile: sealed('org_1'),
      representative: enzo,
      fictional: true,
      at: beginning,
    },
    ...investors.flatMap((who) => [registered(who, 'investor'), rich(who)]),
    ...doubles.map(([one, other]): VenueEvent => {
      const [natural, person] = [investors[one] as PersonId, investors[other] as PersonId];
      return { kind: 'people.identified', person, natural };
    }),
    ...issueEvents({ listing, facts: { price: issueCents }, holders }),
  ];
  const lane = new Lane(chance, facts, beginning + 9 * hour, { ...nobodyKnows, ...parts });
  const opening = { kind: 'markets.open', listing, model, calendar, reason: why } as const;
  const { refused } = lane.give(operator, opening);
  if (refused !== null) throw new Error(`the market was not opened: ${refused}`);
  return { lane, listing, issueCents, investors, operator };
}

/** Midnight in Rome (winter time) of the n-th day of trading, from 0: the week begins on Tuesday 3 March 2026. */
export function dayOfTrading(n: number): number {
  const sinceMonday = n + 1;
  return beginning - 10 * hour + (Math.floor(sinceMonday / 5) * 7 + (sinceMonday % 5)) * day;
}
