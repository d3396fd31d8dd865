import type Stripe from 'stripe';
import { get, post, type Call, type Route } from '../call.ts';
import { missing, refused } from '../errors.ts';
import { decideDispute, isOpen } from '../flows/dispute.ts';
import { refundCash, refundCharge } from '../flows/refund.ts';
import { dated, listOf } from '../list.ts';
import { idOf, platform } from '../shelf.ts';
import { checkEuro } from './customers.ts';

function chargeOf({ world, params }: Call): Stripe.Charge {
  const id = params.text('charge');
  if (id !== undefined) return world.shelves.charges.get(platform, id, 'charge');
  const intent = world.shelves.paymentIntents.get(
    platform,
    params.needText('payment_intent'),
    'payment_intent',
  );
  if (intent.latest_charge === null)
    throw refused('charge_not_refundable', `PaymentIntent ${intent.id} has no charge to refund.`);
  return world.shelves.charges.get(platform, idOf(intent.latest_charge), 'charge');
}

function refund(call: Call): object {
  const { world, params } = call;
  if (params.oneOf('origin', ['customer_balance']) !== undefined) {
    checkEuro(params.needText('currency'));
    const customer = world.shelves.customers.get(platform, params.needText('customer'), 'customer');
    const back = refundCash(world, customer.id, params.needInteger('amount'), params.metadata());
    const email = params.text('instructions_email');
    if (email !== undefined) back.instructions_email = email;
    return back;
  }
  if (!params.has('charge') && !params.has('payment_intent')) throw missing('payment_intent');
  return refundCharge(world, chargeOf(call), {
    amount: params.integer('amount', 1),
    reason: params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null,
    metadata: params.metadata(),
  });
}

const foundRefund = ({ world, at }: Call) => world.shelves.refunds.get(platform, at('id'), 'refund');
const foundCharge = ({ world, at, owner }: Call) => world.shelves.charges.get(owner, at('id'), 'charge');
const foundDispute = ({ world, at }: Call) => world.shelves.disputes.get(platform, at('id'), 'dispute');

function updateRefund(call: Call): object {
  const found = foundRefund(call);
  found.metadata = call.params.metadata(found.metadata ?? {});
  call.world.emit('refund.updated', found);
  return found;
}

/** Evidence whose text is Stripe's `winning_evidence` or `losing_evidence` decides as it says once submitted. */
function answerDispute(call: Call): object {
  const { world, params } = call;
  const dispute = foundDispute(call);
  if (!isOpen(dispute) && params.has('evidence'))
    throw refused(null, `The dispute is ${dispute.status}: no more evidence is taken.`);
  const text = params.group('evidence')?.text('uncategorized_text');
  dispute.metadata = params.metadata(dispute.metadata);
  if (text !== undefined) dispute.evidence.uncategorized_text = text;
  dispute.evidence_details.has_evidence ||= params.has('evidence');
  if (params.flag('submit') !== false && params.has('evidence')) {
    dispute.status = 'under_review';
    dispute.evidence_details.submission_count += 1;
    dispute.evidence_details.submission_method = 'manual';
    if (text === 'winning_evidence' || text === 'losing_evidence')
      world.clock.after(1, () => {
        if (isOpen(dispute)) decideDispute(world, dispute, text === 'winning_evidence');
      });
  }
  world.emit('charge.dispute.updated', dispute);
  return dispute;
}

function giveUpDispute(call: Call): object {
  const dispute = foundDispute(call);
  decideDispute(call.world, dispute, false);
  return dispute;
}

type Refers = { charge?: unknown; payment_intent?: unknown };

/** Whether an object refers to the charge and the intent that the call names, if it names any. */
function refersTo({ params }: Call): (item: Refers) => boolean {
  const [charge, intent] = [params.text('charge'), params.text('payment_intent')];
  return (item) =>
    (charge === undefined || item.charge === charge) &&
    (intent === undefined || item.payment_intent === intent);
}

export const aftermathRoutes: readonly Route[] = [
  get('/v1/charges', `${dated} customer payment_intent transfer_group`, (call) => {
    const [customer, group] = [call.params.text('customer'), call.params.text('transfer_group')];
    const fits = refersTo(call);
    return listOf(
      call,
      call.world.shelves.charges.of(call.owner),
      (charge) =>
        fits(charge) &&
        (customer === undefined || charge.customer === customer) &&
        (group === undefined || charge.transfer_group === group),
    );
  }),
  get('/v1/charges/:id', '', foundCharge),
  post(
    '/v1/refunds',
    'charge payment_intent amount reason metadata origin customer currency instructions_email',
    refund,
  ),
  get('/v1/refunds', `${dated} charge payment_intent`, (call) =>
    listOf(call, call.world.shelves.refunds.of(platform), refersTo(call)),
  ),
  get('/v1/refunds/:id', '', foundRefund),
  post('/v1/refunds/:id', 'metadata', updateRefund),
  get('/v1/disputes', `${dated} charge payment_intent`, (call) =>
    listOf(call, call.world.shelves.disputes.of(platform), refersTo(call)),
  ),
  get('/v1/disputes/:id', '', foundDispute),
  post('/v1/disputes/:id', 'evidence metadata submit', answerDispute),
  post('/v1/disputes/:id/close', '', giveUpDispute),
];
