import { policy } from '@piazza/shared/policy';
import { millis, type ComplaintId, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  isPartyTo,
  isUntold,
  nextDueAt,
  tellByOf,
  type ComplaintCommand,
} from '../../../../server/src/domain/conduct/index.ts';
import { cast, lst, orgOf, sealed, why } from '../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../support/domain-venue.ts';
import { does, drafted, given, happened, inTurn, type Step } from '../../../support/given.ts';

const cpl = (n = 1): ComplaintId => `cpl_${n}` as ComplaintId;
type Complain = Extract<ComplaintCommand, { kind: 'conduct.complain' }>;
const complain = (changes: Partial<Complain> = {}): Complain => ({
  kind: 'conduct.complain',
  listing: null,
  words: sealed('form'),
  named: [],
  ...changes,
});
const complained = (changes: Partial<Complain> = {}, who: PersonId = cast.ines): Step =>
  does(who, complain(changes));
const name = (person: PersonId, complaint = cpl()): ComplaintCommand => ({
  kind: 'conduct.name',
  complaint,
  person,
});
const answer: ComplaintCommand = { kind: 'conduct.answer', complaint: cpl(), words: why };
const close: ComplaintCommand = { kind: 'conduct.close', complaint: cpl(), outcome: 'upheld', words: why };
const admit: ComplaintCommand = { kind: 'conduct.admit', complaint: cpl() };
const refuse: ComplaintCommand = {
  kind: 'conduct.close',
  complaint: cpl(),
  outcome: 'inadmissible',
  words: why,
};
const withdraw: ComplaintCommand = { kind: 'conduct.withdraw', complaint: cpl() };
const extend = (until: number): ComplaintCommand => ({
  kind: 'conduct.extend',
  complaint: cpl(),
  until: millis(until),
  words: why,
});
const one = (venue: DomainVenue) => venue.state.conduct.complaints.get(cpl())!;

describe('CON-1: complaining', () => {
  it('is due thirty days on, and names the listing it is about', () => {
    const { venue } = given(drafted(), complained({ listing: lst(1), subject: 'sub_c' }));
    expect(one(venue)).to.deep.include({
      listing: lst(1),
      subject: 'sub_c',
      status: 'received',
      person: cast.ines,
    });
    expect(one(venue).dueAt).to.equal(venue.now + policy.complaintAnswerMs);
  });
  it('is refused about what there is not: not_found', () => {
    given()
      .when(cast.ines, complain({ listing: lst(9) }))
      .refuses('not_found');
  });
  it('takes so many open ones of a person, and one more only when one has ended: too_many_complaints', () => {
    const all = Array.from({ length: policy.complaintsOpen - 1 }, () => complained());
    given(...all)
      .when(cast.ines, complain())
      .accepts();
    const { when } = given(...all, complained());
    when(cast.ines, complain()).refuses('too_many_complaints', { most: policy.complaintsOpen });
    when(cast.ivo, complain()).accepts();
    given(...all, complained(), does(cast.ines, withdraw))
      .when(cast.ines, complain())
      .accepts();
    // Answered is not ended.
    given(...all, complained(), does(cast.olga, answer))
      .when(cast.ines, complain())
      .refuses('too_many_complaints');
  });
});

