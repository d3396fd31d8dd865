import type Stripe from 'stripe';
import { get, post, type Call, type Route } from '../call.ts';
import { malformed } from '../errors.ts';
import { payOut } from '../flows/payout.ts';
import { reverse, transfer } from '../flows/transfer.ts';
import { dated, inRange, listOf, paging } from '../list.ts';
import { newAccount, profileOf } from '../objects/account.ts';
import { platform } from '../shelf.ts';
import { checkEuro } from './customers.ts';

const foundAccount = ({ world, at }: Call) => world.shelves.accounts.get(platform, at('id'), 'account');
const foundTransfer = ({ world, at }: Call) => world.shelves.transfers.get(platform, at('id'), 'transfer');

function createAccount({ world, params }: Call): object {
  return newAccount(world, params);
}

function updateAccount(call: Call): object {
  const account = foundAccount(call);
  const { params } = call;
  account.metadata = params.metadata(account.metadata ?? {});
  account.email = params.text('email') ?? account.email;
  const profile = params.group('business_profile');
  if (profile !== undefined) account.business_profile = profileOf(profile);
  const interval = params.group('settings')?.group('payouts')?.group('schedule')?.text('interval');
  if (interval !== undefined && account.settings?.payouts)
    account.settings.payouts.schedule.interval = interval;
  call.world.emit('account.updated', account, account.id);
  return account;
}

function linkAccount({ world, params }: Call): object {
  const account = world.shelves.accounts.get(platform, params.needText('account'), 'account');
  const type = params.needText('type');
  if (type !== 'account_onboarding' && type !== 'account_update')
    throw malformed(`Invalid type: ${type}`, 'type');
  const token = world.newId('acctlink', 30);
  const expiresAt = world.clock.now() + world.terms.accountLinkLasts;
  world.traits.accountLinks.set(token, {
    account: account.id,
    expiresAt,
    returnUrl: params.needText('return_url'),
    refreshUrl: params.needText('refresh_url'),
    used: false,
  });
  const link: Stripe.AccountLink = {
    object: 'account_link',
    created: world.clock.now(),
    expires_at: expiresAt,
    url: `${world.origin}/hosted/onboarding/${token}`,
  };
  return link;
}

function createPayout({ world, params, owner }: Call): object {
  checkEuro(params.needText('currency'));
  const bank = world.shelves.accounts.find(owner)?.external_accounts?.data[0];
  return payOut(world, owner, {
    amount: params.needInteger('amount'),
    automatic: false,
    destination: bank?.id ?? null,
    description: params.text('description') ?? null,
    metadata: params.metadata(),
    statementDescriptor: params.text('statement_descriptor') ?? null,
  });
}

function createTransfer({ world, params }: Call): object {
  checkEuro(params.needText('currency'));
  return transfer(world, params);
}

function listTransfers(call: Call): object {
  const [destination, group] = [call.params.text('destination'), call.params.text('transfer_group')];
  return listOf(
    call,
    call.world.shelves.transfers.of(platform),
    (sent) =>
      (destination === undefined || sent.destination === destination) &&
      (group === undefined || sent.transfer_group === group),
  );
}

function listPayouts(call: Call): object {
  const [status, destination] = [call.params.text('status'), call.params.text('destination')];
  return listOf(
    call,
    call.world.shelves.payouts.of(call.owner),
    (payout) =>
      (status === undefined || payout.status === status) &&
      (destination === undefined || payout.destination === destination) &&
      inRange(call.params, 'arrival_date', payout.arrival_date),
  );
}

const accountFields = 'type country email business_type capabilities business_profile metadata settings';

export const connectRoutes: readonly Route[] = [
  post('/v1/accounts', accountFields, createAccount),
  get('/v1/accounts', dated, (call) => listOf(call, call.world.shelves.accounts.of(platform))),
  get('/v1/accounts/:id', '', foundAccount),
  post('/v1/accounts/:id', 'metadata email settings business_profile', updateAccount),
  post('/v1/account_links', 'account type return_url refresh_url', linkAccount),
  post(
    '/v1/transfers',
    'amount currency destination description metadata source_transaction transfer_group',
    createTransfer,
  ),
  get('/v1/transfers', `${dated} destination transfer_group`, listTransfers),
  get('/v1/transfers/:id', '', foundTransfer),
  post('/v1/transfers/:id/reversals', 'amount description metadata', (call) =>
    reverse(call.world, foundTransfer(call), {
      amount: call.params.integer('amount', 1),
      description: call.params.text('description'),
      metadata: call.params.metadata(),
    }),
  ),
  get('/v1/transfers/:id/reversals', paging, (call) =>
    listOf(call, foundTransfer(call).reversals.data.toReversed()),
  ),
  get('/v1/transfers/:id/reversals/:reversal', '', ({ world, at }) =>
    world.shelves.reversals.get(platform, at('reversal'), 'reversal'),
  ),
  post('/v1/payouts', 'amount currency description metadata statement_descriptor', createPayout),
  get('/v1/payouts', `${dated} arrival_date destination status`, listPayouts),
  get('/v1/payouts/:id', '', ({ world, at, owner }) => world.shelves.payouts.get(owner, at('id'), 'payout')),
];
