import { get, post, remove, type Call, type Route } from '../call.ts';
import { malformed } from '../errors.ts';
import { attach, detach, methodOf } from '../flows/methods.ts';
import { receiveCash } from '../flows/cash.ts';
import { dated, listOf, paging } from '../list.ts';
import { addressesFor, cashBalance, cashOf } from '../objects/cash.ts';
import { customerFields, newCustomer, updateCustomer } from '../objects/customer.ts';
import { platform } from '../shelf.ts';

const found = ({ world, at }: Call) => world.shelves.customers.get(platform, at('id'), 'customer');

/** Only euros are kept. */
export function checkEuro(currency: string): void {
  if (currency.toLowerCase() !== 'eur') throw malformed(`Invalid currency: ${currency}`, 'currency');
}

function create({ world, params }: Call): object {
  const customer = world.shelves.customers.add(platform, newCustomer(world, params));
  const method = params.text('payment_method');
  if (method !== undefined) attach(world, methodOf(world, method), customer.id);
  world.emit('customer.created', customer);
  return customer;
}

function erase(call: Call): object {
  const { world } = call;
  const customer = found(call);
  for (const method of world.shelves.paymentMethods.of(platform))
    if (method.customer === customer.id) detach(world, method);
  world.shelves.customers.remove(customer.id);
  world.traits.deleted.add(customer.id);
  world.emit('customer.deleted', customer);
  return { id: customer.id, object: 'customer', deleted: true };
}

/** A deleted customer can still be looked at, as Stripe lets. */
const look = (call: Call): object => {
  const id = call.at('id');
  return call.world.traits.deleted.has(id) ? (call.world.find(id) ?? {}) : found(call);
};

function update(call: Call): object {
  const customer = found(call);
  updateCustomer(customer, call.params);
  call.world.emit('customer.updated', customer);
  return customer;
}

function instructions(call: Call): object {
  const customer = found(call);
  checkEuro(call.params.needText('currency'));
  call.params.oneOf('funding_type', ['bank_transfer']);
  const transfer = call.params.needGroup('bank_transfer');
  const country = transfer.group('eu_bank_transfer')?.text('country') ?? 'IE';
  return {
    object: 'funding_instructions',
    bank_transfer: { country, financial_addresses: addressesFor(customer.id), type: 'eu_bank_transfer' },
    currency: 'eur',
    funding_type: 'bank_transfer',
    livemode: false,
  };
}

function setCash(call: Call): object {
  const customer = found(call);
  const mode = call.params
    .group('settings')
    ?.oneOf('reconciliation_mode', ['automatic', 'manual', 'merchant_default']);
  if (mode !== undefined) cashOf(call.world, customer.id).automatic = mode !== 'manual';
  return cashBalance(call.world, customer.id);
}

function fund(call: Call): object {
  const customer = found(call);
  checkEuro(call.params.needText('currency'));
  const amount = call.params.needInteger('amount');
  return receiveCash(call.world, customer.id, amount, call.params.text('reference') ?? null);
}

const cashEntries = (call: Call) => {
  const { id } = found(call);
  return call.world.shelves.cashTransactions.of(platform).filter(({ customer }) => customer === id);
};

const methods = (call: Call): object => {
  const { id } = found(call);
  const type = call.params.text('type');
  return listOf(
    call,
    call.world.shelves.paymentMethods.of(platform),
    (method) => method.customer === id && (type === undefined || method.type === type),
  );
};

const one = '/v1/customers/:id';

export const customerRoutes: readonly Route[] = [
  post('/v1/customers', `${customerFields} payment_method`, create),
  get('/v1/customers', `${dated} email`, (call) => {
    const email = call.params.text('email');
    return listOf(
      call,
      call.world.shelves.customers.of(platform),
      (customer) => email === undefined || customer.email === email,
    );
  }),
  get(one, '', look),
  remove(one, erase),
  post(one, `${customerFields} invoice_settings`, update),
  get(`${one}/payment_methods`, `${paging} type`, methods),
  get(`${one}/payment_methods/:method`, '', (call) =>
    call.world.shelves.paymentMethods.get(platform, call.at('method'), 'payment_method'),
  ),
  post(`${one}/funding_instructions`, 'bank_transfer currency funding_type', instructions),
  get(`${one}/cash_balance`, '', (call) => cashBalance(call.world, found(call).id)),
  post(`${one}/cash_balance`, 'settings', setCash),
  get(`${one}/cash_balance_transactions`, paging, (call) => listOf(call, cashEntries(call))),
  get(`${one}/cash_balance_transactions/:entry`, '', ({ world, at }) =>
    world.shelves.cashTransactions.get(platform, at('entry'), 'transaction'),
  ),
  post('/v1/test_helpers/customers/:id/fund_cash_balance', 'amount currency reference', fund),
];
