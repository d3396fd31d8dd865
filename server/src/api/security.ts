import type { Passkey, SecurityView, SessionView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { millis, type Millis, type PersonId } from '@piazza/shared/values';
import { obstaclesOf } from '../domain/erasure/index.ts';
import { keptByLaw } from '../domain/retention/index.ts';
import type { Identity } from '../identity/identity.ts';
import { shortId } from '../identity/tokens.ts';
import { REFRESH_COOKIE } from './auth.ts';
import type { ApiContext } from './context.ts';
import { exportOf } from './export.ts';
import { Refused, type Handlers, type Principal } from './handler.ts';

type Names =
  | 'security.askStepUp'
  | 'security.stepUp'
  | 'security.read'
  | 'security.beginTwoFactor'
  | 'security.confirmTwoFactor'
  | 'security.disableTwoFactor'
  | 'security.renewRecoveryCodes'
  | 'security.beginPasskey'
  | 'security.addPasskey'
  | 'security.renamePasskey'
  | 'security.removePasskey'
  | 'security.sessions'
  | 'security.endSession'
  | 'security.endOtherSessions'
  | 'security.export'
  | 'security.erasure'
  | 'security.erase';

type KeptPasskey = Awaited<ReturnType<Identity['passkeys']['list']>>[number];

const presentPasskey = ({ id, name, createdAt, lastUsedAt }: KeptPasskey): Passkey => ({
  id,
  name,
  createdAt: createdAt as Millis,
  lastUsedAt: lastUsedAt as Millis | null,
});

/** The id of a session as others may see it: the one in the tokens stays between browser and venue. */
const wireSession = (sessionId: string): string => shortId('ses', sessionId);

async function presentSecurity(context: ApiContext, caller: Principal): Promise<SecurityView> {
  const { twoFactor, passkeys, stepUp } = context.identity;
  const { since, recoveryCodesLeft } = await twoFactor.view(caller.personId);
  const kept = await passkeys.list(caller.personId);
  const overseer = caller.roles.has('operator') || caller.roles.has('administrator');
  return {
    twoFactorSince: since as Millis | null,
    recoveryCodesLeft,
    passkeys: kept.map(presentPasskey),
    freshUntil: await stepUp.freshUntil(caller),
    secondFactorAdvised: overseer && since === null,
  };
}

async function presentSessions(context: ApiContext, caller: Principal): Promise<SessionView[]> {
  const sessions = await context.identity.sessions.list(caller.personId);
  return sessions.toReversed().map(({ sessionId, createdAt, refreshedAt, device }) => ({
    id: wireSession(sessionId),
    ...device,
    createdAt: createdAt as Millis,
    lastUsedAt: refreshedAt as Millis,
    current: sessionId === caller.sessionId,
  }));
}

/** Ends those of the caller's sessions. @throws Refused not_found where one is asked for and there is none. */
async function endSessions(
  context: ApiContext,
  { personId }: Principal,
  which: (sessionId: string) => boolean,
): Promise<number> {
  const { sessions } = context.identity;
  const ended = (await sessions.list(personId)).map(({ sessionId }) => sessionId).filter(which);
  await sessions.end(personId, ended);
  return ended.length;
}

/** @throws Refused confirmation_wrong unless the caller's own address was typed. */
async function requireConfirmation(context: ApiContext, person: PersonId, typed: string): Promise<void> {
  const profile = await context.identity.profiles.read(person);
  if (profile === undefined || typed.trim().toLowerCase() !== profile.email.toLowerCase())
    throw new Refused(reject('confirmation_wrong'));
}

type Shares = 'security.export' | 'security.erasure' | 'security.erase';

const ownDataHandlers = (context: ApiContext): Handlers<Shares> => ({
  'security.export': async ({ caller }) => exportOf(context, caller.personId),
  'security.erasure': ({ caller: { personId } }) =>
    context.exchange.read((state) => ({
      obstacles: [...obstaclesOf(state, personId)],
      kept: keptByLaw(state, personId, millis(context.exchange.now())),
    })),
  'security.erase': async (call) => {
    const { caller, body } = call;
    await requireConfirmation(context, caller.personId, body.confirmation);
    const command = { kind: 'people.beginErasure', giveBack: body.giveBack } as const;
    await context.exchange.command(command, caller.personId);
    await context.erasures.finish();
    call.setCookie(REFRESH_COOKIE, null, 0);
    return {};
  },
});

type Passkeys = `security.${'begin' | 'add' | 'rename' | 'remove'}Passkey`;

const passkeyHandlers = ({ identity: { passkeys } }: ApiContext): Handlers<Passkeys> => ({
  'security.beginPasskey': ({ caller }) => passkeys.begin(caller.personId),
  'security.addPasskey': async ({ caller, body }) =>
    presentPasskey(await passkeys.add(caller.personId, body.ceremony, body.credential, body.name)),
  'security.renamePasskey': async ({ caller, params, body }) =>
    presentPasskey(await passkeys.rename(caller.personId, params.passkeyId, body.name)),
  'security.removePasskey': async ({ caller, params }) => {
    await passkeys.remove(caller.personId, params.passkeyId);
    return {};
  },
});

type Sessions = 'security.sessions' | 'security.endSession' | 'security.endOtherSessions';

const sessionHandlers = (context: ApiContext): Handlers<Sessions> => ({
  'security.sessions': async ({ caller }) => ({ items: await presentSessions(context, caller) }),
  'security.endSession': async ({ caller, params }) => {
    const ended = await endSessions(context, caller, (one) => wireSession(one) === params.sessionId);
    if (ended === 0) throw new Refused(reject('not_found'));
    return {};
  },
  'security.endOtherSessions': async ({ caller }) => {
    await endSessions(context, caller, (one) => one !== caller.sessionId);
    return {};
  },
});

/** How people prove who they are, where they are signed in, and what is theirs to take along or have erased. */
export const securityHandlers = (context: ApiContext): Handlers<Names> => {
  const { twoFactor, stepUp } = context.identity;
  return {
    ...passkeyHandlers(context),
    ...sessionHandlers(context),
    ...ownDataHandlers(context),
    'security.askStepUp': ({ caller }) => stepUp.askPasskey(caller),
    'security.stepUp': async ({ caller, body }) => ({ freshUntil: await stepUp.prove(caller, body.proof) }),
    'security.read': ({ caller }) => presentSecurity(context, caller),
    'security.beginTwoFactor': ({ caller }) => twoFactor.begin(caller.personId),
    'security.confirmTwoFactor': async ({ caller, body }) => ({
      recoveryCodes: [...(await twoFactor.confirm(caller.personId, body.code))],
    }),
    'security.disableTwoFactor': async ({ caller, body }) => {
      await twoFactor.disable(caller.personId, body.code);
      return {};
    },
    'security.renewRecoveryCodes': async ({ caller }) => ({
      recoveryCodes: [...(await twoFactor.renewRecoveryCodes(caller.personId))],
    }),
  };
};
