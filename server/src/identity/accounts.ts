import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { Locale, Role } from '@piazza/shared/contract';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import type { Vault } from '../vault/vault.ts';
import { writeCredentials } from './credentials.ts';
import type { Claim, EmailIndex } from './email-index.ts';
import { requireStrongPassword } from './password-strength.ts';
import type { Passwords } from './passwords.ts';
import { identityPolicy, type IdentitySources, type PeoplePort } from './ports.ts';

/** What an account is made of, the password hashed already. */
export interface AccountDraft {
  readonly email: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
}

export interface NewAccount extends Omit<AccountDraft, 'passwordHash'> {
  readonly password: string;
}

export interface Accounts {
  /**
   * Makes the person and their credentials for a draft whose address is proved. `origin` names the link (or the other
   * cause): repeated with the same one after a crash, it finishes the same person. `further` is committed with it.
   * Undefined when somebody else holds the address, or the commit lost against a change of `further`.
   */
  establish(
    draft: AccountDraft,
    origin: string,
    subject: string,
    further: readonly VaultChange[],
  ): Promise<PersonId | undefined>;
  /**
   * Opens an account at once, without a mail: for the demo story and the first administrator.
   * @throws Refused `email_taken`, `weak_password`.
   */
  createAccount(account: NewAccount): Promise<PersonId>;
  /** Whose address it is. */
  findByEmail(email: string): Promise<PersonId | undefined>;
}

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly emails: EmailIndex;
  readonly passwords: Passwords;
};

const register = async (
  parts: Parts,
  draft: AccountDraft,
  origin: string,
  claim: Claim,
): Promise<PersonId> => {
  const { email, displayName, locale } = draft;
  const profile = await parts.vault.seal(claim.subject, { email, displayName, locale });
  // The key and its hash come from the origin alone: a second try seals another document but is the same command.
  const key = {
    key: `account-${origin.slice(0, 40)}`,
    requestHash: parts.vault.requestHash({ account: origin }),
  };
  return parts.people.register({ subject: claim.subject, profile, roles: draft.roles, locale }, key);
};

export const createAccounts = (parts: Parts): Accounts => {
  const { store, vault, sources, emails, passwords } = parts;

  const establish: Accounts['establish'] = async (draft, origin, subject, further) => {
    const emailHash = emails.hash(draft.email);
    const now = sources.realNow();
    const claim = await emails.claim(emailHash, origin, subject, now + identityPolicy.claimLifeMs, now);
    if (claim === undefined) return undefined;
    if (claim.subject !== subject) await vault.removeSubject(subject);
    const personId = await register(parts, draft, origin, claim);
    const credentials = { passwordHash: draft.passwordHash, emailHash, generation: 1 };
    const done = await store.commit([
      writeCredentials(personId, credentials, 0),
      emails.assign(emailHash, claim, personId),
      ...further,
    ]);
    return done ? personId : undefined;
  };

  return {
    establish,
    createAccount: async ({ password, ...account }) => {
      requireStrongPassword(password, account.email);
      const emailHash = emails.hash(account.email);
      if ((await emails.personOf(emailHash)) !== undefined) throw new Refused(reject('email_taken'));
      const draft = { ...account, passwordHash: await passwords.hash(password) };
      const personId = await establish(draft, `direct-${emailHash}`, await vault.createSubject(), []);
      if (personId === undefined) throw new Refused(reject('email_taken'));
      return personId;
    },
    findByEmail: (email) => emails.personOf(emails.hash(email)),
  };
};