describe('CON-2: what the desk does with a complaint', () => {
  it('is an operator’s alone', () => {
    const { when } = given(complained());
    for (const command of [answer, close, admit, name(cast.oreste), extend(1)]) {
      when(cast.adele, command).refuses('not_allowed');
      when(cast.ivo, command).refuses('not_allowed');
    }
  });
  it('needs one that is there: not_found', () => {
    const { when } = given(complained());
    when(cast.olga, { ...answer, complaint: cpl(2) }).refuses('not_found');
    when(cast.olga, { ...admit, complaint: cpl(2) }).refuses('not_found');
    when(cast.ivo, withdraw).refuses('not_found');
    when(cast.ines, { ...withdraw, complaint: cpl(2) }).refuses('not_found');
  });
  for (const [how, end] of [
    ['closed', does(cast.olga, close)],
    ['withdrawn', does(cast.ines, withdraw)],
  ] as const)
    it(`is over once it is ${how}: complaint_closed`, () => {
      const { venue, when } = given(complained(), end);
      for (const command of [answer, close, admit, name(cast.oreste), extend(venue.now)])
        when(cast.olga, command).refuses('complaint_closed');
      when(cast.ines, withdraw).refuses('complaint_closed');
      expect(one(venue)).to.include({ status: how, endedAt: venue.now });
    });
  it('puts an answer off by thirty days at most, each time counted from the day before: extension_invalid', () => {
    const { venue, when } = given(complained());
    const due = one(venue).dueAt;
    const most = due + policy.complaintExtensionMs;
    when(cast.olga, extend(due)).refuses('extension_invalid');
    when(cast.olga, extend(most + 1)).refuses('extension_invalid', {
      after: new Date(due).toISOString(),
      until: new Date(most).toISOString(),
      most: policy.complaintExtensions,
    });
    expect(one(when(cast.olga, extend(due + 1)).accepts()).dueAt).to.equal(due + 1);
    expect(one(given(complained(), does(cast.olga, extend(most))).venue).dueAt).to.equal(most);
  });
  it('puts it off so many times and no more: extension_invalid', () => {
    const again: Step = (venue) => does(cast.olga, extend(one(venue).dueAt + 1))(venue);
    const times = Array.from({ length: policy.complaintExtensions }, () => again);
    const { venue, when } = given(complained(), ...times);
    when(cast.olga, extend(one(venue).dueAt + 1)).refuses('extension_invalid');
  });
  it('answers more than once, and closes with an outcome', () => {
    const { venue } = given(complained(), does(cast.olga, answer), does(cast.oreste, answer, close));
    expect(one(venue).answers.map(({ by }) => by)).to.deep.equal([cast.olga, cast.oreste]);
    expect(one(venue).closed).to.include({ outcome: 'upheld', by: cast.oreste });
  });
});

describe('CON-11: whether a complaint is admissible', () => {
  const told = (venue: DomainVenue) => one(venue).admissibility;

  it('is told by the end of the tenth working day after the day of receipt, in Rome, over weekends and holidays', () => {
    const by = (iso: string): string => new Date(tellByOf(millis(Date.parse(iso)))).toISOString();
    // A Monday: ten days of the two weeks that follow.
    expect(by('2026-11-23T09:00:00Z')).to.equal('2026-12-07T22:59:59.999Z');
    // In Rome it is Tuesday already.
    expect(by('2026-11-23T23:30:00Z')).to.equal('2026-12-08T22:59:59.999Z');
    // A Saturday counts no sooner than the Friday before it.
    expect(by('2026-11-28T12:00:00Z')).to.equal(by('2026-11-27T12:00:00Z'));
    // Over Good Friday, Easter Monday and the change of the clocks.
    expect(by('2027-03-22T12:00:00Z')).to.equal('2027-04-07T21:59:59.999Z');
    // Over Christmas and New Year.
    expect(by('2026-12-21T12:00:00Z')).to.equal('2027-01-08T22:59:59.999Z');
  });
  it('waits to be told, and is due before the answer', () => {
    const { venue } = given(complained());
    expect(told(venue)).to.equal(null);
    expect(one(venue).tellBy).to.equal(tellByOf(venue.now));
    expect([isUntold(one(venue)), nextDueAt(one(venue))]).to.deep.equal([true, one(venue).tellBy]);
    const after = given(complained(), does(cast.olga, admit)).venue;
    expect([isUntold(one(after)), nextDueAt(one(after))]).to.deep.equal([false, one(after).dueAt]);
  });
  it('is told once; who was told that it is admissible is not told otherwise: admissibility_told', () => {
    const { venue, when } = given(complained(), does(cast.olga, admit));
    expect(told(venue)).to.deep.equal({ admissible: true, by: cast.olga, at: venue.now });
    when(cast.oreste, admit).refuses('admissibility_told');
    when(cast.oreste, refuse).refuses('admissibility_told');
    when(cast.oreste, close).accepts();
  });
  it('is told by an answer too', () => {
    const { venue, when } = given(complained(), does(cast.oreste, answer));
    expect(told(venue)).to.deep.equal({ admissible: true, by: cast.oreste, at: venue.now });
    when(cast.olga, admit).refuses('admissibility_told');
    when(cast.olga, refuse).refuses('admissibility_told');
  });
  it('ends the complaint where it is not, with the reasons; another end says that it is', () => {
    const refused = given(complained(), does(cast.olga, refuse)).venue;
    expect(told(refused)).to.include({ admissible: false, by: cast.olga });
    expect(one(refused)).to.include({ status: 'closed', endedAt: refused.now });
    expect(told(given(complained(), does(cast.olga, close)).venue)).to.include({ admissible: true });
    expect(told(given(complained(), does(cast.ines, withdraw)).venue)).to.equal(null);
  });
  it('is not for whom it concerns: conflict_of_interest', () => {
    given(complained({ named: [cast.olga] }))
      .when(cast.olga, admit)
      .refuses('conflict_of_interest');
  });
  it('counts as not told yet in records that say nothing of it', () => {
    const { venue } = given((old) => {
      const decision = old.decide(cast.ines, complain());
      if ('rejection' in decision) throw new Error('it was refused');
      for (const event of decision.events)
        if (event.kind === 'conduct.complained') {
          const { tellBy: _, ...rest } = event;
          old.fold(rest);
        }
    });
    expect(told(venue)).to.equal(null);
    expect(one(venue).tellBy).to.equal(tellByOf(venue.now));
  });
});

