import { currentUnderstanding, understandingOf } from '@piazza/shared/knowledge';
import { knowledgePaper } from '@piazza/shared/contract';
import { checkLetter } from '@piazza/shared/identity';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { acknowledged, published } from '../support/listings.ts';
import { euro } from '../support/money.ts';
import { changeRole } from '../support/proposals.ts';
import {
  answers,
  grantClass,
  madeUpIdentity,
  newcomer,
  requester,
  standingOf,
} from '../support/protection.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const first = 'XQZWKJ84D09Z999';
const taxCode = first + checkLetter(first);
const italian = (code = taxCode) => ({ ...madeUpIdentity(), taxCountry: 'IT', taxCode: code }) as const;

describe('the onboarding, through the API', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());

  const review = (who: Player, verdict: 'approve' | 'ask_again' | 'reject', revision = 1) => ({
    params: { personId: who.id },
    body: { revision, verdict, reason: 'Documento visto' },
  });

  it('keeps each step, names the next, and lets nobody commit before (PRT-11, PRT-13, PRT-15)', async () => {
    const who = await newcomer(cast);
    const { offerId } = await published(cast);
    await who.api.call('wallet.topUp', { body: { amount: euro(20_000) } });
    const place = (units = 20) => ({
      params: { offerId },
      body: { units: units as never, acknowledgements: acknowledged },
    });
    const refused = (units?: number) => who.api.refusal('commitments.place', place(units));
    const missing = async () => (await who.api.call('protection.read')).missing;
    expect([await missing(), await refused()]).to.deep.equal(['identity_needed', 'identity_needed']);
    await who.api.call('protection.submitIdentity', { body: italian() });
    expect([await missing(), await refused()]).to.deep.equal([
      'knowledge_test_needed',
      'knowledge_test_needed',
    ]);
    expect(await refused(1_000), '€10,000 ask for an approved identity').to.equal('identity_not_approved');
    await answers(cast, who, 0);
    expect(standingOf(cast, who.id)).to.equal('failed');
    expect(await refused()).to.equal('knowledge_test_needed');
    await who.api.call('protection.acknowledgeTest');
    expect([await missing(), await refused()]).to.deep.equal([
      'loss_simulation_needed',
      'loss_simulation_needed',
    ]);
    const done = await who.api.call('protection.simulateLoss', { body: { bearable: null } });
    expect(done).to.include({ missing: null });
    expect(done.loss).to.include({ done: true, bearable: null });
    expect((await who.api.call('commitments.place', place())).status).to.equal('pledged');
    expect(await refused(1_000)).to.equal('identity_not_approved');
    await cast.olga.api.call('protection.reviewIdentity', review(who, 'approve'));
    // PRT-15: above the threshold a question comes first; whoever answers wrongly is told why, and asked another.
    expect(await refused(1_000)).to.equal('understanding_not_proved');
    const params = place().params;
    const none = { offerId: params.offerId, question: null, missed: null };
    expect(await who.api.call('protection.understanding', { params })).to.deep.equal({
      ...none,
      state: 'none',
    });
    const drawn = await who.api.call('protection.drawUnderstanding', { params });
    expect(await who.api.call('protection.drawUnderstanding', { params })).to.deep.equal(drawn);
    const { id = '', words } = drawn.question ?? {};
    const right = understandingOf(currentUnderstanding, id);
    expect(JSON.stringify(drawn)).to.not.include(right?.en.why);
    const at = words?.en.options.indexOf(right?.en.options[0] ?? '') ?? -1;
    expect(words?.it.options[at]).to.equal(right?.it.options[0]);
    const say = (question: string, answer: number) =>
      who.api.call('protection.answerUnderstanding', { params, body: { question, answer } });
    const second = await say(id, (at + 1) % 3);
    expect(second.missed?.it).to.deep.equal({
      ask: right?.it.ask,
      right: right?.it.options[0],
      why: right?.it.why,
    });
    expect(
      await who.api.refusal('protection.answerUnderstanding', { params, body: { question: id, answer: at } }),
    ).to.equal('no_open_question');
    const next = understandingOf(currentUnderstanding, second.question?.id ?? '');
    const rightPlace = second.question?.words.en.options.indexOf(next?.en.options[0] ?? '') ?? -1;
    expect(await say(second.question?.id ?? '', rightPlace)).to.deep.equal({ ...none, state: 'proved' });
    expect((await who.api.call('commitments.place', place(1_000))).status).to.equal('pledged');
    expect(await refused(1_000), 'each time').to.equal('understanding_not_proved');
  });

  it('refuses a tax code that does not hold, and people under eighteen (PRT-1)', async () => {
    const who = await newcomer(cast);
    const submit = (changes: object) =>
      who.api.refusal('protection.submitIdentity', { body: { ...italian(), ...changes } });
    expect(await submit({ taxCode: `${first}0` })).to.equal('tax_code_invalid');
    expect(await submit({ birthDate: '1984-04-10' })).to.equal('tax_code_invalid');
    expect(await submit({ birthDate: '2015-01-01', taxCountry: 'FR', taxCode: '0701987765493' })).to.equal(
      'under_age',
    );
  });

  it('asks again with a reason, which the person reads, and takes what is corrected (PRT-2)', async () => {
    const who = await newcomer(cast);
    await who.api.call('protection.submitIdentity', { body: madeUpIdentity('CORREGGI 1') });
    await cast.olga.api.call('protection.reviewIdentity', review(who, 'ask_again'));
    const { identity } = await who.api.call('protection.read');
    expect(identity).to.include({ status: 'asked_again', reason: 'Documento visto' });
    expect(identity?.details?.taxCode).to.equal('CORREGGI 1');
    await who.api.call('protection.submitIdentity', { body: madeUpIdentity('CORREGGI 2') });
    expect(
      await cast.olga.api.refusal('protection.reviewIdentity', review(who, 'approve')),
      'what was seen is not there any more',
    ).to.equal('stale_revision');
    const seen = await cast.olga.api.call('protection.reviewIdentity', review(who, 'approve', 2));
    expect(seen).to.include({ status: 'approved', reviewer: 'Olga Orsini' });
    const kinds = (await who.api.call('me.notices', { query: {} })).items.map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['identity_approved', 'identity_asked_again']);
  });

  it('finds the second account of an operator by the tax code: four eyes are not theirs (PRT-3)', async () => {
    const code = madeUpIdentity('STESSA PERSONA 1');
    const second = await cast.join('olga.bis@example.org', { displayName: 'Olga Bis', roles: [] });
    await cast.olga.api.call('protection.submitIdentity', { body: code });
    await second.api.call('protection.submitIdentity', {
      body: { ...code, taxCode: 'stessa-persona/1' },
    });
    const shown = await cast.oreste.api.call('protection.identity', { params: { personId: second.id } });
    expect(shown.sameAs.map(({ displayName }) => displayName)).to.deep.equal(['Olga Orsini']);
    expect(await cast.olga.api.refusal('protection.reviewIdentity', review(second, 'approve'))).to.equal(
      'conflict_of_interest',
    );
    for (const one of [cast.olga, second])
      await cast.oreste.api.call('protection.reviewIdentity', review(one, 'approve'));
    const natural = venue.venue.exchange.peek(({ people }) => people.people.get(second.id)?.natural);
    expect(natural).to.equal(cast.olga.id);
    await changeRole(cast, second.id, 'operator', true, cast.oreste);
    const { id: personId } = await requester(cast);
    const { proposalId } = await cast.olga.api.call('protection.proposeClass', {
      params: { personId },
      body: { request: 1, reason: 'Papers seen' },
    });
    const { contentHash } = await second.api.call('approvals.read', { params: { proposalId } });
    const body = { contentHash, reason: 'Papers seen' };
    expect(await second.api.refusal('approvals.approve', { params: { proposalId }, body })).to.equal(
      'same_person',
    );
  });

  it('shows no right answer before the paper is graded, and explains each afterwards (PRT-8)', async () => {
    const who = await newcomer(cast);
    const { paper, result } = await who.api.call('protection.drawTest');
    expect(result).to.equal(null);
    expect(Object.keys(knowledgePaper.shape.questions.element.shape)).to.deep.equal(['id', 'topic', 'words']);
    for (const { words } of paper?.questions ?? [])
      for (const language of ['en', 'it'] as const)
        expect(Object.keys(words[language])).to.deep.equal(['ask', 'options']);
    // Where the right option stands is drawn: a paper of ten with all of them in one place comes once in 20,000.
    const places = venue.venue.exchange.peek(({ protection }) =>
      protection.people.get(who.id)?.paper?.questions.map(({ order }) => order.indexOf(0)),
    );
    expect(new Set(places).size).to.be.above(1);
    const graded = await answers(cast, who, 8);
    expect(graded.paper).to.equal(null);
    expect(graded.result).to.include({ correct: 8, passed: true });
    for (const { words, chosen, right } of graded.result?.questions.slice(0, 8) ?? []) {
      expect(chosen).to.equal(right);
      expect(words.it.why.length).to.be.above(10);
    }
  });

  it('grants the class by two persons, and takes it back at its end (PRT-5)', async () => {
    const who = await requester(cast);
    const [request] = (await cast.olga.api.call('protection.classes', { query: {} })).items;
    expect(request).to.include({ status: 'waiting', identity: 'approved', own: false });
    expect(request?.evidence).to.equal('Statements of the last four quarters');
    await grantClass(cast, who.id);
    expect((await who.api.call('me.read')).investorClass).to.equal('sophisticated');
    const left = await who.api.call('protection.leaveClass');
    expect(left.investorClass).to.include({ present: 'non_sophisticated', until: null });
    const kinds = (await who.api.call('me.notices', { query: {} })).items.map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['class_granted', 'identity_approved']);
  });

  it('keeps what people say of themselves out of the journal, and forgets it with them (PRT-14)', async () => {
    const who = await newcomer(cast);
    await who.api.call('protection.submitIdentity', { body: madeUpIdentity('SEGRETO 31337') });
    const state = venue.venue.exchange.peek(({ protection }) =>
      JSON.stringify(protection.people.get(who.id)),
    );
    for (const secret of ['SEGRETO', 'Esempio', '1984-04-09']) expect(state).not.to.include(secret);
    await who.api.call('security.erase', { body: { confirmation: who.email, giveBack: true } });
    const shown = await cast.olga.api.call('protection.identity', { params: { personId: who.id } });
    expect(shown.details).to.equal(null);
    const next = await newcomer(cast);
    await next.api.call('protection.submitIdentity', { body: madeUpIdentity('SEGRETO 31337') });
    const found = await cast.olga.api.call('protection.identity', { params: { personId: next.id } });
    expect(found.sameAs, 'the index has forgotten them').to.deep.equal([]);
  });
});
