import { settings } from '@piazza/shared/policy';
import { millis, type ListingId, type Millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { closedPeriodsOf } from '../../../server/src/domain/duties/index.ts';
import { isInsider } from '../../../server/src/domain/insiders/index.ts';
import { settingOf } from '../../../server/src/domain/settings/index.ts';
import type { VenueState } from '../../../server/src/domain/venue/index.ts';
import { openBatch } from '../../../server/src/kernel/batch.ts';
import type { JournalStore } from '../../../server/src/ports/journal.ts';
import { nothingNoted, notedIn, Notes, type Noted } from '../../../server/src/surveillance/notes.ts';
import { Floor } from '../../../server/src/surveillance/floor.ts';
import { castOf, type Cast } from '../../support/cast.ts';
import { day } from '../../support/draft.ts';
import { decidesReport, enters, filesReport, impactReport } from '../../support/duties.ts';
import { openedMarket } from '../../support/markets.ts';
import { agree } from '../../support/proposals.ts';
import { openVenue, type TestVenue } from '../../support/server.ts';
import type { OpenKit } from '../../support/stores.ts';

interface Heard {
  readonly noted: Noted;
  readonly notes: Notes;
}

/** What the records from the first on tell. */
async function heard(journal: JournalStore, noted = nothingNoted()): Promise<Heard> {
  const floor = new Floor([], { natural: new Map(), markets: [] });
  const notes = new Notes(noted, (person) => floor.naturalOf(person));
  for await (const stored of journal.read(1))
    for (const { events } of openBatch(stored).records)
      for (const event of events) {
        if (event.kind === 'people.identified') floor.identified(event.person, event.natural);
        notes.hear(event);
      }
  return { noted, notes };
}

describe('what surveillance notes of the venue', () => {
  let venue: TestVenue;
  let cast: Cast;
  let journal: JournalStore;
  let listing: ListingId;
  const moments: number[] = [];

  before(async () => {
    const around = (stores: OpenKit): OpenKit => {
      journal = stores.journal;
      return stores;
    };
    venue = await openVenue({ around });
    cast = await castOf(venue);
    listing = await openedMarket(cast);
    await enters(cast, listing, cast.tito.email);
    await enters(cast, listing, null);
    const { dueOn } = await impactReport(cast.olga, listing);
    const due = Date.parse(`${dueOn}T11:00:00Z`);
    const passes = async (to: number): Promise<void> => {
      while (to - venue.venue.exchange.now() > 300 * day) await cast.pass(300 * day);
      await cast.passTo(to);
      moments.push(to);
    };
    moments.push(venue.venue.exchange.now());
    await passes(due - 20 * day);
    await filesReport(cast, listing);
    await decidesReport(cast.olga, listing, false);
    await passes(due - 10 * day);
    await filesReport(cast, listing);
    await decidesReport(cast.olga, listing);
    await passes(due + 10 * day);
    await passes(due + 345 * day);
    const { id: reportId } = await impactReport(cast.olga, listing);
    const ended = { params: { reportId }, body: { reason: 'The figures are in the newspapers' } };
    await cast.olga.api.call('duties.endClosedPeriod', ended);
    await passes(due + 350 * day);
    const records = async (value: number, from?: Millis): Promise<void> => {
      const when = from === undefined ? {} : { from };
      const act = { kind: 'policy_change', setting: 'amlTransactionCents', value, ...when } as const;
      const body = { act, reason: 'To be careful' };
      await agree(cast.oreste, await cast.olga.api.call('approvals.propose', { body }));
    };
    await records(900_000);
    // From a day on that has come when anybody looks.
    await records(800_000, millis(venue.venue.exchange.now() + 3 * day));
    await cast.pass(4 * day);
  });
  after(() => venue.close());

  it('from the records alone is what the state says (SRV-14)', async () => {
    const { noted } = await heard(journal);
    venue.venue.exchange.peek((state) => {
      const said = notedIn(state);
      expect(said.closed.size).to.be.above(2);
      expect(said.listed.get(listing)).to.have.length(2);
      expect(noted).to.deep.equal(said);
    });
  });

  it('is the same when records are heard again that are known (SRV-14)', async () => {
    const known = venue.venue.exchange.peek((state) => structuredClone(notedIn(state)));
    expect((await heard(journal, structuredClone(known))).noted).to.deep.equal(known);
  });

  it('answers as the domain does: who is an insider, when nobody of them trades, what is recorded', async () => {
    const { notes } = await heard(journal);
    const answers = (state: VenueState): void => {
      const { organisation } = state.listings.listings.get(listing)!;
      for (const at of moments) {
        const closed = closedPeriodsOf(state.duties, listing).some(
          ({ from, until }) => at >= from && (until === null || at < until),
        );
        expect(notes.isClosed(listing, at)).to.equal(closed);
        for (const { id } of state.people.people.values())
          expect(notes.isInsider(listing, id, at)).to.equal(
            isInsider(state, { listing, organisation }, id, at as never),
          );
      }
      expect(notes.singleCents()).to.equal(settingOf(state, 'amlTransactionCents')).and.to.equal(800_000);
    };
    venue.venue.exchange.peek(answers);
    expect(moments.map((at) => notes.isClosed(listing, at))).to.include.members([true, false]);
    expect(notes.isInsider(listing, cast.tito.id, moments.at(-1) ?? 0)).to.equal(true);
    expect(notes.isInsider(listing, cast.enzo.id, moments[0] ?? 0)).to.equal(true);
    expect(notes.isInsider(listing, cast.ines.id, moments[0] ?? 0)).to.equal(false);
    expect(Object.keys(settings)).to.include('amlTransactionCents');
  });
});
