import type { UnclaimedView } from '@piazza/shared/contract';
import { cents, type OrganisationId } from '@piazza/shared/values';
import { isOverdue, type Unclaimed } from '../domain/payments/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import type { Call } from './handler.ts';
import { slicePage } from './paging.ts';
import { organisationName } from './present/words.ts';

const dayMs = 86_400_000;

/** The name of who owes it; empty for the venue itself. */
async function debtorName(context: ApiContext, debtor: Unclaimed['debtor']): Promise<string> {
  const issuer = await context.exchange.read(({ organisations }) =>
    organisations.organisations.get(debtor as OrganisationId),
  );
  return issuer === undefined ? '' : (await organisationName(context, issuer)).name;
}

const reasons: Readonly<Record<string, UnclaimedView['reason']>> = {
  distribution: 'distribution',
  sent_back: 'withdrawal',
  refund: 'refund',
  funding: 'funding',
};

/** What it was about, by the ids that it came with. */
const aboutOf = ({ listing, payment, outgoing, refund }: Unclaimed['subject']): string =>
  [listing, refund ?? outgoing, payment && (listing === undefined ? payment : `#${payment}`)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');

/** Overdue payments to holders that are owed to people who have been erased, too. */
const pickOwing = ({ payments, people }: VenueState) =>
  [...payments.distributions.values()].filter(isOverdue).flatMap((one) => {
    const { listing, number, organisation, recordedAt, holders } = one;
    const gone = (holders ?? []).filter(([person]) => people.people.get(person)?.erasure);
    if (gone.length === 0 || recordedAt === null) return [];
    return [{ listingId: listing, number, organisation, since: recordedAt, people: gone.length }];
  });

/** Money that came for people who have been erased, with its age. */
export async function unclaimed(context: ApiContext, { query }: Call<'payments.unclaimed'>) {
  const now = context.exchange.now();
  const { rows, next, total, owing } = await context.exchange.read((state) => {
    const all = state.payments.unclaimed.map((one, at) => ({ one, number: at + 1 }));
    const page = slicePage(all, query);
    const sum = all.reduce((so, { one }) => so + one.cents, 0);
    return structuredClone({ rows: page.items, next: page.next, total: sum, owing: pickOwing(state) });
  });
  const items = rows.map(async ({ one, number }): Promise<UnclaimedView> => ({
    number,
    debtor: await debtorName(context, one.debtor),
    holder: one.holder,
    amount: cents(one.cents),
    reason: reasons[one.reason] ?? 'other',
    about: aboutOf(one.subject),
    since: one.at,
    days: Math.max(0, Math.floor((now - one.at) / dayMs)),
  }));
  const owed = owing.map(async ({ organisation, ...rest }) => ({
    ...rest,
    issuer: await debtorName(context, organisation),
  }));
  return { items: await Promise.all(items), next, total: cents(total), owing: await Promise.all(owed) };
}
