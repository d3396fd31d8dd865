import { reject } from '@piazza/shared/rejections';
import type { Millis } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import type { Access } from './access-tokens.ts';
import { readCredentials } from './credentials.ts';
import type { Families } from './families.ts';
import type { Asked, Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import type { CodeCheck } from './prove-code.ts';
import { methodsOf } from './second-step.ts';

/** What a person shows to prove once more who they are. */
export type Proof =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'passkey'; readonly ceremony: string; readonly credential: string };

/** A fresh proof before what cannot be taken back: an open session left alone is not enough for it. */
export interface StepUp {
  /** Until when the last proof of this session counts, in real time; null when it no longer does. */
  freshUntil(caller: Access): Promise<Millis | null>;
  /** @throws Refused `step_up_needed` with the `methods` that serve, unless a proof was given within five minutes. */
  requireFresh(caller: Access): Promise<void>;
  askPasskey(caller: Access): Promise<Asked>;
  /**
   * Takes a proof: a code or a passkey where two-factor is on, else the password or a passkey.
   * @throws Refused, the first that applies: `rate_limited`, `step_up_needed` (a password where more is on),
   * `wrong_credentials`, `code_wrong`, `passkey_refused`, `session_expired`.
   */
  prove(caller: Access, proof: Proof): Promise<Millis>;
}

type Parts = {
  readonly store: VaultStore;
  readonly sources: IdentitySources;
  readonly families: Families;
  readonly passwords: Passwords;
  readonly codes: CodeCheck;
  readonly passkeys: Passkeys;
};

const methods = async (parts: Parts, { personId }: Access): Promise<readonly string[]> => {
  const second = await methodsOf(parts, personId);
  if (second.length > 0) return second;
  return (await parts.passkeys.list(personId)).length > 0 ? ['password', 'passkey'] : ['password'];
};

const checkPassword = async (parts: Parts, caller: Access, password: string): Promise<void> => {
  const { store, passwords, codes } = parts;
  const credentials = await readCredentials(store, caller.personId);
  const matches = await passwords.matches(credentials?.value.passwordHash, password);
  codes.requireAllowance(caller.personId);
  if (matches) return;
  codes.failed(caller.personId);
  throw new Refused(reject('wrong_credentials'));
};

/** What the proof uses up. */
const check = async (parts: Parts, caller: Access, proof: Proof): Promise<readonly VaultChange[]> => {
  parts.codes.requireAllowance(caller.personId);
  const known = await methods(parts, caller);
  if (!known.includes(proof.kind)) throw new Refused(reject('step_up_needed', { methods: known }));
  switch (proof.kind) {
    case 'password':
      await checkPassword(parts, caller, proof.password);
      return [];
    case 'code':
      return [await parts.codes.prove(caller.personId, proof.code)];
    case 'passkey': {
      const { personId, used } = await parts.passkeys.prove('step_up', proof.ceremony, proof.credential);
      if (personId !== caller.personId) throw new Refused(reject('passkey_refused'));
      return [used];
    }
  }
};

export const createStepUp = (parts: Parts): StepUp => {
  const { families, sources } = parts;
  const freshUntil: StepUp['freshUntil'] = async ({ sessionId }) => {
    const until = ((await families.provedAt(sessionId)) ?? 0) + identityPolicy.freshMs;
    return until > sources.realNow() ? (until as Millis) : null;
  };

  return {
    freshUntil,
    requireFresh: async (caller) => {
      if ((await freshUntil(caller)) === null)
        throw new Refused(reject('step_up_needed', { methods: await methods(parts, caller) }));
    },
    askPasskey: ({ personId }) => parts.passkeys.ask('step_up', personId),
    prove: async (caller, proof) => {
      const used = await check(parts, caller, proof);
      if (await families.prove(caller.sessionId, used))
        return (sources.realNow() + identityPolicy.freshMs) as Millis;
      const ended = (await families.provedAt(caller.sessionId)) === undefined;
      throw new Refused(reject(ended ? 'session_expired' : 'code_wrong'));
    },
  };
};
