import { z } from 'zod';
import {
  amount,
  endpoint,
  listingId,
  nothing,
  organisationId,
  outgoingId,
  positiveAmount,
  queryInteger,
} from './kit.ts';
import {
  distributionKinds,
  distributionView,
  fundingView,
  instructions,
  leave,
  moneyKinds,
  outgoingView,
  payeeStatuses,
  wayBack,
} from './payments-views.ts';

const issuerMoney = z.object({
  money: z.enum(moneyKinds),
  payee: z.enum(payeeStatuses),
  /** Raised and not paid out yet; of it held for payouts on their way. */
  proceeds: amount,
  onTheWay: amount,
  /** Kept back until the first impact report is accepted. */
  retained: amount,
  paidOut: amount,
  /** The issuer's own money, for what it pays its holders. */
  funds: amount,
  /** Of it set aside for announced payments, on its way out, or frozen. */
  fundsBound: amount,
  /** What of it may leave to the bank now; null while a payment to holders is overdue. */
  withdrawable: amount.nullable(),
  /** Above it in a day, two persons of the venue must agree. */
  withdrawalAlone: amount,
  payouts: z.array(outgoingView),
  /** Own money that has left or is to leave, the newest first. */
  withdrawals: z.array(outgoingView),
  fundings: z.array(fundingView),
  /** Announced payments to holders, the newest first. */
  distributions: z.array(distributionView),
});
export type IssuerMoney = z.output<typeof issuerMoney>;

const ofOrganisation = { params: z.object({ organisationId }), access: ['enterprise'] } as const;
/** Money of issuers at a payment provider. */
export const issuerPaymentsEndpoints = {
  'payments.issuer': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/money',
    summary: 'What an issuer has raised, what is kept back, what was paid out and what is on its way.',
    ...ofOrganisation,
    ownership: 'organisation',
    reply: issuerMoney,
    status: 200,
    rejections: ['not_found'],
    example: { params: { organisationId: '$organisation' } },
    command: false,
  }),
  'payments.beginIssuerPayee': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/payee',
    summary: 'A page of the provider’s where the organisation and its bank account are checked.',
    ...ofOrganisation,
    ownership: 'organisation',
    body: z.object({ back: wayBack }),
    reply: leave,
    status: 200,
    rejections: ['not_found', 'payments_off', 'provider_unavailable'],
    example: { params: { organisationId: '$organisation' }, body: { back: '/issuer' } },
    command: true,
  }),
  'payments.issuerInstructions': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/fundings/instructions',
    summary: 'The account to which the organisation sends money for what it pays its holders.',
    ...ofOrganisation,
    ownership: 'organisation',
    reply: instructions,
    status: 200,
    rejections: ['not_found', 'payments_off', 'provider_unavailable'],
    example: { params: { organisationId: '$organisation' } },
    command: false,
  }),
  'payments.distribute': endpoint({
    method: 'POST',
    path: '/listings/:listingId/payments/:number/fund',
    summary:
      'Set aside what an announced payment pays; holders get it when its day begins, at once where it has.',
    access: ['enterprise'],
    ownership: 'listing',
    params: z.object({ listingId, number: queryInteger(1, 100_000) }),
    body: z.object({ as: z.enum(distributionKinds), amount: positiveAmount }),
    reply: nothing,
    status: 200,
    rejections: ['not_found', 'payments_off', 'illegal_state', 'amount_out_of_range', 'insufficient_funds'],
    example: {
      params: { listingId: '$funded_listing', number: '1' },
      body: { as: 'dividend', amount: '1000.00' },
    },
    command: true,
  }),
  'payments.issuerWithdraw': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/withdrawals',
    summary:
      'Send the organisation’s own money, less what is set aside, to its bank account. Above the daily limit two persons must agree.',
    ...ofOrganisation,
    ownership: 'organisation',
    stepUp: true,
    body: z.object({ amount: positiveAmount }),
    reply: outgoingView,
    status: 201,
    rejections: [
      'not_found',
      'payments_off',
      'amount_out_of_range',
      'payee_not_ready',
      'holders_unpaid',
      'insufficient_funds',
    ],
    example: { params: { organisationId: '$organisation' }, body: { amount: '100.00' } },
    command: true,
  }),
  'payments.issuerCancelWithdrawal': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/withdrawals/:outgoingId/cancel',
    summary: 'Take a withdrawal of the organisation back that has not left.',
    access: ['enterprise'],
    ownership: 'organisation',
    params: z.object({ organisationId, outgoingId }),
    reply: nothing,
    status: 200,
    rejections: ['not_found', 'payments_off', 'outgoing_closed'],
    example: { params: { organisationId: '$organisation', outgoingId: 'out_1' } },
    command: true,
  }),
  'payments.issuerAnnounce': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/fundings',
    summary: 'Announce a bank transfer of the organisation.',
    ...ofOrganisation,
    ownership: 'organisation',
    body: z.object({ amount: positiveAmount }),
    reply: fundingView,
    status: 201,
    rejections: ['not_found', 'payments_off', 'amount_out_of_range', 'too_many_fundings'],
    example: { params: { organisationId: '$organisation' }, body: { amount: '1200.00' } },
    command: true,
  }),
} as const;
