import { expect } from 'chai';
import { createHmac } from 'node:crypto';
import { stripeProvider } from '../../server/src/adapters/stripe/provider.ts';
import type { ProviderRefused } from '../../server/src/ports/payments.ts';

describe('Messages of payment providers, by Stripe’s SDK', () => {
  const secret = 'whsec_of_the_contract';
  const provider = stripeProvider({ secretKey: 'sk_test_of_the_contract', webhookSecret: secret });
  after(() => provider.close());

  const secondMs = 1_000;
  const body = (more: object = {}) =>
    Buffer.from(
      JSON.stringify({
        id: 'evt_1',
        object: 'event',
        type: 'payment_intent.succeeded',
        livemode: false,
        data: { object: { id: 'pi_1', object: 'payment_intent' } },
        ...more,
      }),
    );
  const sign = (bytes: Uint8Array, agoS = 0, by = secret): string => {
    const at = Math.floor(Date.now() / secondMs) - agoS;
    return `t=${at},v1=${createHmac('sha256', by).update(`${at}.`).update(bytes).digest('hex')}`;
  };
  const codeOf = (bytes: Uint8Array, signature: string): string => {
    try {
      provider.readMessage(bytes, signature);
      return 'taken';
    } catch (error) {
      return (error as ProviderRefused).code;
    }
  };

  it('say what they are about when they are genuine', () => {
    const bytes = body();
    expect(provider.readMessage(bytes, sign(bytes))).to.deep.equal({
      event: 'evt_1',
      type: 'payment_intent.succeeded',
      object: 'pi_1',
      account: null,
    });
  });

  const about: readonly (readonly [string, object, string | null, string?])[] = [
    ['charge.succeeded', { id: 'ch_1', payment_intent: 'pi_9' }, 'pi_9'],
    ['charge.dispute.created', { id: 'dp_1', charge: 'ch_1' }, 'dp_1'],
    ['charge.refund.updated', { id: 're_1' }, 're_1'],
    ['refund.failed', { id: 're_2' }, 're_2'],
    ['payout.paid', { id: 'po_1' }, 'po_1', 'acct_1'],
    ['payout.paid', { id: 'po_1' }, null],
    ['account.updated', { id: 'acct_1' }, 'acct_1', 'acct_1'],
    ['customer_cash_balance_transaction.created', { id: 'ccsbtxn_1', customer: 'cus_1' }, 'cus_1'],
    ['checkout.session.completed', { id: 'cs_1' }, 'cs_1'],
    ['customer.created', { id: 'cus_1' }, null],
  ];
  for (const [type, object, expected, account] of about)
    it(`${type}${account === undefined ? '' : ' of an account'} is about ${expected ?? 'nothing'}`, () => {
      const bytes = body({ type, data: { object }, ...(account === undefined ? {} : { account }) });
      expect(provider.readMessage(bytes, sign(bytes)).object).to.equal(expected);
    });

  it('are refused when they are forged, changed, too old, unreadable or of the other mode', () => {
    const bytes = body();
    const live = body({ livemode: true });
    const text = Buffer.from('nothing');
    expect(codeOf(bytes, sign(bytes, 0, 'whsec_other'))).to.equal('not_genuine');
    expect(codeOf(body({ id: 'evt_2' }), sign(bytes))).to.equal('not_genuine');
    expect(codeOf(bytes, sign(bytes, 301))).to.equal('not_genuine');
    expect(codeOf(bytes, sign(bytes, 298))).to.equal('taken');
    expect(codeOf(bytes, '')).to.equal('not_genuine');
    expect(codeOf(text, sign(text))).to.equal('unreadable');
    expect(codeOf(live, sign(live))).to.equal('other_mode');
  });
});
