import { currentUnderstanding, understandingBanks } from '@piazza/shared/knowledge';
import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { cast, ofr, place } from '../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes } from '../../../support/given.ts';
import { answer, asked, draw, understood } from '../../../support/understood.ts';

const bank = understandingBanks[currentUnderstanding] ?? [];
/** €2,000: above the threshold. */
const large = place(200);
const begun = inTurn(live(), funded(1_000_000));
const drawn = inTurn(begun, does(cast.ines, draw()));
const proof = ({ state }: DomainVenue) => state.protection.people.get(cast.ines)?.understanding;

describe('PRT-15: a proof of understanding before a large commitment', () => {
  it('is drawn from at least eight questions in two languages, three answers each, none of them twice', () => {
    expect(bank.length).to.be.greaterThanOrEqual(8);
    expect(new Set(bank.map(({ id }) => id)).size).to.equal(bank.length);
    for (const { en, it: italian } of bank)
      for (const { ask, options, why } of [en, italian]) {
        expect(new Set(options).size).to.equal(3);
        for (const words of [ask, why, ...options]) expect(words.trim()).to.not.equal('');
      }
  });
  it('any of them, its answers in any order', () => {
    const [ids, orders] = [new Set<string>(), new Set<string>()];
    for (let at = 0; at < 400; at += 1) {
      const { venue } = given(begun);
      venue.chance = () => at / 400;
      does(cast.ines, draw())(venue);
      const question = proof(venue)?.question;
      ids.add(question?.id ?? '');
      orders.add(String(question?.order));
      expect(question?.order.toSorted()).to.deep.equal([0, 1, 2]);
    }
    expect(ids.size).to.equal(bank.length);
    expect(orders.size).to.equal(6);
  });
  it('stays until it is answered, so that nobody draws until they like it, and is that of one offer', () => {
    const { venue } = given(drawn);
    const before = proof(venue);
    venue.chance = () => 0.7;
    does(cast.ines, draw())(venue);
    expect(proof(venue)).to.equal(before);
    given(begun)
      .when(cast.ines, draw(ofr(2)))
      .refuses('not_found');
    given(begun).when(cast.enzo, draw()).refuses('not_allowed');
  });
  it('a wrong answer is recorded and another question asked, which is not the same', () => {
    for (const offset of [1, 2]) {
      const { venue, when } = given(drawn);
      const { id } = asked(venue, cast.ines);
      when(cast.ines, answer(venue, cast.ines, offset)).accepts();
      expect(asked(venue, cast.ines).id).to.not.equal(id);
      expect(proof(venue)).to.include({ missed: id, provedAt: null });
      expect(venue.journal.at(-2)).to.deep.include({
        kind: 'protection.understanding_answered',
        version: currentUnderstanding,
        question: id,
        right: false,
      });
      given(drawn, (one) => does(cast.ines, answer(one, cast.ines, offset))(one))
        .when(cast.ines, large)
        .refuses('understanding_not_proved');
    }
  });
  it('is of the question that is open, at one of its places', () => {
    const { venue, when } = given(drawn);
    const right = answer(venue, cast.ines);
    if (right.kind !== 'protection.answerUnderstanding') throw new Error('no answer');
    when(cast.ines, { ...right, question: 'another' }).refuses('no_open_question');
    when(cast.ines, { ...right, offer: ofr(2) }).refuses('no_open_question');
    when(cast.ivo, right).refuses('no_open_question');
    for (const place_ of [-1, 3, 0.5])
      when(cast.ines, { ...right, answer: place_ }).refuses('answers_invalid');
    given(begun, understood(cast.ines)).when(cast.ines, right).refuses('no_open_question');
  });
  it('a right one counts for one commitment, of which the journal keeps version and question', () => {
    const { venue, when } = given(begun, understood(cast.ines));
    const question = proof(venue)?.question.id;
    when(cast.ines, large).accepts();
    expect(venue.journal.at(-1)).to.deep.equal({
      kind: 'protection.understanding_used',
      person: cast.ines,
      commitment: 'cmt_1',
      version: currentUnderstanding,
      question,
    });
    when(cast.ines, large).refuses('understanding_not_proved');
    // A small one uses none up.
    const small = given(begun, understood(cast.ines), does(cast.ines, place(100)));
    expect(proof(small.venue)?.provedAt).to.not.equal(null);
  });
  it('for a day, not a millisecond longer', () => {
    given(begun, understood(cast.ines), passes(policy.understandingLifeMs - 1))
      .when(cast.ines, large)
      .accepts();
    const late = given(begun, understood(cast.ines), passes(policy.understandingLifeMs));
    late.when(cast.ines, large).refuses('understanding_not_proved');
    late.when(cast.ines, draw()).accepts();
    expect(proof(late.venue)?.provedAt).to.equal(null);
  });
});
