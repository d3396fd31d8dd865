import { cents, formatAmount, units, type PersonId } from '@piazza/shared/values';
import type { StatementLine, Wallet } from '@piazza/shared/contract';
import { account, available, EUR, held } from '../domain/ledger/index.ts';
import { pledgedCents } from '../domain/offers/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { statementStream, type StatementEntry } from '../projections/statement.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import type { Handlers } from './handler.ts';
import { historyPage } from './paging.ts';
import { pickListing } from './present/listing.ts';
import { listingTexts, organisationName } from './present/words.ts';

type Names = 'wallet.read' | 'wallet.topUp' | 'wallet.statement' | 'wallet.statementCsv' | 'holdings.mine';

const pickWallet = (state: VenueState, person: PersonId): Wallet => ({
  available: cents(available(state.ledger, account.cash(person))),
  held: cents(held(state.ledger, account.cash(person))),
  pledged: cents(pledgedCents(state.offers, person)),
});

const inAsset = (asset: string, value: number): string =>
  asset === EUR ? formatAmount(cents(value)) : String(value);

const presentLine = (entry: StatementEntry): StatementLine => ({
  id: entry.id,
  at: entry.at as StatementLine['at'],
  kind: entry.kind,
  asset: entry.asset,
  change: inAsset(entry.asset, entry.change),
  balance: inAsset(entry.asset, entry.balance),
  subject: { ...entry.subject },
});

async function wholeStatement(context: ApiContext, person: PersonId): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  for (let after = 0; ;) {
    const entries = await context.history.page(statementStream(person), { after, limit: 500 });
    lines.push(...entries.map((entry) => presentLine(entry.value as StatementEntry)));
    const last = entries.at(-1);
    if (last === undefined || entries.length < 500) return lines;
    after = last.index;
  }
}

function pickHoldings(state: VenueState, person: PersonId) {
  return [...state.register.holders].flatMap(([listing, holders]) => {
    const holding = holders.get(person);
    if (holding === undefined) return [];
    const total = [...holders.values()].reduce((sum, one) => sum + one.units, 0);
    return [
      {
        pick: pickListing(state, listing),
        holding,
        sharePerMille: Math.round((holding.units * 1000) / total),
      },
    ];
  });
}

export const walletHandlers = (context: ApiContext): Handlers<Names> => ({
  'wallet.read': ({ caller }) => context.exchange.read((state) => pickWallet(state, caller.personId)),
  'wallet.topUp': async ({ caller, body, key }) => {
    await context.exchange.command({ kind: 'wallet.topUp', amountCents: body.amount }, caller.personId, key);
    return context.exchange.read((state) => pickWallet(state, caller.personId));
  },
  'wallet.statement': async ({ caller, query }) => {
    await context.historySettled();
    const page = await historyPage<StatementEntry>(context.history, statementStream(caller.personId), query);
    return { items: page.items.map(presentLine), next: page.next };
  },
  'wallet.statementCsv': async ({ caller }) => {
    await context.historySettled();
    const lines = await wholeStatement(context, caller.personId);
    const subjects = ['offer', 'commitment', 'listing', 'order', 'trade'];
    const header = ['id', 'at', 'kind', 'asset', 'change', 'balance', ...subjects];
    const rows = lines.map((line) => [
      line.id,
      new Date(line.at).toISOString(),
      line.kind,
      line.asset,
      line.change,
      line.balance,
      ...subjects.map((name) => line.subject[name] ?? ''),
    ]);
    return csv([header, ...rows]);
  },
  'holdings.mine': async ({ caller }) => {
    const holdings = await context.exchange.read((state) => pickHoldings(state, caller.personId));
    const items = holdings.map(async ({ pick, holding, sharePerMille }) => ({
      listingId: pick.listing.id,
      title: (await listingTexts(context, pick.listing.content.texts)).title,
      organisationName: (await organisationName(context, pick.organisation)).name,
      instrument: pick.listing.content.facts.instrument ?? '',
      units: units(holding.units),
      cost: cents(holding.costCents),
      sharePerMille,
      since: holding.since,
    }));
    return { items: await Promise.all(items) };
  },
});
