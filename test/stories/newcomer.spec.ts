import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { acknowledged, published } from '../support/listings.ts';
import { mailedToken } from '../support/mails.ts';
import { euro } from '../support/money.ts';
import { onboardIn } from '../support/protection.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('a newcomer', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  const email = 'nuova@example.org';
  const password = 'il mare visto di notte';

  it('registers, opens the link that was mailed, signs in, fills the wallet and commits', async () => {
    const visitor = venue.client();
    const account = {
      email,
      password,
      displayName: 'Persona Nuova',
      role: 'investor',
      locale: 'it',
    } as const;
    await visitor.call('auth.register', { body: account });
    expect(await visitor.refusal('auth.login', { body: { email, password } })).to.equal('email_not_verified');
    await visitor.call('auth.verifyEmail', { body: { token: await mailedToken(cast, email) } });
    const { accessToken, me } = await visitor.call('auth.login', { body: { email, password } });
    expect(me).to.include({
      email,
      displayName: 'Persona Nuova',
      tier: 'retail',
      riskWarningAcknowledgedAt: null,
    });
    expect(me.roles).to.deep.equal(['investor']);
    const api = venue.client(accessToken);
    expect((await api.call('me.acknowledgeWarning')).riskWarningAcknowledgedAt).not.to.equal(null);
    const { offerId } = await published(cast);
    const ask = { params: { offerId }, body: { units: 100 as never, acknowledgements: acknowledged } };
    expect(await api.refusal('commitments.place', ask)).to.equal('identity_needed');
    await onboardIn(venue, me.id, cast.olga.id);
    expect(await api.refusal('commitments.place', ask)).to.equal('insufficient_funds');
    await api.call('wallet.topUp', { body: { amount: euro(1_000) } });
    const commitment = await api.call('commitments.place', ask);
    expect(commitment).to.include({ status: 'pledged', amount: euro(1_000), tier: 'retail' });
    expect(await api.refusal('commitments.place', ask), 'the same euro is not promised twice').to.equal(
      'insufficient_funds',
    );
  });
  it('is told nothing about addresses that are known already', async () => {
    const visitor = venue.client();
    const account = {
      password: 'un’altra frase lunga',
      displayName: 'Qualcuno',
      role: 'investor',
      locale: 'en',
    } as const;
    const known = await visitor.call('auth.register', { body: { ...account, email: cast.ines.email } });
    expect(known).to.deep.equal({});
    const { items } = await cast.olga.api.call('desk.mail', { query: { limit: 1 } });
    expect(items[0]?.to).to.equal(cast.ines.email);
    expect(items[0]?.subject).to.equal('Hai già un conto su Piazza');
  });
  it('chooses a new password by the mailed link, and every session of before ends', async () => {
    const visitor = venue.client();
    const before = await visitor.call('auth.login', { body: { email, password } });
    await visitor.call('auth.requestPasswordReset', { body: { email } });
    const body = { token: await mailedToken(cast, email), password: 'le montagne viste di giorno' };
    await visitor.call('auth.confirmPasswordReset', { body });
    expect(await venue.client(before.accessToken).refusal('me.read')).to.equal('session_expired');
    expect(await visitor.refusal('auth.login', { body: { email, password } })).to.equal('wrong_credentials');
    expect(await visitor.refusal('auth.confirmPasswordReset', { body })).to.equal('link_invalid');
    const after = await visitor.call('auth.login', { body: { email, password: body.password } });
    expect(after.me.email).to.equal(email);
  });
});
