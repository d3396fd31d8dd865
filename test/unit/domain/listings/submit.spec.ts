import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import type { ListingContent, ListingFacts } from '../../../../server/src/domain/listings/index.ts';
import {
  cast,
  content,
  facts,
  lst,
  orgOf,
  requestChanges,
  save,
  submit,
  withdraw,
} from '../../../support/domain-cast.ts';
import { beginning, day, hour } from '../../../support/domain-venue.ts';
import {
  approved,
  does,
  drafted,
  given,
  listingIn,
  live,
  passes,
  submitted,
  underReview,
  until,
  type Step,
} from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const cap = policy.issuerCapCents;
/** Another content, whatever the status: a fact of the past need not be legal now. */
const altered =
  (change: (version: ListingContent) => ListingContent): Step =>
  (venue) => {
    const version = change(venue.state.listings.listings.get(lst(1))!.content);
    venue.fold({ kind: 'listings.draft_saved', listing: lst(1), content: version, at: venue.now });
  };
const saved = (...version: Parameters<typeof content>): Step => does(cast.enzo, save(0, content(...version)));

describe('submitting (LST-2)', () => {
  it('hands the draft to the reviewers', () => {
    const outcome = given(drafted(), passes(hour)).when(cast.enzo, submit());
    const at = outcome.venue.now;
    const [kind, listing, to, by] = ['listings.transitioned', lst(1), 'submitted', cast.enzo] as const;
    outcome.yields({ kind, listing, to, by, reason: null, offer: null, at });
    expect(outcome.accepts().state.listings.listings.get(lst(1))).to.include({
      status: 'submitted',
      submittedAt: at,
    });
  });
  it('names the gaps of the prospectus', () => {
    given(drafted(), saved({}, 'v', ['texts.story', 'facts.target']))
      .when(cast.enzo, submit())
      .refuses('prospectus_incomplete', { fields: ['texts.story', 'facts.target'] });
  });
  it('names the terms that do not hold together', () => {
    given(drafted({ facts: { softCap: 1_000_001, minimumTicket: 1_000_001 } }))
      .when(cast.enzo, submit())
      .refuses('terms_invalid', { fields: ['facts.softCap', 'facts.minimumTicket'] });
  });
  precedence(
    () => ({ steps: [drafted()], actor: cast.enzo, command: { kind: 'listings.submit', listing: lst(1) } }),
    [
      ['not_found', 'what is not there', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['not_allowed', 'of somebody else', (wish) => (wish.actor = cast.elsa)],
      ['illegal_state', 'what was withdrawn', (wish) => wish.steps.push(does(cast.enzo, withdraw()))],
      [
        'prospectus_incomplete',
        'with a gap',
        (wish) => wish.steps.push(altered((one) => ({ ...one, gaps: ['texts.story'] }))),
      ],
      [
        'terms_invalid',
        'with wrong terms',
        (wish) => wish.steps.push(altered((one) => ({ ...one, facts: facts({ softCap: cap + 1 }) }))),
      ],
      [
        'issuer_cap_exceeded',
        'beyond the cap',
        (wish) => wish.steps.push(submitted({ listing: lst(2), facts: { hardCap: cap } })),
      ],
    ],
  );
});

describe('the cap of an issuer over twelve months (LST-5)', () => {
  const second = (changes: Partial<ListingFacts>): Step => drafted({ listing: lst(2), facts: changes });
  const later = (days: number, changes: Partial<ListingFacts>): Partial<ListingFacts> => ({
    closesAt: beginning + (days + 30) * day,
    targetDate: '2031-12-31',
    ...changes,
  });

  const beyond = (offeredCents: number, askedCents: number): object => ({
    capCents: cap,
    offeredCents,
    offPlatformCents: 0,
    askedCents,
  });

  it('admits exactly the cap, and not one lot more', () => {
    given(drafted({ facts: { hardCap: cap } }))
      .when(cast.enzo, submit())
      .accepts();
    given(drafted({ facts: { hardCap: cap + 10_000 } }))
      .when(cast.enzo, submit())
      .refuses('terms_invalid', { fields: ['facts.hardCap'] });
  });
  it('sums over the listings of one organisation, and says how much was offered', () => {
    const both = [
      submitted({ facts: { hardCap: cap / 2 } }),
      submitted({ listing: lst(2), facts: { hardCap: cap / 2 } }),
    ];
    given(...both, drafted())
      .when(cast.enzo, submit(lst(3)))
      .refuses('issuer_cap_exceeded', beyond(cap, 1_000_000));
  });
  it('counts to the cent', () => {
    const asks = (price: number, hardCap: number): Partial<ListingFacts> => ({
      price,
      lot: 1,
      hardCap,
      softCap: 1,
      minimumTicket: 1,
    });
    const first = submitted({ facts: asks(101, 10_100) });
    given(first, second(asks(100, cap - 10_100)))
      .when(cast.enzo, submit(lst(2)))
      .accepts();
    const odd = submitted({ facts: asks(101, 101) });
    given(odd, second(asks(100, cap - 100)))
      .when(cast.enzo, submit(lst(2)))
      .refuses('issuer_cap_exceeded', beyond(101, cap - 100));
  });
  it('does not count what another organisation offers', () => {
    const other = { who: cast.elsa, organisation: orgOf.elsa, facts: { hardCap: cap } };
    given(submitted(other), second({ hardCap: cap }))
      .when(cast.enzo, submit(lst(2)))
      .accepts();
  });
  it('does not count a listing twice that comes back from changes', () => {
    given(underReview({ facts: { hardCap: cap } }), does(cast.olga, requestChanges()))
      .when(cast.enzo, submit())
      .accepts();
  });

  const counts = ['submitted', 'under_review', 'approved', 'live', 'funded'] as const;
  const doesNot = ['draft', 'changes_requested', 'failed', 'cancelled'] as const;
  // listingIn offers €10,000; the second listing asks for all that is then left, or for one lot more.
  const left = cap - 1_000_000;
  for (const status of [...counts, ...doesNot]) {
    const counted = (counts as readonly string[]).includes(status);
    it(`${counted ? 'counts' : 'does not count'} a listing that is ${status}`, () => {
      const days = 100;
      given(listingIn(status), second(later(days, { hardCap: left })))
        .when(cast.enzo, submit(lst(2)))
        .accepts();
      const more = given(listingIn(status), second(later(days, { hardCap: left + 10_000 }))).when(
        cast.enzo,
        submit(lst(2)),
      );
      if (counted) more.refuses('issuer_cap_exceeded', beyond(1_000_000, left + 10_000));
      else more.accepts();
    });
  }

  it('forgets what was funded after twelve months, to the millisecond', () => {
    const window = policy.issuerCapWindowMs;
    const fundedAt = given(listingIn('funded'))
      .venue.state.listings.listings.get(lst(1))!
      .transitions.at(-1)!.at;
    const asks = later((fundedAt + window - beginning) / day, { hardCap: cap });
    given(listingIn('funded'), second(asks), until(fundedAt + window - 1))
      .when(cast.enzo, submit(lst(2)))
      .refuses('issuer_cap_exceeded');
    given(listingIn('funded'), second(asks), until(fundedAt + window))
      .when(cast.enzo, submit(lst(2)))
      .accepts();
  });
  it('does not forget what waits for its opening, however long ago it was submitted', () => {
    const opens = {
      opensAt: beginning + 365 * day,
      closesAt: beginning + 700 * day,
      targetDate: '2031-12-31',
    };
    const waiting = { facts: { hardCap: cap, ...opens } };
    for (const first of [approved(waiting), live(waiting)]) {
      given(first, until(beginning + 380 * day), second(later(380, {})))
        .when(cast.enzo, submit(lst(2)))
        .refuses('issuer_cap_exceeded');
    }
  });
});
