import type { SettingView } from '@piazza/shared/contract';
import { policy, settingNames, settings, type SettingName } from '@piazza/shared/policy';
import type { PersonId, ProposalId } from '@piazza/shared/values';
import { isHidden, type Act } from '../domain/approvals/index.ts';
import type { Sealed } from '../domain/core/index.ts';
import { boundsOf, settingOf } from '../domain/settings/index.ts';
import type { ApiContext } from './context.ts';
import type { Call, Handlers, IdempotencyKey } from './handler.ts';
import { slicePage } from './paging.ts';
import { pickPerson } from './present/person.ts';
import { hashOfAct, pickProposal, presentProposal } from './present/proposal.ts';
import { personName } from './present/words.ts';

type Names =
  | 'approvals.list'
  | 'approvals.read'
  | 'approvals.propose'
  | 'approvals.approve'
  | 'approvals.refuse'
  | 'approvals.withdraw'
  | 'approvals.settings';

async function show(context: ApiContext, id: ProposalId, reader: PersonId) {
  const pick = await context.exchange.read((state) => pickProposal(state, id, reader));
  return presentProposal(context, pick, reader);
}

/** Seals what a person of the desk says, under their own key. */
async function sealOwn(context: ApiContext, person: PersonId, reason: string) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, person));
  return context.vault.seal(subject, { reason });
}

/**
 * Proposes an act for a reason that is sealed already. The answer is the proposal as it waits.
 * @throws Refused not_allowed, conflict_of_interest, already_proposed, and what forbids the act
 */
export async function propose(
  context: ApiContext,
  maker: PersonId,
  act: Act,
  reason: Sealed,
  key: IdempotencyKey | undefined,
) {
  const contentHash = await context.exchange.read((state) => hashOfAct(state, act));
  const command = { kind: 'approvals.propose' as const, act, contentHash, reason };
  const { proposal } = await context.exchange.command(command, maker, key);
  return show(context, proposal as ProposalId, maker);
}

const check = async (
  context: ApiContext,
  kind: 'approvals.approve' | 'approvals.refuse',
  { caller, params, body, key }: Call<'approvals.approve' | 'approvals.refuse'>,
) => {
  const reason = await sealOwn(context, caller.personId, body.reason);
  const { contentHash } = body;
  const command = { kind, proposal: params.proposalId, contentHash, reason };
  await context.exchange.command(command, caller.personId, key);
  return show(context, params.proposalId, caller.personId);
};

async function presentSetting(context: ApiContext, name: SettingName): Promise<SettingView> {
  const { present, versions } = await context.exchange.read((state) => ({
    present: settingOf(state, name),
    versions: state.settings.versions.get(name) ?? [],
  }));
  const { unit, source } = settings[name];
  const said = versions.map(async ({ value, from, maker, checker }) => ({
    value,
    from,
    maker: await personName(context, maker),
    checker: await personName(context, checker),
  }));
  return {
    name,
    unit,
    source,
    present,
    table: policy[name],
    ...boundsOf(name),
    versions: (await Promise.all(said)).toReversed(),
  };
}

export const approvalsHandlers = (context: ApiContext): Handlers<Names> => ({
  'approvals.list': async ({ caller, query }) => {
    const { state: wanted, object } = query;
    const picks = await context.exchange.read((state) =>
      [...state.approvals.proposals.values()]
        .filter((one) => wanted === undefined || (one.status === 'waiting') === (wanted === 'waiting'))
        .filter((one) => !isHidden(state, one, caller.personId))
        .toReversed()
        .map(({ id }) => pickProposal(state, id, caller.personId))
        .filter(({ words }) => object === undefined || words.object === object),
    );
    const page = slicePage(picks, query);
    const items = page.items.map((pick) => presentProposal(context, pick, caller.personId));
    return { items: await Promise.all(items), next: page.next };
  },
  'approvals.read': ({ caller, params }) => show(context, params.proposalId, caller.personId),
  'approvals.propose': async ({ caller, body, key }) => {
    const reason = await sealOwn(context, caller.personId, body.reason);
    const { from, ...act } = body.act;
    const later = from === undefined ? {} : { from };
    return propose(context, caller.personId, { ...act, ...later, reason }, reason, key);
  },
  'approvals.approve': (call) => check(context, 'approvals.approve', call),
  'approvals.refuse': (call) => check(context, 'approvals.refuse', call),
  'approvals.withdraw': async ({ caller, params, key }) => {
    const command = { kind: 'approvals.withdraw' as const, proposal: params.proposalId };
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.proposalId, caller.personId);
  },
  'approvals.settings': async () => ({
    items: await Promise.all(settingNames.map((name) => presentSetting(context, name))),
  }),
});