describe('CON-3: who has no hand in a complaint', () => {
  const refused = (...steps: readonly Step[]): void =>
    given(...steps)
      .when(cast.olga, answer)
      .refuses('conflict_of_interest');
  const isOlga = happened({ kind: 'people.identified', person: cast.ottavia, natural: cast.olga });

  it('its author, by whatever account', () => {
    refused(complained({}, cast.olga));
    refused(isOlga, complained({}, cast.ottavia));
  });
  it('whoever it names, by whatever account', () => {
    refused(complained({ named: [cast.olga] }));
    refused(isOlga, complained({ named: [cast.ottavia] }));
  });
  it('whoever an operator names later; each of the desk once, and nobody else', () => {
    const { venue, when } = given(complained());
    when(cast.oreste, name(cast.ivo)).refuses('not_found');
    when(cast.oreste, name(cast.nobody)).refuses('not_found');
    when(cast.oreste, name(cast.adele)).accepts();
    does(cast.oreste, name(cast.olga))(venue);
    when(cast.oreste, name(cast.olga)).refuses('nothing_to_change');
    when(cast.olga, answer).refuses('conflict_of_interest');
    when(cast.olga, name(cast.oreste)).refuses('conflict_of_interest');
    when(cast.oreste, answer).accepts();
  });
  it('whoever acts for the issuer it is about', () => {
    const mirkos = inTurn(
      drafted({ who: cast.mirko, organisation: orgOf.mirko }),
      complained({ listing: lst(1) }),
    );
    given(mirkos).when(cast.mirko, answer).refuses('conflict_of_interest');
    given(mirkos).when(cast.olga, answer).accepts();
    given(complained()).when(cast.mirko, answer).accepts();
  });
  it('whoever stepped back from it', () => {
    refused(
      complained(),
      does(cast.olga, { kind: 'queue.declare', object: cpl(), conflict: true, words: why }),
    );
  });
  it('whoever declared an interest in the issuer it is about, until it has ended', () => {
    const declare = does(cast.olga, {
      kind: 'conduct.declare',
      interest: 'family',
      organisation: orgOf.enzo,
      words: why,
    });
    const about = inTurn(drafted(), complained({ listing: lst(1) }));
    refused(about, declare);
    refused(about, isOlga, (venue) =>
      does(cast.ottavia, {
        kind: 'conduct.declare',
        interest: 'other',
        organisation: orgOf.enzo,
        words: why,
      })(venue),
    );
    const { venue, when } = given(about, declare);
    expect(isPartyTo(venue.state, one(venue), cast.olga)).to.equal(true);
    const [conflict = ''] = venue.state.conduct.conflicts.keys();
    does(cast.olga, { kind: 'conduct.end', conflict })(venue);
    when(cast.olga, answer).accepts();
    given(complained(), declare).when(cast.olga, answer).accepts();
  });
});

describe('CON-4: declaring an interest', () => {
  const declare = (organisation: string | null = null) =>
    ({ kind: 'conduct.declare', interest: 'mandate', organisation, words: why }) as never;
  it('is the desk’s, in an organisation that there is: not_allowed, not_found', () => {
    given().when(cast.ines, declare()).refuses('not_allowed');
    given().when(cast.olga, declare('org_9')).refuses('not_found');
    given().when(cast.adele, declare(orgOf.elsa)).accepts();
  });
  it('is ended by the same person, by whatever account, once: not_found, declaration_ended', () => {
    const { venue, when } = given(
      happened({ kind: 'people.identified', person: cast.ottavia, natural: cast.olga }),
      does(cast.olga, declare(orgOf.enzo)),
    );
    const [conflict = ''] = venue.state.conduct.conflicts.keys();
    const end = { kind: 'conduct.end', conflict } as const;
    when(cast.oreste, end).refuses('not_found');
    when(cast.olga, { ...end, conflict: 'cfl_none' }).refuses('not_found');
    does(cast.ottavia, end)(venue);
    expect(venue.state.conduct.conflicts.get(conflict)?.endedAt).to.equal(venue.now);
    when(cast.olga, end).refuses('declaration_ended');
  });
});
