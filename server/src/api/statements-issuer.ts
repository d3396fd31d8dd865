import { issuerSums, type IssuerStatement } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { millis, type OrganisationId } from '@piazza/shared/values';
import { printTables } from '../print/tables.ts';
import {
  issuerAccount,
  issuerPaper,
  issuerRows,
  type Days,
  type IssuerAccount,
  type Names as PaperNames,
} from '../statements/index.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { signedAmount } from './present/payment.ts';
import { organisationProfile } from './present/words.ts';
import { dayMs, daysOver, entriesOf, listingsOf, titlesOf } from './statement-lines.ts';

type Names = 'statements.issuer' | 'statements.issuerPdf' | 'statements.issuerCsv';

/** Lines that the screen shows; the papers have all. */
const shownLines = 200;

interface Read {
  readonly days: Days;
  readonly account: IssuerAccount;
  readonly names: PaperNames;
}

/** What an issuer was called at a moment. @throws Refused not_found */
async function nameAt(context: ApiContext, id: OrganisationId, at: number): Promise<string> {
  const sealed = await context.exchange.read(({ organisations }) => {
    const found = organisations.organisations.get(id);
    return found && (found.earlier.find(({ until }) => at < until)?.profile ?? found.profile);
  });
  if (sealed === undefined) throw new Refused(reject('not_found'));
  return (await organisationProfile(context, sealed)).name;
}

/** Reads only what was written before the end of the days, so that the same days always say the same. */
async function readAccount(
  context: ApiContext,
  organisation: OrganisationId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Read> {
  const days = daysOver(context, from, to);
  const holder = await nameAt(context, organisation, days.until - 1);
  const entries = await entriesOf(context, organisation, days.until);
  const titles = await titlesOf(context, listingsOf(entries));
  return { days, account: issuerAccount(entries, days), names: { holder, account: organisation, titles } };
}

async function view(
  context: ApiContext,
  { params, query }: Call<'statements.issuer'>,
): Promise<IssuerStatement> {
  const { account, names } = await readAccount(context, params.organisationId, query);
  const { openingCents, closingCents, keptBackCents, sums, lines, untouched } = account;
  return {
    opening: signedAmount(openingCents),
    closing: signedAmount(closingCents),
    keptBack: signedAmount(keptBackCents),
    sums: issuerSums.map((kind) => ({ kind, change: signedAmount(sums[kind]) })),
    lines: lines
      .slice(-shownLines)
      .toReversed()
      .map(({ at, kind, change, balance, listing, reference }) => ({
        at: millis(at),
        kind,
        change: signedAmount(change),
        balance: signedAmount(balance),
        title: names.titles.get(listing) ?? '',
        reference,
      })),
    count: lines.length,
    untouched,
  };
}

/** Statements of an issuer's money. */
export const issuerStatementsHandlers = (context: ApiContext): Handlers<Names> => ({
  'statements.issuer': (call) => view(context, call),
  'statements.issuerPdf': async ({ params, query }) => {
    const { language, from, to } = query;
    const { account, names, days } = await readAccount(context, params.organisationId, query);
    const bytes = await printTables(issuerPaper(account, names, days, language), days.until - dayMs);
    return { name: `issuer-statement-${from}-${to}-${language}.pdf`, bytes };
  },
  'statements.issuerCsv': async ({ params, query }) => {
    const { account, names, days } = await readAccount(context, params.organisationId, query);
    return csv(issuerRows(account, names, days));
  },
});
