import { millis, type OrganisationId, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Act } from '../../../../server/src/domain/approvals/index.ts';
import { issuersOf, judgesNoIssuer } from '../../../../server/src/domain/interests/index.ts';
import { deskCommands, type VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import * as by from '../../../support/domain-cast.ts';
import { cast, lst, ofr, orgOf, why } from '../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, happened, inTurn, offerIn, underReview, type Step } from '../../../support/given.ts';
import { finding } from '../../../support/surveillance.ts';

const closing = { kind: 'case_closing', case: 'cas_1', outcome: 'warned', words: why } as Act;
const terms: Act = {
  kind: 'call_terms',
  listing: lst(1),
  referenceCents: 1_000,
  collarBps: null,
  reason: why,
};
const filing = {
  content: by.content(),
  sheet: { sealed: why, pages: 1, linesOver: 0, contentHash: 'version 2', filedAt: millis(1) },
  words: why,
  by: cast.enzo,
  at: millis(1),
  basedOn: 'version 1',
  replaces: why,
};
const document = {
  documentKind: 'statute',
  type: 'pdf',
  visibility: 'issuer',
  name: why,
  content: why,
  size: 1,
} as const;
const report = {
  kind: 'impact' as never,
  number: 1,
  dueDay: 1,
  dueAt: millis(1),
  closedFrom: millis(1),
  suspendAt: millis(1),
  delistAt: millis(1),
};
const at = millis(1);

/** One of everything that the desk decides on, all of Enzo's organisation: lst_1 and ofr_1 live. */
const oneOfEach: Step = inTurn(
  offerIn('open'),
  happened(
    { kind: 'disclosures.filed', disclosure: 'dis_1', listing: lst(1), offer: ofr(1), filing } as never,
    {
      kind: 'disclosures.asked',
      question: 'qst_1',
      listing: lst(1),
      offer: ofr(1),
      person: cast.ines,
      words: why,
      at,
    } as never,
    {
      kind: 'documents.added',
      document: 'doc_1',
      organisation: orgOf.enzo,
      as: {
        ...document,
        id: 'doc_1',
        organisation: orgOf.enzo,
        listing: null,
        by: cast.olga,
        side: 'venue',
        at,
      },
    } as never,
    { kind: 'duties.begun', listing: lst(1), organisation: orgOf.enzo, at },
    { kind: 'duties.scheduled', report: 'rpt_1', listing: lst(1), as: report } as never,
    {
      kind: 'protection.identity_submitted',
      person: cast.enzo,
      as: { revision: 1, details: why, sameAs: [], submittedAt: at },
    },
  ),
  does('venue', {
    kind: 'cases.raise',
    finding: finding({ listing: lst(1), subjects: [cast.ivo], key: 'one' }),
  }),
  does('venue', {
    kind: 'cases.raise',
    finding: finding({ listing: lst(1), subjects: [cast.ivo], key: 'two' }),
  }),
  does(cast.oreste, { kind: 'cases.open', alert: 'alr_1', assignee: null } as never),
  does(cast.oreste, { kind: 'approvals.propose', act: closing, contentHash: 'read', reason: why }),
  does(cast.ines, { kind: 'conduct.complain', listing: lst(1), words: why, named: [] }),
);

const calendar = {} as never;
const of = (kind: string, fields: object): VenueCommand => ({ kind, ...fields }) as never;
/** Each decision of the desk on an issuer's affairs. A new one without its line here fails below. */
const judging: Readonly<Record<string, VenueCommand | readonly VenueCommand[]>> = {
  'review.take': by.takeReview(),
  'review.requestChanges': by.requestChanges(),
  'review.approve': by.approve(),
  'offers.cancel': by.cancel(),
  'dossier.check': of('dossier.check', {
    organisation: orgOf.enzo,
    item: 'owners',
    clear: true,
    document: null,
    reason: why,
  }),
  'documents.add': of('documents.add', { organisation: orgOf.enzo, listing: null, ...document }),
  'documents.show': of('documents.show', { document: 'doc_1', visibility: 'issuer' }),
  'documents.remove': of('documents.remove', { document: 'doc_1', reason: why }),
  'protection.reviewIdentity': of('protection.reviewIdentity', {
    person: cast.enzo,
    revision: 1,
    verdict: 'approve',
    reason: why,
  }),
  'disclosures.signal': of('disclosures.signal', { offer: ofr(1), words: why, suspend: false }),
  'disclosures.decide': of('disclosures.decide', {
    disclosure: 'dis_1',
    accept: true,
    contentHash: 'version 2',
    words: why,
  }),
  'disclosures.dismiss': of('disclosures.dismiss', { disclosure: 'dis_1', words: why }),
  'disclosures.release': of('disclosures.release', { question: 'qst_1' }),
  'disclosures.hide': of('disclosures.hide', { question: 'qst_1', words: why }),
  'duties.decide': of('duties.decide', { report: 'rpt_1', accept: true, contentHash: 'x', words: why }),
  'duties.endClosedPeriod': of('duties.endClosedPeriod', { report: 'rpt_1', reason: why }),
  'cases.dismiss': of('cases.dismiss', { alert: 'alr_2', reason: why }),
  'cases.open': [
    of('cases.open', { alert: 'alr_2', assignee: null }),
    of('cases.open', { alert: 'alr_2', assignee: cast.olga }),
  ],
  'cases.join': of('cases.join', { case: 'cas_1', alert: 'alr_2' }),
  'cases.assign': of('cases.assign', { case: 'cas_1', assignee: cast.olga }),
  'cases.note': of('cases.note', { case: 'cas_1', words: why }),
  'conduct.name': of('conduct.name', { complaint: 'cpl_1', person: cast.oreste }),
  'conduct.admit': of('conduct.admit', { complaint: 'cpl_1' }),
  'conduct.extend': of('conduct.extend', { complaint: 'cpl_1', until: 0, words: why }),
  'conduct.answer': of('conduct.answer', { complaint: 'cpl_1', words: why }),
  'conduct.close': of('conduct.close', { complaint: 'cpl_1', outcome: 'upheld', words: why }),
  'approvals.propose': [
    of('approvals.propose', { act: closing, contentHash: 'again', reason: why }),
    of('approvals.propose', { act: terms, contentHash: 'terms', reason: why }),
  ],
  'approvals.approve': of('approvals.approve', { proposal: 'apr_1', contentHash: 'read', reason: why }),
  'approvals.refuse': of('approvals.refuse', { proposal: 'apr_1', contentHash: 'read', reason: why }),
  'queue.assign': [
    'lst_1',
    'dis_1',
    'qst_1',
    'rpt_1',
    'alr_2',
    'cas_1',
    'cpl_1',
    'apr_1',
    cast.enzo,
    'lst_1.trades',
  ].map((object) => of('queue.assign', { object, assignee: cast.olga })),
  'markets.open': of('markets.open', { listing: lst(1), model: 'auction', calendar, reason: why }),
  'markets.configure': of('markets.configure', { listing: lst(1), model: 'auction', calendar, reason: why }),
  'markets.act': ['start', 'extend', 'resume', 'close'].map((act) =>
    of('markets.act', { listing: lst(1), act, reason: why }),
  ),
};

const declare = (organisation: OrganisationId | null = orgOf.enzo): VenueCommand => ({
  kind: 'conduct.declare',
  interest: 'family',
  organisation,
  words: why,
});
/** What Olga is refused with; `accepted` where she is not. Decided, not folded: every line meets the same venue. */
function codeOf(venue: DomainVenue, command: VenueCommand, who: PersonId = cast.olga): string {
  const decision = venue.decide(who, command);
  return 'rejection' in decision ? decision.rejection.code : 'accepted';
}
const olgaIsOttavia = happened({ kind: 'people.identified', person: cast.ottavia, natural: cast.olga });

describe('CON-4: a declared interest bars from every review of that issuer', () => {
  it('names every command of the desk: each decides on an issuer, or says why it does not', () => {
    const named = [...Object.keys(judging), ...Object.keys(judgesNoIssuer)];
    expect(named).to.have.members([...deskCommands]);
    expect(new Set(named).size).to.equal(named.length);
  });

  const free = given(oneOfEach).venue;
  const interested = given(oneOfEach, does(cast.olga, declare())).venue;
  const byAnother = given(oneOfEach, olgaIsOttavia, does(cast.ottavia, declare())).venue;
  const elsewhere = given(oneOfEach, does(cast.olga, declare(orgOf.elsa), declare(null))).venue;
  const ended = given(oneOfEach, (venue) => {
    does(cast.olga, declare())(venue);
    const [conflict] = venue.state.conduct.conflicts.keys();
    does(cast.olga, { kind: 'conduct.end', conflict: conflict! })(venue);
  }).venue;
  for (const [kind, wishes] of Object.entries(judging))
    for (const wish of [wishes].flat())
      it(`${kind} ${'object' in wish ? wish.object : ''}: nobody who has one, by whatever account, until it has ended`, () => {
        expect(codeOf(free, wish), 'without an interest').not.to.equal('conflict_of_interest');
        expect(codeOf(interested, wish), 'with one').to.equal('conflict_of_interest');
        expect(codeOf(byAnother, wish), 'by another account').to.equal('conflict_of_interest');
        expect(codeOf(elsewhere, wish), 'in somebody else').not.to.equal('conflict_of_interest');
        expect(codeOf(ended, wish), 'that has ended').not.to.equal('conflict_of_interest');
      });

  it('leaves a halt, the kill switch and what is no issuer’s to everybody', () => {
    const halt = of('markets.act', { listing: lst(1), act: 'halt', reason: why });
    expect(codeOf(interested, halt)).not.to.equal('conflict_of_interest');
    const target = { scope: 'listing', listing: lst(1) };
    const stop = of('desk.blockTrading', { target, blocked: true, cancelOrders: true, reason: why });
    expect(codeOf(interested, stop)).not.to.equal('conflict_of_interest');
    expect(issuersOf(interested.state, `${cast.enzo}.class`)).to.deep.equal([]);
    expect(issuersOf(interested.state, 'xyz_1')).to.deep.equal([]);
  });

  it('keeps no representative from the documents of their own organisation', () => {
    const mirko = does(cast.mirko, declare(orgOf.mirko));
    const add = of('documents.add', { organisation: orgOf.mirko, listing: null, ...document });
    expect(codeOf(given(mirko).venue, add, cast.mirko)).to.equal('accepted');
    expect(codeOf(given(does(cast.olga, declare(orgOf.mirko))).venue, add)).to.equal('conflict_of_interest');
  });
});

describe('CON-4: declaring an interest steps back from the reviews under way', () => {
  const listing = (venue: DomainVenue) => venue.state.listings.listings.get(lst(1))!;
  it('what was approved counts no more, by whatever account', () => {
    const { venue } = given(underReview(), does(cast.olga, by.approve()));
    expect(listing(venue).approvals).to.deep.equal([cast.olga]);
    olgaIsOttavia(venue);
    does(cast.ottavia, declare())(venue);
    expect(listing(venue).approvals).to.deep.equal([]);
    expect(listing(venue).reviewers).to.deep.equal([cast.oreste]);
    expect(listing(venue).reviews.at(-1)).to.include({ reviewer: cast.olga, verdict: 'stepped_back' });
  });
  it('nothing of another organisation is touched', () => {
    const { venue } = given(underReview(), does(cast.olga, declare(orgOf.elsa)));
    expect(listing(venue).reviewers).to.include(cast.olga);
  });
});
