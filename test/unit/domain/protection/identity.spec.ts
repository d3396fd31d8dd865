import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { samePerson } from '../../../../server/src/domain/people/index.ts';
import type { IdentityVerdict } from '../../../../server/src/domain/protection/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, sealed, why } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, given, type Step } from '../../../support/given.ts';
import { precedence, type Wish } from '../../../support/precedence.ts';

const submit = (...sameAs: readonly PersonId[]): VenueCommand => ({
  kind: 'protection.submitIdentity',
  details: sealed('details'),
  sameAs,
});
const review = (
  person: PersonId,
  verdict: IdentityVerdict = 'approve',
  revision = 1,
): Extract<VenueCommand, { kind: 'protection.reviewIdentity' }> => ({
  kind: 'protection.reviewIdentity',
  person,
  revision,
  verdict,
  reason: why,
});
const submitted = (person: PersonId, ...sameAs: readonly PersonId[]): Step => does(person, submit(...sameAs));
const approved = (person: PersonId): Step => does(cast.ottavia, review(person));

describe('who somebody is (PRT-2)', () => {
  it('is submitted by anybody, and waits for an operator', () => {
    const outcome = given().when(cast.enzo, submit());
    const as = { revision: 1, details: sealed('details'), sameAs: [], submittedAt: beginning };
    outcome.yields({ kind: 'protection.identity_submitted', person: cast.enzo, as });
    expect(outcome.accepts().state.protection.people.get(cast.enzo)?.identity).to.deep.equal({
      ...as,
      status: 'submitted',
      reviewedAt: null,
      reviewer: null,
      reason: null,
    });
  });
  for (const [verdict, status] of [
    ['approve', 'approved'],
    ['ask_again', 'asked_again'],
    ['reject', 'rejected'],
  ] as const)
    it(`becomes ${status} by an operator’s verdict "${verdict}", with a reason`, () => {
      const { state } = given(submitted(cast.enzo)).when(cast.olga, review(cast.enzo, verdict)).accepts();
      expect(state.protection.people.get(cast.enzo)?.identity).to.deep.include({
        status,
        reviewer: cast.olga,
        reviewedAt: beginning,
        reason: why,
      });
    });
  it('may be said again at any time, and is looked at again', () => {
    const venue = given(submitted(cast.enzo), approved(cast.enzo)).when(cast.enzo, submit()).accepts();
    expect(venue.state.protection.people.get(cast.enzo)?.identity).to.include({
      revision: 2,
      status: 'submitted',
    });
  });
  describe('is decided in a documented order', () => {
    precedence(
      (): Wish<ReturnType<typeof review>> => ({
        steps: [submitted(cast.enzo)],
        actor: cast.olga,
        command: review(cast.enzo),
      }),
      [
        ['not_found', 'of nobody', (wish) => (wish.command = { ...wish.command, person: cast.nobody })],
        [
          'conflict_of_interest',
          'their own',
          (wish) => {
            wish.steps.push(submitted(cast.olga));
            if (wish.command.person === cast.enzo) wish.command = { ...wish.command, person: cast.olga };
          },
        ],
        [
          'nothing_to_decide',
          'decided already',
          (wish) => {
            wish.steps.push((venue) => {
              const { person } = wish.command;
              if (venue.state.protection.people.get(person)?.identity?.status !== 'submitted') return;
              does(cast.oreste, { ...review(person), revision: 1 })(venue);
            });
          },
        ],
        ['stale_revision', 'another revision', (wish) => (wish.command = { ...wish.command, revision: 7 })],
      ],
      ['of nobody+their own'],
    );
  });
  it('is not for investors to decide: not_allowed', () => {
    given(submitted(cast.enzo)).when(cast.ines, review(cast.enzo)).refuses('not_allowed');
  });
});

describe('accounts of one human being (PRT-3)', () => {
  const same = (venue: { state: Parameters<typeof samePerson>[0] extends infer P ? { people: P } : never }) =>
    samePerson(venue.state.people, cast.olga, cast.enzo);

  it('are linked when the second of two cases with one tax code is approved', () => {
    const outcome = given(submitted(cast.enzo), submitted(cast.olga, cast.enzo), approved(cast.enzo)).when(
      cast.oreste,
      review(cast.olga),
    );
    expect(same(outcome.venue), 'not by the claim alone').to.equal(false);
    expect(same(outcome.accepts())).to.equal(true);
  });
  it('are linked whichever of them is approved first', () => {
    const first = given(submitted(cast.enzo), submitted(cast.olga, cast.enzo), approved(cast.olga));
    expect(same(first.venue)).to.equal(false);
    expect(same(first.when(cast.oreste, review(cast.enzo)).accepts())).to.equal(true);
  });
  it('are not linked by a case that was rejected', () => {
    const venue = given(
      submitted(cast.enzo),
      submitted(cast.olga, cast.enzo),
      does(cast.ottavia, review(cast.enzo, 'reject')),
    )
      .when(cast.oreste, review(cast.olga))
      .accepts();
    expect(same(venue)).to.equal(false);
  });
  it('are all linked to the oldest, groups that were apart included', () => {
    const venue = given(
      submitted(cast.enzo),
      submitted(cast.elsa, cast.enzo),
      approved(cast.enzo),
      approved(cast.elsa),
      submitted(cast.oreste),
      approved(cast.oreste),
    )
      .when(cast.oreste, submit(cast.elsa))
      .accepts();
    does(cast.ottavia, review(cast.oreste, 'approve', 2))(venue);
    const { people } = venue.state.people;
    for (const one of [cast.enzo, cast.elsa, cast.oreste])
      expect(people.get(one)?.natural, one).to.equal(cast.enzo);
    expect(people.get(cast.olga)?.natural).to.equal(cast.olga);
  });
  it('refuse their own case: the second account of an operator is not theirs to approve', () => {
    given(submitted(cast.olga), approved(cast.olga), submitted(cast.enzo, cast.olga))
      .when(cast.olga, review(cast.enzo))
      .refuses('conflict_of_interest');
  });
  it('ignore accounts that are not there, and oneself', () => {
    const venue = given().when(cast.enzo, submit(cast.nobody, cast.enzo)).accepts();
    expect(venue.state.protection.people.get(cast.enzo)?.identity?.sameAs).to.deep.equal([]);
  });
});
