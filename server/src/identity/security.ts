import type { VaultStore } from '../ports/vault.ts';
import type { Vault } from '../vault/vault.ts';
import { createCeremonies } from './ceremonies.ts';
import type { Families } from './families.ts';
import { createPasskeyStore } from './passkey-store.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { IdentitySources, PeoplePort } from './ports.ts';
import type { Profiles } from './profiles.ts';
import { createCodeCheck } from './prove-code.ts';
import { relyingPartyOf } from './relying-party.ts';
import { createSecondStep, type SecondStep } from './second-step.ts';
import type { Sessions } from './sessions.ts';
import { createStepUp, type StepUp } from './step-up.ts';
import { createTwoFactor, type TwoFactor } from './two-factor.ts';

/** How people prove who they are beside and beyond their password. */
export interface Security {
  readonly twoFactor: TwoFactor;
  readonly passkeys: Passkeys;
  readonly secondStep: SecondStep;
  readonly stepUp: StepUp;
}

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly profiles: Profiles;
  readonly passwords: Passwords;
  readonly families: Families;
  readonly sessions: Pick<Sessions, 'grant'>;
  readonly publicUrl: string;
};

export const createSecurity = async (parts: Parts): Promise<Security> => {
  const { store, vault, sources } = parts;
  const recoveryKey = await vault.secret('recovery-codes', 32);
  const codes = createCodeCheck({ store, vault, sources, recoveryKey });
  const passkeys = createPasskeys({
    ...parts,
    kept: createPasskeyStore(store, vault),
    ceremonies: createCeremonies(store, sources),
    party: relyingPartyOf(parts.publicUrl),
  });
  return {
    twoFactor: createTwoFactor({ ...parts, codes, recoveryKey }),
    passkeys,
    secondStep: createSecondStep({ ...parts, codes, passkeys }),
    stepUp: createStepUp({ ...parts, codes, passkeys }),
  };
};
