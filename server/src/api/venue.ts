import { reject } from '@piazza/shared/rejections';
import type { Venue } from '@piazza/shared/contract';
import { millis } from '@piazza/shared/values';
import { dealFlowStream, totalsOf } from '../projections/deal-flow.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { defaultPage } from './paging.ts';
import { presentDealFlow, presentTotals } from './present/deal-flow.ts';
import { moneyOf } from './present/payment.ts';
import { pickPerson } from './present/person.ts';

/** Id of a mail: when it was sent, and a few random characters. */
const mailCursor = /^[0-9]{15}-[A-Za-z0-9_-]{12}$/;

type Names = 'venue.read' | 'dealFlow.read' | 'desk.advanceClock' | 'desk.mail';

async function presentVenue(context: ApiContext): Promise<Venue> {
  const { house, now } = await context.exchange.read((state) => ({
    house: state.house,
    now: context.exchange.now(),
  }));
  return {
    name: 'Piazza',
    mode: house.mode ?? 'SIMULATION',
    now: millis(now),
    clockOffsetMs: house.clockOffsetMs,
    payments: moneyOf(context),
    ...context.demo(),
  };
}

async function readDealFlow(context: ApiContext, query: Call<'dealFlow.read'>['query']) {
  await context.historySettled();
  const limit = query.limit ?? defaultPage;
  const { after, before } = query;
  const range = after === undefined ? (before === undefined ? {} : { before }) : { after };
  const entries = await context.history.page(dealFlowStream, { ...range, limit });
  // The place first, then the figures: what follows the place brings figures that are newer than these.
  const newest = await context.history.length(dealFlowStream);
  const figures = await context.exchange.read(totalsOf);
  return { items: await presentDealFlow(context, entries), totals: presentTotals(newest, figures) };
}

export const venueHandlers = (context: ApiContext): Handlers<Names> => ({
  'venue.read': () => presentVenue(context),
  'dealFlow.read': ({ query }) => readDealFlow(context, query),
  'desk.advanceClock': async ({ caller, body, key }) => {
    const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const reason = await context.vault.seal(subject, { reason: body.reason });
    await context.exchange.command(
      { kind: 'venue.advanceClock', byMs: body.byMs, reason },
      caller.personId,
      key,
    );
    return presentVenue(context);
  },
  'desk.mail': async ({ query }) => {
    const mode = await context.exchange.read((state) => state.house.mode);
    if (mode !== 'SIMULATION') throw new Refused(reject('simulation_only'));
    if (query.cursor !== undefined && !mailCursor.test(query.cursor))
      throw new Refused(reject('malformed_request', { fields: ['query.cursor'] }));
    return context.outbox(query.cursor, query.limit ?? defaultPage);
  },
});
