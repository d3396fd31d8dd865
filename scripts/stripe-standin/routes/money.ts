import type Stripe from 'stripe';
import { get, post, type Call, type Route } from '../call.ts';
import { noSuch } from '../errors.ts';
import { dated, listOf } from '../list.ts';
import { topUp } from '../flows/topup.ts';
import { platform } from '../shelf.ts';
import { apiVersion } from '../world.ts';
import { checkEuro } from './customers.ts';

function balance({ world, owner }: Call): Stripe.Balance {
  const ledger = world.ledger(owner);
  const [available, pending] = [ledger.available(), ledger.pending()];
  return {
    object: 'balance',
    available: [{ amount: available, currency: 'eur', source_types: { card: available } }],
    ...(owner === platform ? { connect_reserved: [{ amount: 0, currency: 'eur' }] } : {}),
    livemode: false,
    pending: [{ amount: pending, currency: 'eur', source_types: { card: pending } }],
    refund_and_dispute_prefunding: {
      available: [{ amount: 0, currency: 'eur' }],
      pending: [{ amount: 0, currency: 'eur' }],
    },
  };
}

function entries(call: Call): object {
  const { world, params, owner } = call;
  const [type, source, payout] = [params.text('type'), params.text('source'), params.text('payout')];
  checkEuro(params.text('currency') ?? 'eur');
  world.ledger(owner).available();
  return listOf(
    call,
    world.ledger(owner).entries,
    (entry) =>
      (type === undefined || entry.type === type) &&
      (source === undefined || entry.source === source) &&
      (payout === undefined || entry.source === payout),
  );
}

function oneEntry({ world, owner, at }: Call): object {
  const found = world.ledger(owner).find(at('id'));
  if (found === undefined) throw noSuch('balance transaction', at('id'));
  world.ledger(owner).available();
  return found;
}

function events(call: Call): object {
  const types = call.params.list('types') ?? [];
  const type = call.params.text('type');
  const wanted = type === undefined ? types : [...types, type];
  const fits = (name: string): boolean =>
    wanted.length === 0 ||
    wanted.some((want) => want === name || (want.endsWith('.*') && name.startsWith(want.slice(0, -1))));
  const delivered = call.params.flag('delivery_success');
  return listOf(
    call,
    call.world.shelves.events.of(call.owner),
    (event) => fits(event.type) && (delivered === undefined || (event.pending_webhooks === 0) === delivered),
  );
}

export const moneyRoutes: readonly Route[] = [
  get('/v1/balance', '', balance),
  get('/v1/balance_transactions', `${dated} type source payout currency`, entries),
  get('/v1/balance_transactions/:id', '', oneEntry),
  post('/v1/topups', 'amount currency description metadata', ({ world, params }) => {
    checkEuro(params.needText('currency'));
    return topUp(world, params.needInteger('amount'), params.text('description') ?? null, params.metadata());
  }),
  get('/v1/topups/:id', '', ({ world, at }) => world.shelves.topups.get(platform, at('id'), 'topup')),
  get('/v1/events', `${dated} type types delivery_success`, events),
  get('/v1/events/:id', '', ({ world, at, owner }) => world.shelves.events.get(owner, at('id'))),
  get('/v1/account', '', ({ world }) => ({
    id: world.account,
    object: 'account',
    api_version: apiVersion,
    charges_enabled: true,
    country: 'IT',
    default_currency: 'eur',
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    type: 'standard',
  })),
];
