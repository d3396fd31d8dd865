import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, type DisclosureId, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { FiledSheet } from '../../../../server/src/domain/listings/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import * as by from '../../../support/domain-cast.ts';
import { cast, cmt, lst, ofr, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import {
  does,
  funded,
  given,
  inTurn,
  listingIn,
  live,
  offerIn,
  passes,
  wallet,
} from '../../../support/given.ts';

const dis = (n: number): DisclosureId => `dis_${n}` as DisclosureId;
const sheetOf = (contentHash: string, pages = 2): FiledSheet => ({
  sealed: by.sealed('sheet'),
  pages,
  linesOver: 0,
  contentHash,
  filedAt: beginning,
});
interface Changes {
  readonly pages?: number;
  readonly basedOn?: string;
  readonly gaps?: readonly string[];
  readonly price?: number;
}
const filing = ({ pages = 2, basedOn = 'version 1', gaps = [], price }: Changes = {}) => ({
  content: by.content(price === undefined ? {} : { price }, 'version 2', gaps),
  sheet: sheetOf('version 2', pages),
  words: why,
  basedOn,
});
const file = (changes?: Changes): VenueCommand => ({
  kind: 'disclosures.file',
  offer: ofr(1),
  ...filing(changes),
});
const correct = (changes?: Changes): VenueCommand => ({
  kind: 'disclosures.correct',
  disclosure: dis(1),
  ...filing(changes),
});
const signal = (suspend = false): VenueCommand => ({
  kind: 'disclosures.signal',
  offer: ofr(1),
  words: why,
  suspend,
});
const decide = (accept = true, contentHash = 'version 2'): VenueCommand => ({
  kind: 'disclosures.decide',
  disclosure: dis(1),
  accept,
  contentHash,
  words: why,
});
const dismiss: VenueCommand = { kind: 'disclosures.dismiss', disclosure: dis(1), words: why };
const withdraw: VenueCommand = { kind: 'disclosures.withdraw', disclosure: dis(1) };
const filed = inTurn(offerIn('open'), does(cast.enzo, file()));
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;
const ines = (venue: DomainVenue) => venue.state.offers.commitments.get(cmt(1))!;

describe('DSC-1: a material change', () => {
  it('is filed by the issuer alone, on an offer that runs', () => {
    given(offerIn('open')).when(cast.elsa, file()).refuses('not_allowed');
    given(offerIn('open')).when(cast.olga, file()).refuses('not_allowed');
    given(offerIn('funded')).when(cast.enzo, file()).refuses('offer_over', { status: 'funded' });
    given(listingIn('approved')).when(cast.enzo, file()).refuses('not_found');
    for (const status of ['open', 'closing'] as const)
      given(offerIn(status)).when(cast.enzo, file()).accepts();
  });
  it('changes no price, rests on what stands, leaves no gap and fits its pages', () => {
    const refusals = [
      [{ price: 1_200 }, 'content_changed'],
      [{ basedOn: 'version 0' }, 'content_changed'],
      [{ gaps: ['texts.risks'] }, 'prospectus_incomplete'],
      [{ pages: policy.kiisPages + 1 }, 'kiis_too_long'],
    ] as const;
    for (const [changes, code] of refusals)
      given(offerIn('open')).when(cast.enzo, file(changes)).refuses(code);
    given(offerIn('open'))
      .when(cast.enzo, file({ pages: policy.kiisPages }))
      .accepts();
  });
  it('waits alone: a second is refused until it is decided or taken back', () => {
    given(filed).when(cast.enzo, file()).refuses('disclosure_open');
    given(filed, does(cast.enzo, withdraw)).when(cast.enzo, file()).accepts();
    given(filed, does(cast.olga, decide(false)))
      .when(cast.enzo, file())
      .accepts();
    given(filed, does(cast.enzo, withdraw)).when(cast.olga, decide()).refuses('illegal_state');
  });
  it('takes effect only when an operator without a stake accepts exactly what was filed', () => {
    given(filed).when(cast.olga, decide(true, 'version 3')).refuses('content_changed');
    given(filed).when(cast.enzo, decide()).refuses('not_allowed');
    const refused = given(filed).when(cast.olga, decide(false)).accepts();
    expect(refused.state.listings.listings.get(lst(1))!.content.contentHash).to.equal('version 1');
    expect(refused.state.schedule.timers.has('tell:dis_1:changed:0')).to.equal(false);
    const accepted = given(filed).when(cast.olga, decide()).accepts();
    const listing = accepted.state.listings.listings.get(lst(1))!;
    expect(listing.content.contentHash).to.equal('version 2');
    expect(listing.sheets.at(-1)).to.include({ disclosure: dis(1), inForceSince: accepted.now });
    given(filed, does(cast.olga, decide())).when(cast.oreste, decide()).refuses('illegal_state');
  });
});

describe('DSC-2: the right to revoke begins anew', () => {
  const changed = inTurn(filed, does(cast.olga, decide()), passes(0));
  it('until the end of the fourth day in Rome, for pledges and for what was captured', () => {
    const { venue } = given(changed);
    const until = endOfRomeDay(venue.now, policy.reflectionDays);
    for (const id of [cmt(1), cmt(2)])
      expect(venue.state.offers.commitments.get(id)).to.deep.include({
        reflectionEndsAt: until,
        renewal: { why: 'changed', disclosure: dis(1), at: venue.now },
      });
    expect(venue.state.schedule.timers.get(`capture:${cmt(1)}`)?.dueAt).to.equal(until);
  });
  it('gives what was captured back at once, and takes it out of what the offer holds', () => {
    const { venue } = given(changed);
    const before = wallet(venue, cast.sofia);
    const held = offerOf(venue).capturedCents;
    does(cast.sofia, by.revoke(cmt(2)))(venue);
    expect(wallet(venue, cast.sofia)).to.deep.equal({
      available: before.available + 100_000,
      held: before.held - 100_000,
    });
    expect(offerOf(venue).capturedCents).to.equal(held - 100_000);
  });
  it('ends to the millisecond', () => {
    const early = inTurn(
      funded(500_000),
      live(),
      does(cast.ines, by.place(100)),
      does(cast.sofia, by.place(100)),
      does(cast.enzo, file()),
      does(cast.olga, decide()),
      passes(0),
    );
    const until = endOfRomeDay(given(early).venue.now, policy.reflectionDays);
    const last = given(early, (one) => one.passTo(until - 1));
    last.when(cast.sofia, by.revoke(cmt(2))).accepts();
    const over = given(early, (one) => one.passTo(until));
    over.when(cast.sofia, by.revoke(cmt(2))).refuses('reflection_ended');
    expect(ines(over.venue).status).to.equal('captured');
  });
  it('is nobody’s who committed without a change', () => {
    given(offerIn('open'))
      .when(cast.sofia, by.revoke(cmt(2)))
      .refuses('reflection_ended');
  });
  it('moves the decision of an offer that has closed', () => {
    const { venue } = given(
      offerIn('closing'),
      does(cast.enzo, file()),
      does(cast.olga, decide()),
      passes(0),
    );
    const until = endOfRomeDay(venue.now, policy.reflectionDays);
    expect(offerOf(venue).decisionAt).to.equal(until);
    venue.passTo(until - 1);
    expect(offerOf(venue).status).to.equal('closing');
    venue.passTo(until);
    expect(offerOf(venue).status).to.equal('funded');
  });
});

describe('DSC-3 and DSC-4: a defect', () => {
  const signalled = inTurn(offerIn('open'), does(cast.olga, signal()));
  const suspended = inTurn(offerIn('open'), does(cast.olga, signal(true)), passes(0));

  it('is signalled by an operator without a stake, one at a time', () => {
    given(offerIn('open')).when(cast.enzo, signal()).refuses('not_allowed');
    given(signalled).when(cast.oreste, signal()).refuses('disclosure_open');
    given(offerIn('failed')).when(cast.olga, signal()).refuses('offer_over');
  });
  it('suspends the offer when its time is over, not a millisecond before', () => {
    const { venue } = given(signalled);
    venue.passTo(venue.now + policy.defectCorrectionMs - 1);
    expect(offerOf(venue).suspension).to.equal(null);
    venue.passTo(venue.now + 1);
    expect(offerOf(venue).suspension).to.include({ disclosure: dis(1), since: venue.now });
  });
  it('suspends nothing while a correction waits, and at once when that is refused or taken back too late', () => {
    const late = inTurn(signalled, does(cast.enzo, correct()), passes(policy.defectCorrectionMs));
    expect(offerOf(given(late).venue).suspension).to.equal(null);
    for (const [who, command] of [
      [cast.olga, decide(false)],
      [cast.enzo, withdraw],
    ] as const)
      expect(offerOf(given(late, does(who, command)).venue).suspension).to.not.equal(null);
  });
  it('lets nobody commit, nothing be captured and all revoke while it lasts', () => {
    given(suspended, funded(500_000)).when(cast.ivo, by.place(100)).refuses('offer_suspended');
    const { venue, when } = given(suspended, passes(10 * day));
    expect(ines(venue)).to.include({ status: 'pledged' });
    when(cast.sofia, by.revoke(cmt(2))).accepts();
  });
  it('cancels the offer after thirty days: everything comes back, nothing is captured or decided first', () => {
    const { venue } = given(suspended);
    const free = [cast.ines, cast.sofia].map((who) => {
      const { available, held } = wallet(venue, who);
      return available + held;
    });
    venue.passTo(venue.now + policy.suspensionMs - 1);
    expect(offerOf(venue).status).to.equal('closing');
    venue.passTo(venue.now + 1);
    expect(offerOf(venue).status).to.equal('cancelled');
    expect([cast.ines, cast.sofia].map((who) => wallet(venue, who))).to.deep.equal(
      free.map((available) => ({ available, held: 0 })),
    );
    expect(venue.state.disclosures.disclosures.get(dis(1))?.status).to.equal('cancelled');
    expect(
      venue.journal.some(
        (event) =>
          event.kind === 'commitments.moved' && event.to === 'captured' && event.commitment === cmt(1),
      ),
    ).to.equal(false);
    expect([...venue.state.schedule.timers.keys()].filter((id) => id.includes('ofr_1'))).to.deep.equal([]);
  });
  it('is corrected by an accepted correction: the offer goes on, all may revoke anew', () => {
    const { venue } = given(suspended, does(cast.enzo, correct()), does(cast.olga, decide()), passes(0));
    expect(offerOf(venue)).to.include({ suspension: null, status: 'open' });
    expect(ines(venue).renewal).to.include({ why: 'corrected' });
    expect(venue.state.schedule.timers.has('cancel:dis_1')).to.equal(false);
    given(suspended, does(cast.enzo, correct())).when(cast.enzo, correct()).refuses('defect_corrected');
  });
  it('that was none ends without a new version', () => {
    const { venue } = given(suspended, does(cast.oreste, dismiss), passes(0));
    expect(offerOf(venue).suspension).to.equal(null);
    expect(ines(venue).renewal).to.include({ why: 'dismissed' });
    expect(venue.state.listings.listings.get(lst(1))!.content.contentHash).to.equal('version 1');
    const quiet = given(signalled, does(cast.oreste, dismiss)).venue;
    expect(ines(quiet).renewal).to.equal(null);
    expect(quiet.state.schedule.timers.has('suspend:dis_1')).to.equal(false);
  });
});

describe('DSC-7: many are told in chunks', () => {
  it('at one instant, each once, before any other command', () => {
    const many = policy.settlementChunk + 3;
    const crowd = inTurn(offerIn('open'), (venue) => {
      for (let at = 0; at < many; at += 1) {
        const person = `per_x${at}` as PersonId;
        const commitment = cmt(1_000 + at);
        const kind = 'commitments.placed';
        const end = endOfRomeDay(venue.now, 4);
        const placed = {
          offer: ofr(1),
          investor: person,
          units: 10,
          amountCents: 10_000,
          tier: 'retail',
        } as const;
        venue.fold({ kind, commitment, ...placed, reflectionEndsAt: end, at: venue.now });
        const timer = {
          id: `capture:${commitment}`,
          dueAt: end,
          command: { kind: 'offers.capture', commitment },
        } as const;
        venue.fold({ kind: 'schedule.set', timer });
      }
    });
    const { venue } = given(crowd, does(cast.enzo, file()), does(cast.olga, decide()));
    const at = venue.now;
    venue.passTo(at);
    const told = venue.journal.filter((event) => event.kind === 'commitments.renewed');
    expect(told.length).to.equal(many + 2);
    expect(new Set(told.map((event) => 'commitment' in event && event.commitment)).size).to.equal(many + 2);
    expect(told.every((event) => 'at' in event && event.at === at)).to.equal(true);
    expect([...venue.state.schedule.timers.keys()].filter((id) => id.startsWith('tell'))).to.deep.equal([]);
  });
});
