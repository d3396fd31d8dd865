import type { OrganisationId } from '@piazza/shared/values';
import { expect } from 'chai';
import { cast, content, lst, orgOf, revise, save, why, withdraw } from '../../../support/domain-cast.ts';
import { beginning, hour } from '../../../support/domain-venue.ts';
import { does, drafted, given, happened, listingIn, passes } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const create = (organisation: OrganisationId = orgOf.enzo) =>
  ({ kind: 'listings.create', organisation, content: content() }) as const;
const saving = (revision: number) =>
  ({ kind: 'listings.saveDraft', listing: lst(1), revision, content: content() }) as const;

describe('creating a draft', () => {
  it('begins an empty life', () => {
    const outcome = given().when(cast.enzo, create());
    const made = { listing: lst(1), organisation: orgOf.enzo, content: content(), at: beginning };
    outcome.yields({ kind: 'listings.created', ...made, by: cast.enzo });
    expect(outcome.decision).to.have.deep.property('result', { listing: lst(1) });
    expect(outcome.accepts().state.listings.listings.get(lst(1))).to.deep.equal({
      id: lst(1),
      organisation: orgOf.enzo,
      status: 'draft',
      content: content(),
      revision: 0,
      savedAt: beginning,
      submittedAt: null,
      offer: null,
      reviewers: [],
      approvals: [],
      reviews: [],
      sentBack: null,
      transitions: [{ at: beginning, from: null, to: 'draft', by: cast.enzo, reason: null }],
      filed: null,
      sheets: [],
    });
  });
  precedence(
    () => ({ steps: [], actor: cast.enzo, command: create() }),
    [
      [
        'not_found',
        'for an organisation that is not there',
        (wish) => (wish.command = create('org_9' as OrganisationId)),
      ],
      ['not_allowed', 'by somebody who does not represent it', (wish) => (wish.actor = cast.elsa)],
    ],
  );
});

describe('saving a draft (LST-6)', () => {
  it('replaces the content and counts the revision', () => {
    const version = content({ price: 1_010 }, 'version 2');
    const outcome = given(drafted(), passes(hour)).when(cast.enzo, save(0, version));
    const at = outcome.venue.now;
    outcome.yields({ kind: 'listings.draft_saved', listing: lst(1), content: version, at });
    const listing = outcome.accepts().state.listings.listings.get(lst(1));
    expect(listing).to.include({ revision: 1, savedAt: at, content: version, status: 'draft' });
  });
  it('tells the revision to whoever edited another', () => {
    given(drafted(), does(cast.enzo, save(0), save(1)))
      .when(cast.enzo, save(1))
      .refuses('stale_revision', { revision: 2 });
  });
  precedence(
    () => ({ steps: [drafted()], actor: cast.enzo, command: saving(0) }),
    [
      ['not_found', 'that is not there', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['not_allowed', 'of somebody else', (wish) => (wish.actor = cast.elsa)],
      ['illegal_state', 'that was withdrawn', (wish) => wish.steps.push(does(cast.enzo, withdraw()))],
      [
        'stale_revision',
        'edited from another revision',
        (wish) => (wish.command = { ...wish.command, revision: 7 }),
      ],
    ],
  );
});

describe('withdrawing', () => {
  it('says who, when and why', () => {
    const venue = given(listingIn('submitted'), passes(hour)).when(cast.enzo, withdraw()).accepts();
    const listing = venue.state.listings.listings.get(lst(1));
    expect(listing?.transitions.at(-1)).to.deep.equal({
      at: venue.now,
      from: 'submitted',
      to: 'cancelled',
      by: cast.enzo,
      reason: why,
    });
  });
  precedence(
    () => ({
      steps: [drafted()],
      actor: cast.enzo,
      command: { kind: 'listings.withdraw', listing: lst(1), reason: why },
    }),
    [
      ['not_found', 'what is not there', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['not_allowed', 'of somebody else', (wish) => (wish.actor = cast.elsa)],
      ['illegal_state', 'twice', (wish) => wish.steps.push(does(cast.enzo, withdraw()))],
    ],
  );
});

describe('taking an approved listing back (LST-9)', () => {
  it('makes its approvals lapse, and says who, when and why', () => {
    const venue = given(listingIn('approved'), passes(hour)).when(cast.enzo, revise()).accepts();
    const listing = venue.state.listings.listings.get(lst(1));
    expect(listing?.approvals).to.deep.equal([]);
    expect(listing?.reviewers).to.deep.equal([]);
    const last = { at: venue.now, from: 'approved', to: 'changes_requested', by: cast.enzo, reason: why };
    expect(listing?.transitions.at(-1)).to.deep.equal(last);
  });
  precedence(
    () => ({
      steps: [listingIn('approved')],
      actor: cast.enzo,
      command: { kind: 'listings.revise', listing: lst(1), reason: why },
    }),
    [
      ['not_found', 'what is not there', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['not_allowed', 'of somebody else', (wish) => (wish.actor = cast.elsa)],
      ['illegal_state', 'twice', (wish) => wish.steps.push(does(cast.enzo, revise()))],
    ],
  );
  it('an event about a listing that is not there is a bug', () => {
    const event = {
      kind: 'listings.draft_saved',
      listing: lst(9),
      content: content(),
      at: beginning,
    } as const;
    expect(() => given(happened(event))).to.throw('listing lst_9 does not exist');
  });
});
