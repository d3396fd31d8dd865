import { currentBank, questionBanks, questionOf } from '@piazza/shared/knowledge';
import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { knowledgeStanding, type Protection } from '../../../../server/src/domain/protection/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, passes, type Step } from '../../../support/given.ts';

const draw: VenueCommand = { kind: 'protection.drawTest' };
const acknowledge: VenueCommand = { kind: 'protection.acknowledgeTest' };
const who = cast.ines;
/** As nobody has ever taken it. */
const fresh: Step = (venue) => void venue.state.protection.people.delete(who);
const own = (venue: DomainVenue): Protection | undefined => venue.state.protection.people.get(who);

/** Answers of which so many are right. */
const answersOf = (venue: DomainVenue, right: number): number[] =>
  own(venue)!.paper!.questions.map(({ order }, at) => order.indexOf(at < right ? 0 : 1));
const submit = (answers: readonly number[]): VenueCommand => ({ kind: 'protection.submitTest', answers });
const takes =
  (right: number): Step =>
  (venue) => {
    does(who, draw)(venue);
    does(who, submit(answersOf(venue, right)))(venue);
  };
const standing = (venue: DomainVenue) => knowledgeStanding(own(venue), venue.now);

describe('the entry knowledge test (PRT-6)', () => {
  it('draws ten different questions of the present bank, each with its options in some order', () => {
    const { venue, when } = given(fresh);
    let seed = 7;
    venue.chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const paper = own(when(who, draw).accepts())!.paper!;
    expect(paper.version).to.equal(currentBank);
    expect(new Set(paper.questions.map(({ id }) => id)).size).to.equal(policy.knowledgeQuestions);
    for (const { id, order } of paper.questions) {
      expect(questionOf(currentBank, id), id).to.be.an('object');
      expect(order.toSorted((a, b) => a - b)).to.deep.equal([0, 1, 2]);
    }
    expect(new Set(paper.questions.map(({ order }) => order.join(''))).size).to.be.above(1);
  });
  it('favours no question and no place: by a thousand papers', () => {
    const { venue, when } = given(fresh);
    const [asked, placed] = [new Map<string, number>(), [0, 0, 0]];
    for (let one = 0; one < 1_000; one += 1) {
      venue.chance = () => (one * 0.618_033_988_75) % 1;
      const { decision } = when(who, draw);
      const [event] = 'events' in decision ? decision.events : [];
      if (event?.kind !== 'protection.test_drawn') throw new Error('no paper was drawn');
      for (const { id, order } of event.paper.questions) {
        asked.set(id, (asked.get(id) ?? 0) + 1);
        placed[order.indexOf(0)]! += 1;
      }
    }
    const bank = questionBanks[currentBank]!.length;
    expect(asked.size).to.equal(bank);
    // Five standard deviations around what is even.
    for (const [id, times] of asked) expect(times, id).to.be.within(10_000 / bank - 80, 10_000 / bank + 80);
    for (const times of placed) expect(times).to.be.within(3_333 - 240, 3_333 + 240);
  });
  it('leaves a paper as it is until it is answered', () => {
    const { venue, when } = given(fresh, does(who, draw));
    const before = own(venue)?.paper;
    venue.chance = () => 0.9;
    when(who, draw).yields();
    expect(own(venue)?.paper).to.equal(before);
  });
  for (const [right, passed] of [
    [policy.knowledgePassMark - 1, false],
    [policy.knowledgePassMark, true],
    [policy.knowledgeQuestions, true],
    [0, false],
  ] as const)
    it(`${right} right answers ${passed ? 'pass' : 'do not pass'}`, () => {
      const { venue } = given(fresh, takes(right));
      expect(own(venue)).to.deep.include({ paper: null, acknowledgedAt: null });
      expect(own(venue)?.graded).to.include({ correct: right, passed });
      expect(standing(venue)).to.equal(passed ? 'passed' : 'failed');
    });
  it('is valid for two years, to the millisecond', () => {
    const { venue } = given(fresh, takes(10));
    const until = beginning + policy.knowledgeLifeMs;
    expect(policy.knowledgeLifeMs).to.equal(730 * day);
    expect(own(venue)?.passedUntil).to.equal(until);
    expect(knowledgeStanding(own(venue), (until - 1) as never)).to.equal('passed');
    expect(knowledgeStanding(own(venue), until as never)).to.equal('needed');
  });
  it('refuses answers without a paper, too few, too many, and places that are not there', () => {
    given(fresh).when(who, submit([])).refuses('no_open_test');
    const { venue, when } = given(fresh, does(who, draw));
    const right = answersOf(venue, 10);
    for (const wrong of [
      right.slice(1),
      [...right, 0],
      [...right.slice(1), 3],
      [...right.slice(1), -1],
      [...right.slice(1), 0.5],
    ])
      when(who, submit(wrong)).refuses('answers_invalid', { questions: 10 });
    expect(own(when(who, submit(right)).accepts())?.graded?.correct).to.equal(10);
  });
});

describe('a test that was not passed (PRT-7)', () => {
  it('warns: it is acknowledged explicitly, which counts for as long as the test would have', () => {
    const { venue } = given(fresh, takes(0), does(who, acknowledge));
    expect(standing(venue)).to.equal('acknowledged');
    passes(policy.knowledgeLifeMs - 1)(venue);
    expect(standing(venue)).to.equal('acknowledged');
    passes(1)(venue);
    expect(standing(venue)).to.equal('needed');
  });
  it('may be taken again at once, and passing it ends the warning', () => {
    const { venue } = given(fresh, takes(0), takes(3), takes(9));
    expect(standing(venue)).to.equal('passed');
  });
  it('asks for another acknowledgement each time', () => {
    const { venue } = given(fresh, takes(0), does(who, acknowledge), takes(1));
    expect(standing(venue)).to.equal('failed');
  });
  it('takes no earlier pass away while that is valid', () => {
    const { venue } = given(fresh, takes(10), passes(100 * day), takes(0));
    expect(standing(venue)).to.equal('passed');
    passes(policy.knowledgeLifeMs - 100 * day)(venue);
    expect(standing(venue), 'then the later failure counts').to.equal('failed');
  });
  it('is acknowledged only where there is one; twice changes nothing', () => {
    given(fresh).when(who, acknowledge).refuses('nothing_to_acknowledge', { standing: 'needed' });
    given(fresh, takes(10)).when(who, acknowledge).yields();
    given(fresh, takes(0), does(who, acknowledge)).when(who, acknowledge).yields();
  });
});

describe('the bank of questions (PRT-6)', () => {
  const bank = questionBanks[currentBank]!;
  it('has at least twenty, each once, on all the topics of the law', () => {
    expect(bank.length).to.be.at.least(20);
    expect(new Set(bank.map(({ id }) => id)).size).to.equal(bank.length);
    for (const topic of [
      'risk',
      'liquidity',
      'diversification',
      'default',
      'conflicts',
      'protection',
      'ranking',
      'impact',
    ])
      expect(bank.filter((question) => question.topic === topic).length, topic).to.be.at.least(2);
  });
  for (const language of ['en', 'it'] as const)
    it(`asks each question in ${language}, with three different options and an explanation`, () => {
      for (const question of bank) {
        const { ask, options, why } = question[language];
        expect(new Set([ask, why, ...options]).size, question.id).to.equal(5);
        for (const words of [ask, why, ...options]) expect(words.trim().length, question.id).to.be.above(3);
      }
    });
});
