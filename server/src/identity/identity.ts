import type { MailTransport } from '../ports/mail.ts';
import type { VaultStore } from '../ports/vault.ts';
import type { Vault } from '../vault/vault.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createCorrespondence } from './correspondence.ts';
import { createEmailIndex } from './email-index.ts';
import { createEraser, type Eraser } from './erasure.ts';
import { createFamilies } from './families.ts';
import { createLogin, type Login } from './login.ts';
import { createPasswordReset, type PasswordReset } from './password-reset.ts';
import { createPasswords } from './passwords.ts';
import type { IdentitySources, PeoplePort } from './ports.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { createRegistration, type Registration } from './registration.ts';
import { createRevocations } from './revocations.ts';
import { createSecurity, type Security } from './security.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createTaxIndex, type TaxIndex } from './tax-index.ts';
import { sweepIdentity } from './upkeep.ts';

export interface IdentityParts {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly mail: MailTransport;
  readonly people: PeoplePort;
  readonly sources: IdentitySources;
  /** Where the client is served, for the links in mails. */
  readonly publicUrl: string;
}

/** Accounts, sign-in and profiles: everything about people that must stay outside the journal. */
export interface Identity extends Security {
  readonly registration: Pick<Registration, 'register' | 'verifyEmail'>;
  readonly accounts: Pick<Accounts, 'createAccount' | 'findByEmail'>;
  readonly login: Login;
  readonly sessions: Omit<Sessions, 'grant'>;
  readonly passwordReset: PasswordReset;
  readonly profiles: Profiles;
  readonly taxes: Pick<TaxIndex, 'note'>;
  /** Ends the sessions and removes credentials, address and all that is sealed for the person; may be repeated. */
  readonly erase: Eraser;
  /** Removes what has expired; every hour or so. */
  sweep(): Promise<void>;
}

/** The services over the vault; reads the revocations that still matter and creates the secrets where there are none. */
export const createIdentity = async (parts: IdentityParts): Promise<Identity> => {
  const { store, vault, mail, people, sources, publicUrl } = parts;
  const emails = await createEmailIndex(store, vault);
  const taxes = await createTaxIndex(store, vault);
  const passwords = await createPasswords(sources);
  const revocations = await createRevocations(store, sources.realNow);
  const tokens = createAccessTokens(await vault.secret('access-token', 32), sources.realNow);

  const profiles = createProfiles(vault, people);
  const correspondence = createCorrespondence({ mail, people, profiles, sources, publicUrl });
  const base = { store, vault, sources, people, emails, passwords, profiles, correspondence };
  const families = createFamilies({ store, sources, revocations });
  const sessions = createSessions({ families, tokens, revocations, people, sources });
  const accounts = createAccounts(base);
  const registration = createRegistration({ ...base, accounts });
  const security = await createSecurity({ ...base, families, sessions, publicUrl });

  return {
    registration,
    accounts,
    login: createLogin({ ...base, ...security, registration, families, sessions }),
    sessions,
    passwordReset: createPasswordReset({ ...base, families }),
    profiles,
    taxes,
    ...security,
    erase: createEraser({ store, vault, emails, sessions, taxes }),
    sweep: () => sweepIdentity({ store, vault, realNow: sources.realNow, revocations }),
  };
};
