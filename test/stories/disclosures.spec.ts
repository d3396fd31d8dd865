import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { askedQuestion, decideChange, filedChange, signalledDefect } from '../support/disclosures.ts';
import { day } from '../support/draft.ts';
import { acknowledged, commit, offerIn, published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('an issuer tells, investors are told', () => {
  let venue: TestVenue;
  let cast: Cast;
  beforeEach(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  afterEach(() => venue.close());

  const noticesOf = async (who: Player, kind: string): Promise<number> => {
    const { items } = await who.api.call('me.notices', { query: { limit: 50 } });
    return items.filter((notice) => notice.kind === kind).length;
  };
  const free = async (who: Player): Promise<number> => (await who.api.call('wallet.read')).available;
  const status = async (offerId: string): Promise<string> =>
    (await cast.nora.api.call('offers.read', { params: { offerId: offerId as never } })).progress.status;
  const risksOf = async (listingId: string, version?: number): Promise<string> => {
    const query = version === undefined ? {} : { version };
    const sheet = await cast.nora.api.call('kiis.read', { params: { listingId: listingId as never }, query });
    const risk = sheet.parts.flatMap(({ items }) => items).find(({ field }) => field === 'C.riskProject');
    return risk?.text ?? '';
  };

  it('DSC-1, DSC-2: a material change is a new version, told once to each, and revocable anew when captured', async () => {
    const { offerId, listingId } = await published(cast);
    const before = await free(cast.ines);
    const first = await commit(cast.ines, offerId, 100);
    await commit(cast.ines, offerId, 100);
    const kept = await commit(cast.ivo, offerId, 100);
    await cast.pass(6 * day);
    const captured = await cast.ines.api.call('commitments.read', { params: { commitmentId: first.id } });
    expect(captured.status).to.equal('captured');
    expect(
      await cast.ines.api.refusal('commitments.revoke', { params: { commitmentId: first.id } }),
    ).to.equal('reflection_ended');
    const disclosureId = await filedChange(cast, offerId);
    expect(await risksOf(listingId)).to.equal('Il raccolto può mancare.');
    expect(await noticesOf(cast.ines, 'terms_changed')).to.equal(0);
    const decided = await decideChange(cast.olga, disclosureId);
    expect(decided).to.include({ status: 'accepted', version: 2 });
    expect(await risksOf(listingId)).to.equal('Un fornitore su tre è venuto meno.');
    expect(await risksOf(listingId, 1)).to.equal('Il raccolto può mancare.');
    expect(await noticesOf(cast.ines, 'terms_changed')).to.equal(1);
    expect(await noticesOf(cast.ivo, 'terms_changed')).to.equal(1);
    const renewed = await cast.ines.api.call('commitments.read', { params: { commitmentId: first.id } });
    expect(renewed.renewal).to.include({ why: 'changed', disclosureId });
    expect(renewed.reflectionEndsAt).to.equal(decided.revocableUntil);
    const revoked = await cast.ines.api.call('commitments.revoke', { params: { commitmentId: first.id } });
    expect(revoked.status).to.equal('revoked');
    expect(await free(cast.ines)).to.equal(before - 100_000);
    await cast.pass(5 * day);
    expect(await cast.ivo.api.refusal('commitments.revoke', { params: { commitmentId: kept.id } })).to.equal(
      'reflection_ended',
    );
    const params = { listingId };
    const diff = await cast.nora.api.call('kiis.diff', { params, query: { from: 1, to: 2 } });
    const changed = diff.parts.flatMap(({ items }) => items).filter((item) => item.changed);
    expect(changed.map(({ field }) => field)).to.deep.equal(['C.riskProject']);
  });

  it('DSC-2: the decision of a closed offer waits for the rights to revoke that began anew', async () => {
    const { offerId } = await offerIn(cast, 'closing');
    const disclosureId = await filedChange(cast, offerId);
    const { revocableUntil } = await decideChange(cast.oreste, disclosureId);
    const offer = await cast.nora.api.call('offers.read', { params: { offerId } });
    expect(offer.progress.decisionAt).to.equal(revocableUntil);
    await cast.passTo(revocableUntil! - 1);
    expect(await status(offerId)).to.equal('closing');
    await cast.pass(2);
    expect(await status(offerId)).to.equal('funded');
  });

  it('DSC-4: a defect that is not corrected suspends the offer, then cancels it and gives everything back', async () => {
    const { offerId } = await published(cast);
    const before = await free(cast.ines);
    await commit(cast.ines, offerId, 100);
    const disclosureId = await signalledDefect(cast, offerId);
    const { correctBy } = await cast.enzo.api.call('disclosures.read', { params: { disclosureId } });
    expect(await status(offerId)).to.equal('open');
    await cast.passTo(correctBy! + 1);
    expect(await status(offerId)).to.equal('suspended');
    expect(await noticesOf(cast.ines, 'terms_suspended')).to.equal(1);
    const body = { units: 100 as never, acknowledgements: acknowledged };
    expect(await cast.ivo.api.refusal('commitments.place', { params: { offerId }, body })).to.equal(
      'offer_suspended',
    );
    await cast.pass(30 * day);
    expect(await status(offerId)).to.equal('cancelled');
    expect(await free(cast.ines)).to.equal(before);
    const { status: end } = await cast.nora.api.call('disclosures.read', { params: { disclosureId } });
    expect(end).to.equal('cancelled');
  });

  it('DSC-3: a correction that is accepted lets the offer go on, with the right to revoke', async () => {
    const { offerId, listingId } = await published(cast);
    await commit(cast.ines, offerId, 100);
    const disclosureId = await signalledDefect(cast, offerId, true);
    expect(await status(offerId)).to.equal('suspended');
    const params = { disclosureId };
    const body = { reason: 'It was a letter of intent', texts: { useOfProceeds: 'Serre.' } };
    await cast.enzo.api.call('disclosures.correct', { params, body });
    expect(await cast.enzo.api.refusal('disclosures.correct', { params, body })).to.equal('defect_corrected');
    const seen = await cast.nora.api.call('disclosures.list', { params: { listingId } });
    expect(seen.items[0]?.filing).to.equal(null);
    expect(await decideChange(cast.olga, disclosureId)).to.include({ status: 'corrected', version: 2 });
    expect(await status(offerId)).to.equal('open');
    expect(await noticesOf(cast.ines, 'terms_corrected')).to.equal(1);
    await commit(cast.ivo, offerId, 100);
    await cast.pass(31 * day);
    expect(await status(offerId)).to.not.equal('cancelled');
  });

  it('DSC-5 DSC-8: an event is disclosed with its date; later than seven days it is marked late, and history stays', async () => {
    const { listingId } = await offerIn(cast, 'funded');
    const params = { listingId };
    const today = new Date(venue.venue.exchange.now()).toISOString().slice(0, 10);
    const words = 'Il permesso edilizio tarda di tre mesi.';
    const now = await cast.enzo.api.call('disclosures.report', {
      params,
      body: { words, occurredOn: today },
    });
    expect(now.late).to.equal(false);
    const past = new Date(venue.venue.exchange.now() - 9 * day).toISOString().slice(0, 10);
    const late = await cast.enzo.api.call('disclosures.report', {
      params,
      body: { words, occurredOn: past },
    });
    expect(late.late).to.equal(true);
    const ahead = new Date(venue.venue.exchange.now() + 2 * day).toISOString().slice(0, 10);
    expect(
      await cast.enzo.api.refusal('disclosures.report', { params, body: { words, occurredOn: ahead } }),
    ).to.equal('event_in_future');
    const { items } = await cast.nora.api.call('disclosures.list', { params });
    expect(items.map((item) => item.occurredOn)).to.deep.equal([past, today]);
    // DSC-8: who holds units is told of each, once; others are not.
    const told = async ({ api }: Player) =>
      (await api.call('me.notices')).items.filter(({ kind }) => kind === 'event_disclosed');
    const of = (await told(cast.ines)).map(({ subject }) => subject);
    expect(of).to.deep.equal([late.id, now.id].map((disclosure) => ({ listing: listingId, disclosure })));
    expect(await told(cast.ivo)).to.have.length(2);
    for (const nobody of [cast.tito, cast.nora, cast.enzo]) expect(await told(nobody)).to.deep.equal([]);
  });

  it('DSC-6: questions are public once answered or let out, never with a name, and hidden for a reason', async () => {
    const { offerId } = await published(cast);
    const params = { offerId };
    const seen = async (who?: Player) =>
      (await (who?.api ?? venue.client()).call('questions.list', { params })).items;
    const questionId = await askedQuestion(cast, offerId);
    expect(await seen()).to.deep.equal([]);
    expect(await seen(cast.ivo)).to.deep.equal([]);
    expect((await seen(cast.ines))[0]).to.include({ mine: true, status: 'waiting' });
    expect((await seen(cast.enzo))[0]).to.include({ mine: false });
    await cast.enzo.api.call('questions.answer', { params: { questionId }, body: { text: 'La città.' } });
    expect(JSON.stringify(await seen())).to.not.include(cast.ines.displayName);
    expect((await seen())[0]?.answer?.text).to.equal('La città.');
    expect(await noticesOf(cast.ines, 'question_answered')).to.equal(1);
    await cast.olga.api.call('questions.hide', {
      params: { questionId },
      body: { reason: 'It names somebody' },
    });
    expect(await seen()).to.deep.equal([]);
    expect((await seen(cast.ines))[0]?.hiddenBecause).to.equal('It names somebody');
    for (const _ of [1, 2, 3]) await askedQuestion(cast, offerId);
    const body = { text: 'Ancora una domanda, la quarta?' };
    expect(await cast.ines.api.refusal('questions.ask', { params, body })).to.equal('too_many_questions');
  });
});
