import { policy } from '@piazza/shared/policy';
import type { AlertId, ComplaintId, DocumentId, OrganisationId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { goesAlong, keptByLaw, swept, sweeping } from '../../../server/src/domain/retention/index.ts';
import type { VenueCommand } from '../../../server/src/domain/venue/index.ts';
import { cast, lst, orgOf, sealed, why, withdraw } from '../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../support/domain-venue.ts';
import { does, drafted, given, happened, listingIn, passes, type Step } from '../../support/given.ts';
import { finding } from '../../support/surveillance.ts';

const sweep: VenueCommand = { kind: 'retention.sweep' };
/** What would be swept now, by kind of event. */
const due = (venue: DomainVenue): string[] => sweeping(venue.state, venue.now).map(({ kind }) => kind);
/** Moves to the last millisecond before the time is over, looks, and moves on by one. */
function atBoundary(venue: DomainVenue, from: number, keptMs: number, kind: string): void {
  venue.passTo(from + keptMs - 1);
  expect(due(venue), 'a millisecond before').not.to.include(kind);
  venue.passTo(from + keptMs);
  expect(due(venue), 'at the moment').to.include(kind);
  does('venue', sweep)(venue);
  expect(due(venue), 'once is enough').not.to.include(kind);
}

const complaint = 'cpl_1' as ComplaintId;
const complained = (subject?: string): Step =>
  does(cast.ines, {
    kind: 'conduct.complain',
    listing: null,
    words: sealed('complaint'),
    named: [],
    ...(subject === undefined ? {} : { subject }),
  });
const closed = does(cast.olga, {
  kind: 'conduct.close',
  complaint,
  outcome: 'upheld',
  words: sealed('end'),
});

describe('CON-6: complaints are kept for five years after their end', () => {
  it('to the millisecond, and then go with the key of their own', () => {
    const { venue } = given(complained('sub_c'), closed);
    expect(swept(venue.state)).to.deep.equal({ subjects: [], refs: [] });
    atBoundary(venue, venue.now, policy.complaintsKeptMs, 'conduct.swept');
    expect(swept(venue.state)).to.deep.equal({ subjects: ['sub_c'], refs: ['complaint', 'end'] });
  });
  it('and not at all while they are open', () => {
    const { venue } = given(complained('sub_c'), passes(2 * policy.complaintsKeptMs));
    expect(due(venue)).to.deep.equal([]);
  });
  it('and those of earlier versions, under the key of their author, by their words', () => {
    const { venue } = given(complained(), closed, passes(policy.complaintsKeptMs), does('venue', sweep));
    expect(swept(venue.state)).to.deep.equal({ subjects: [], refs: ['complaint', 'end'] });
  });
});

const identified = (subject?: string): Step =>
  does(cast.enzo, {
    kind: 'protection.submitIdentity',
    details: sealed('who'),
    sameAs: [],
    ...(subject === undefined ? {} : { subject }),
  });
const approve = does(cast.olga, {
  kind: 'protection.reviewIdentity',
  person: cast.enzo,
  revision: 1,
  verdict: 'approve',
  reason: why,
});
const erased: Step = (venue) =>
  venue.fold(
    { kind: 'people.erasure_begun', person: cast.enzo, at: venue.now },
    { kind: 'people.erased', person: cast.enzo, at: venue.now },
  );

describe('CON-7: identities are kept for five years after the end of the relation', () => {
  it('to the millisecond, counted from the erasure', () => {
    const { venue } = given(identified('sub_i'), approve, passes(3 * day), erased);
    atBoundary(venue, venue.now, policy.identityKeptMs, 'protection.identity_swept');
    expect(swept(venue.state)).to.deep.equal({ subjects: ['sub_i'], refs: [] });
  });
  it('for as long as the venue has set, where it set more', () => {
    const longer = 10 * 366 * day;
    const version = { value: longer, from: given().venue.now, maker: cast.olga, checker: cast.oreste };
    const set = {
      kind: 'settings.changed',
      setting: 'identityKeptMs',
      version: { ...version, reason: why },
    } as const;
    const { venue } = given(happened(set), identified('sub_i'), approve, erased);
    expect(keptByLaw(venue.state, cast.enzo, venue.now)).to.deep.equal([
      { kind: 'identity', until: venue.now + longer },
    ]);
    atBoundary(venue, venue.now, longer, 'protection.identity_swept');
  });
  it('while the account stands, without an end', () => {
    const { venue } = given(identified('sub_i'), approve, passes(4 * policy.identityKeptMs));
    expect(due(venue)).to.deep.equal([]);
    expect(goesAlong(venue.state, cast.enzo)).to.deep.equal([]);
  });
  it('not at all where there never was a relation: they go with the account', () => {
    const { venue } = given(identified('sub_i'));
    expect(goesAlong(venue.state, cast.enzo)).to.deep.equal(['sub_i']);
    expect(keptByLaw(venue.state, cast.enzo, venue.now)).to.deep.equal([]);
    erased(venue);
    expect(due(venue)).to.deep.equal(['protection.identity_swept']);
  });
  it('where money or a commitment made a relation, though nobody had approved them', () => {
    const money: Step = (venue) =>
      venue.fold({
        kind: 'ledger.posted',
        from: 'outside:EUR',
        to: `cash:${cast.enzo}`,
        asset: 'EUR',
        amount: 1,
        reason: 'top_up',
        subject: {},
      } as never);
    const { venue } = given(identified('sub_i'), money);
    expect(goesAlong(venue.state, cast.enzo)).to.deep.equal([]);
  });
  it('under every key they were ever sealed with', () => {
    const { venue } = given(identified('sub_i'), identified('sub_j'), identified('sub_i'));
    expect(venue.state.protection.people.get(cast.enzo)?.identitySubjects).to.deep.equal(['sub_i', 'sub_j']);
  });
});

const raised = does('venue', {
  kind: 'cases.raise',
  finding: finding({ subjects: [cast.ines], key: 'one' }),
});
const dismissed = does(cast.olga, {
  kind: 'cases.dismiss',
  alert: 'alr_1' as AlertId,
  reason: sealed('nothing'),
});
const caseClosed: Step = (venue) => {
  const note = { kind: 'cases.note', case: 'cas_1', words: sealed('note') } as never;
  does(cast.olga, { kind: 'cases.open', alert: 'alr_1' as AlertId, assignee: null }, note)(venue);
  const act = { kind: 'case_closing', case: 'cas_1', outcome: 'no_abuse', words: sealed('closing') } as never;
  does(cast.olga, { kind: 'approvals.propose', act, contentHash: 'read', reason: why })(venue);
  const proposal = [...venue.state.approvals.proposals.keys()].at(-1)!;
  does(cast.oreste, { kind: 'approvals.approve', proposal, contentHash: 'read', reason: why })(venue);
};

describe('CON-8: alerts and cases are kept for five years after their end', () => {
  it('a dismissed alert', () => {
    const { venue } = given(raised, dismissed);
    atBoundary(venue, venue.now, policy.casesKeptMs, 'cases.swept');
    expect(swept(venue.state).refs).to.deep.equal(['nothing']);
  });
  it('a closed case with its notes', () => {
    const { venue } = given(raised, caseClosed);
    atBoundary(venue, venue.now, policy.casesKeptMs, 'cases.swept');
    expect(swept(venue.state).refs).to.deep.equal(['note', 'closing']);
  });
  it('and neither while it waits', () => {
    const { venue } = given(raised, passes(2 * policy.casesKeptMs));
    expect(due(venue)).to.deep.equal([]);
  });
});

const document = 'doc_1' as DocumentId;
const added = (ofIssue: boolean): Step =>
  does(cast.enzo, {
    kind: 'documents.add',
    organisation: orgOf.enzo,
    listing: ofIssue ? lst(1) : null,
    documentKind: 'statute',
    type: 'pdf',
    visibility: 'issuer',
    name: sealed('name'),
    content: sealed('fil_content'),
    size: 10,
  });
const kept = (venue: DomainVenue, organisation: OrganisationId = orgOf.enzo) =>
  venue.state.documents.kept.get(organisation)?.files;

describe('CON-9: documents are kept for five years after the end of their issue', () => {
  for (const ofIssue of [true, false])
    it(`one of ${ofIssue ? 'an issue' : 'the organisation'}: not while an issue goes on`, () => {
      const { venue } = given(listingIn('approved'), added(ofIssue), passes(3 * policy.documentsKeptMs));
      expect(due(venue)).to.deep.equal([]);
    });
  for (const ofIssue of [true, false])
    it(`one of ${ofIssue ? 'an issue' : 'the organisation'}: from the day the issue ended`, () => {
      const { venue } = given(drafted(), added(ofIssue), passes(9 * day), does(cast.enzo, withdraw(lst(1))));
      expect(kept(venue)).to.equal(1);
      atBoundary(venue, venue.now, policy.documentsKeptMs, 'documents.swept');
      expect(swept(venue.state).refs).to.deep.equal(['name', 'fil_content']);
      expect(kept(venue)).to.equal(0);
    });
  it('one that was removed: what is left of it, from its removal', () => {
    const remove: VenueCommand = { kind: 'documents.remove', document, reason: sealed('removal') };
    const { venue } = given(listingIn('approved'), added(true), does(cast.enzo, remove));
    expect(kept(venue)).to.equal(0);
    atBoundary(venue, venue.now, policy.documentsKeptMs, 'documents.swept');
    expect(swept(venue.state).refs).to.deep.equal(['name', 'fil_content', 'removal']);
    expect(kept(venue), 'its room was given back once').to.equal(0);
  });
  it('one that is gone can be neither shown nor removed', () => {
    const { venue, when } = given(drafted(), added(true), does(cast.enzo, withdraw(lst(1))));
    venue.passTo(venue.now + policy.documentsKeptMs);
    does('venue', sweep)(venue);
    when(cast.enzo, { kind: 'documents.remove', document, reason: why }).refuses('illegal_state');
    when(cast.enzo, { kind: 'documents.show', document, visibility: 'public' }).refuses('not_found');
  });
});

describe('what is kept by law, told to whom it is about (SEC-10)', () => {
  it('names the complaints by the last of their ends, open ones as if they ended now', () => {
    const { venue } = given(complained('sub_c'), closed, passes(day), complained('sub_d'));
    const own = (person: PersonId) =>
      keptByLaw(venue.state, person, venue.now).filter(({ kind }) => kind === 'complaints');
    expect(own(cast.ines)).to.deep.equal([
      { kind: 'complaints', until: venue.now + policy.complaintsKeptMs },
    ]);
    expect(own(cast.ivo)).to.deep.equal([]);
  });
  it('is nobody’s to sweep but the venue’s', () => {
    given().when(cast.olga, sweep).refuses('not_allowed');
  });
});
