import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { printTables } from '../print/tables.ts';
import {
  notePaper,
  statementPaper,
  taxRows,
  tradeOf,
  type Execution,
  type Names as PaperNames,
} from '../statements/index.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { pickPerson } from './present/person.ts';
import { erasedName, personProfile } from './present/words.ts';
import { dayMs, daysOf, daysOver, entriesOf, listingsOf, titlesOf } from './statement-lines.ts';

type Names = 'statements.pdf' | 'statements.commitmentNote' | 'statements.tradeNote' | 'statements.tax';

/** Who somebody was at a moment, and what the issues of their lines are called. */
async function namesOf(
  context: ApiContext,
  person: PersonId,
  at: number,
  listings: ReadonlySet<string>,
): Promise<PaperNames> {
  const sealed = await context.exchange.read((state) => {
    const { profile, earlier } = pickPerson(state, person);
    return earlier.find(({ until }) => at < until)?.profile ?? profile;
  });
  const holder = (await personProfile(context, sealed))?.displayName ?? erasedName;
  return { holder, account: person, titles: await titlesOf(context, listings) };
}

async function statement(context: ApiContext, { caller, query }: Call<'statements.pdf'>) {
  const { from, to, language } = query;
  const days = daysOver(context, from, to);
  const entries = await entriesOf(context, caller.personId, days.until);
  const names = await namesOf(context, caller.personId, days.until - 1, listingsOf(entries));
  const bytes = await printTables(statementPaper(entries, names, days, language), days.until - dayMs);
  return { name: `statement-${from}-${to}-${language}.pdf`, bytes };
}

async function note(
  context: ApiContext,
  person: PersonId,
  done: Execution,
  language: 'it' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const names = await namesOf(context, person, done.at, new Set([done.listing]));
  return printTables(notePaper(done, names, language), done.at);
}

async function commitmentNote(context: ApiContext, call: Call<'statements.commitmentNote'>) {
  const { caller, params, query } = call;
  const { commitmentId } = params;
  const pick = await context.exchange.read((state) => {
    const commitment = state.offers.commitments.get(commitmentId);
    const offer = commitment && state.offers.offers.get(commitment.offer);
    return commitment && offer && { commitment: structuredClone(commitment), offer: structuredClone(offer) };
  });
  if (pick === undefined) throw new Refused(reject('not_found'));
  const { commitment, offer } = pick;
  const settled = commitment.timeline.find(({ step }) => step === 'settled');
  if (settled === undefined || commitment.allottedUnits === 0) throw new Refused(reject('not_executed'));
  const entries = await entriesOf(context, caller.personId, Infinity);
  const about = entries.filter(({ subject }) => subject['commitment'] === commitmentId);
  const taken = (kind: string): number =>
    about.filter((one) => one.kind === kind).reduce((total, { change }) => total - change, 0);
  const done: Execution = {
    side: 'allotment',
    listing: offer.listing,
    reference: commitmentId,
    at: settled.at,
    units: commitment.allottedUnits,
    amountCents: commitment.allottedUnits * offer.terms.price,
    feeCents: taken('fee'),
    vatCents: taken('vat'),
  };
  const bytes = await note(context, caller.personId, done, query.language);
  return { name: `note-${commitmentId}-${query.language}.pdf`, bytes };
}

async function tradeNote(context: ApiContext, { caller, params, query }: Call<'statements.tradeNote'>) {
  const { listingId, trade } = params;
  const entries = await entriesOf(context, caller.personId, Infinity);
  const done = tradeOf(entries, listingId, String(trade));
  if (done === null) throw new Refused(reject('not_found'));
  const bytes = await note(context, caller.personId, done, query.language);
  return { name: `note-${listingId}-${trade}-${query.language}.pdf`, bytes };
}

async function tax(context: ApiContext, { caller, query }: Call<'statements.tax'>): Promise<string> {
  const days = daysOf(`${query.year}-01-01`, `${query.year}-12-31`);
  const entries = await entriesOf(context, caller.personId, days.until);
  const names = await namesOf(context, caller.personId, days.until - 1, listingsOf(entries));
  const allotted = await context.exchange.read(({ offers }) => {
    const own = offers.byInvestor.get(caller.personId) ?? [];
    return new Map<string, number>(
      own.map((id) => {
        const one = offers.commitments.get(id);
        const price = one === undefined ? 0 : (offers.offers.get(one.offer)?.terms.price ?? 0);
        return [id, (one?.allottedUnits ?? 0) * price];
      }),
    );
  });
  return csv(taxRows(entries, names, days, allotted));
}

/** Papers about one's own account. */
export const statementsHandlers = (context: ApiContext): Handlers<Names> => ({
  'statements.pdf': (call) => statement(context, call),
  'statements.commitmentNote': (call) => commitmentNote(context, call),
  'statements.tradeNote': (call) => tradeNote(context, call),
  'statements.tax': (call) => tax(context, call),
});
