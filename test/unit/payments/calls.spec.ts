import { expect } from 'chai';
import { makeCall } from '../../../server/src/payments/calls.ts';
import {
  ProviderRefused,
  ProviderUnavailable,
  type PaymentProvider,
} from '../../../server/src/ports/payments.ts';

/** A provider that is asked for nothing but this. */
const provider = (does: Partial<PaymentProvider>): PaymentProvider => does as PaymentProvider;
const refuses = (code: string) => () => Promise.reject(new ProviderRefused(code, code));

const send = {
  kind: 'send',
  lock: 'out_1',
  old: false,
  outgoing: 'out_1',
  attempt: 2,
  account: 'acct_1',
  amountCents: 500,
} as never;
const nothing = { transfer: null, bank: null, reversal: null, problem: null };

describe('What the core is told of a call', () => {
  it('money that left, to the account and on to its bank', async () => {
    const keys: string[] = [];
    const says = provider({
      transfer: async (_request, { key }) => (keys.push(key), { transfer: 'tr_1' }),
      payOut: async (_request, { key }) => (keys.push(key), { payout: 'po_1', status: 'pending' }),
    });
    const report = { ...nothing, status: 'transferred', transfer: 'tr_1', bank: 'po_1' };
    expect(await makeCall(says, send)).to.deep.equal([
      { kind: 'payments.sent', outgoing: 'out_1', attempt: 2, report },
    ]);
    expect(keys).to.deep.equal(['out_1:transfer:2', 'out_1:payout:2']);
  });

  it('a transfer that was refused', async () => {
    const [told] = await makeCall(provider({ transfer: refuses('account_invalid') }), send);
    expect(told).to.deep.include({ report: { ...nothing, status: 'refused', problem: 'account_invalid' } });
  });

  it('in one word a transfer whose bank was not to be had: it came back at once', async () => {
    const says = provider({
      transfer: async () => ({ transfer: 'tr_1' }),
      payOut: refuses('payouts_not_allowed'),
      reverse: async () => ({ reversal: 'trr_1' }),
    });
    const told = await makeCall(says, send);
    const about = { transfer: 'tr_1', bank: null, reversal: 'trr_1', problem: 'payouts_not_allowed' };
    expect(told.map((one) => 'report' in one && one.report)).to.deep.equal([
      { ...about, status: 'returned' },
    ]);
  });

  it('a charge that the provider would not begin, for good', async () => {
    const request = { payment: 'pay_1', customer: 'cus_1', method: 'pm_1', kind: 'card', amountCents: 100 };
    const task = { kind: 'charge', lock: 'pay_1', old: false, attempt: 1, request, former: null } as never;
    const [told] = await makeCall(provider({ charge: refuses('resource_missing') }), task);
    expect(told).to.deep.include({ kind: 'payments.charged', payment: 'pay_1', attempt: 1 });
    expect((told as { readonly report: object }).report).to.include({
      status: 'declined',
      intent: '',
      declined: 'resource_missing',
      final: true,
    });
  });

  describe('a charge that follows another attempt (CHG-13)', () => {
    const request = { payment: 'pay_1', customer: 'cus_1', method: 'pm_2', kind: 'card', amountCents: 100 };
    const task = { kind: 'charge', lock: 'pay_1', old: false, attempt: 2, request, former: 'pi_1' } as never;
    const said = (intent: string, status: string) =>
      ({
        intent,
        status,
        charge: null,
        feeCents: null,
        declined: null,
        final: false,
        disputed: false,
      }) as never;

    for (const left of ['cancelled', 'declined', 'action_needed'] as const)
      it(`is made under a key of its own once the other is ${left}`, async () => {
        const calls: string[] = [];
        const says = provider({
          cancelCharge: (intent, key) => {
            calls.push(`${intent} ${key}`);
            return Promise.resolve(said('pi_1', left));
          },
          charge: (_request, { key }) => {
            calls.push(key);
            return Promise.resolve(said('pi_2', 'succeeded'));
          },
        });
        const [told] = await makeCall(says, task);
        expect(calls).to.deep.equal(['pi_1 pay_1:instead:2', 'pay_1:charge:2']);
        expect(told).to.have.nested.property('report.intent', 'pi_2');
      });
    for (const left of ['succeeded', 'processing'] as const)
      it(`is not made where the other is ${left} after all: nobody pays twice`, async () => {
        const says = provider({ cancelCharge: async () => said('pi_1', left) });
        const [told] = await makeCall(says, task);
        expect(told).to.include({ kind: 'payments.charged', attempt: 2 });
        expect(told).to.deep.nested.include({ 'report.intent': 'pi_1', 'report.status': left });
      });
    it('waits where nobody knows whether the other was cancelled', async () => {
      const says = provider({ cancelCharge: () => Promise.reject(new ProviderUnavailable('no answer')) });
      const error = await makeCall(says, task).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(ProviderUnavailable);
    });
  });

  it('a refund that the provider would not begin', async () => {
    const task = {
      kind: 'refund',
      lock: 'rfd_1',
      old: false,
      refund: 'rfd_1',
      charge: 'ch_1',
      amountCents: 1,
    } as never;
    const [told] = await makeCall(provider({ refund: refuses('charge_disputed') }), task);
    expect(told).to.deep.include({ report: { refund: '', status: 'failed', feeCents: 0 } });
  });

  it('nothing where nobody knows: the call is made again', async () => {
    const hangs = provider({ transfer: () => Promise.reject(new ProviderUnavailable('no answer')) });
    const error = await makeCall(hangs, send).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ProviderUnavailable);
  });
});
