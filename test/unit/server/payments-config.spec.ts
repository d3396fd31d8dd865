import { expect } from 'chai';
import { readConfig } from '../../../server/src/config.ts';

const stripe = {
  PAYMENTS: 'stripe',
  STRIPE_SECRET_KEY: 'sk_test_abc123',
  STRIPE_WEBHOOK_SECRET: 'whsec_abc123',
} as const;

const messageOf = (env: Readonly<Record<string, string>>): string => {
  try {
    readConfig(env);
    return 'started';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('Which money a venue is started with', () => {
  it('PRV-1: is play money in SIMULATION unless said otherwise', () => {
    expect(readConfig({}).payments).to.equal(undefined);
    expect(readConfig({ PAYMENTS: 'wallet' }).payments).to.equal(undefined);
  });

  it('PRV-1: is Stripe’s, with a key and what proves its messages', () => {
    expect(readConfig(stripe).payments).to.deep.equal({
      by: 'stripe',
      secretKey: stripe.STRIPE_SECRET_KEY,
      webhookSecret: stripe.STRIPE_WEBHOOK_SECRET,
    });
    const url = 'http://127.0.0.1:4242';
    expect(readConfig({ ...stripe, STRIPE_API_URL: url }).payments).to.include({ apiUrl: url });
  });

  it('PRV-1: never real in a game: a live key refuses to start in SIMULATION', () => {
    for (const key of ['sk_live_abc123', 'rk_live_abc123'])
      expect(messageOf({ ...stripe, STRIPE_SECRET_KEY: key })).to.contain('live key');
    const real = { ...stripe, STRIPE_SECRET_KEY: 'sk_live_abc123', VENUE_MODE: 'BULLETIN_BOARD' };
    expect(readConfig(real).payments).to.include({ secretKey: 'sk_live_abc123' });
  });

  it('PRV-1: a live key goes to Stripe and nowhere else', () => {
    const real = { ...stripe, STRIPE_SECRET_KEY: 'sk_live_abc123', VENUE_MODE: 'BULLETIN_BOARD' };
    expect(messageOf({ ...real, STRIPE_API_URL: 'http://127.0.0.1:4242' })).to.contain('STRIPE_API_URL');
  });

  it('PRV-1: outside of SIMULATION there is no play money', () => {
    expect(messageOf({ VENUE_MODE: 'BULLETIN_BOARD', PAYMENTS: 'wallet' })).to.contain('play money');
    expect(messageOf({ VENUE_MODE: 'BULLETIN_BOARD' })).to.contain('STRIPE_SECRET_KEY');
    expect(messageOf({ VENUE_MODE: 'MTF', MTF_LICENCE_ID: 'x' })).to.contain('STRIPE_SECRET_KEY');
  });

  it('PRV-1: says what is missing or wrong, and never repeats a secret', () => {
    const cases = [
      { ...stripe, STRIPE_SECRET_KEY: '' },
      { ...stripe, STRIPE_SECRET_KEY: 'pk_test_secret77' },
      { ...stripe, STRIPE_WEBHOOK_SECRET: '' },
      { ...stripe, STRIPE_WEBHOOK_SECRET: 'secret77' },
      { ...stripe, STRIPE_API_URL: 'nowhere' },
      { ...stripe, STRIPE_API_URL: 'ftp://127.0.0.1' },
      { PAYMENTS: 'gold' },
    ];
    for (const env of cases) {
      const message = messageOf(env);
      expect(message).not.to.equal('started');
      for (const secret of ['abc123', 'secret77']) expect(message).not.to.contain(secret);
    }
  });

  it('tells the demo story at the stand-in, and never at Stripe itself', () => {
    expect(readConfig(stripe).demo).to.equal(false);
    expect(readConfig({ ...stripe, STRIPE_API_URL: 'http://127.0.0.1:4242' }).demo).to.equal(true);
  });
});
