import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultStore } from '../ports/vault.ts';
import { readJson, writeJson } from '../vault/entries.ts';
import type { Correspondence } from './correspondence.ts';
import { readCredentials, writeCredentials } from './credentials.ts';
import type { EmailIndex } from './email-index.ts';
import { evenly } from './even-reply.ts';
import type { Families } from './families.ts';
import { passwordChangedMail, passwordResetMail } from './mails.ts';
import { requireStrongPassword } from './password-strength.ts';
import type { Passwords } from './passwords.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import type { Profiles } from './profiles.ts';
import { mintToken, tokenHash } from './tokens.ts';

export interface PasswordReset {
  /** Sends a link to a known address, in the person's language. Answers alike and in equal time for any address. */
  request(email: string): Promise<void>;
  /**
   * Sets the password and ends every session of the person. The link works once, for an hour.
   * @throws Refused `link_invalid`, `weak_password`.
   */
  confirm(token: string, password: string): Promise<void>;
}

/** `reset/<token hash>`: good while the password is still the one it was asked for. */
export interface ResetLink {
  readonly personId: PersonId;
  readonly generation: number;
  readonly expiresAt: number;
}

const resetKey = (token: string): string => `reset/${tokenHash(token)}`;
const TRIES = 5;

type Parts = {
  readonly store: VaultStore;
  readonly sources: IdentitySources;
  readonly emails: EmailIndex;
  readonly passwords: Passwords;
  readonly profiles: Profiles;
  readonly families: Families;
  readonly correspondence: Correspondence;
};

const sendLink = async (parts: Parts, email: string): Promise<void> => {
  const { store, sources, emails, correspondence } = parts;
  const emailHash = emails.hash(email);
  const personId = await emails.personOf(emailHash);
  const credentials = personId && (await readCredentials(store, personId));
  if (personId === undefined || credentials === undefined || !correspondence.admit(emailHash)) return;
  const token = mintToken(sources);
  const expiresAt = sources.realNow() + identityPolicy.resetLifeMs;
  const link: ResetLink = { personId, generation: credentials.value.generation, expiresAt };
  await store.commit([writeJson(resetKey(token), link, 0)]);
  await correspondence.tell(personId, ({ locale }) =>
    passwordResetMail[locale](correspondence.resetLink(token)),
  );
};

/** Writes the new hash where the link is still good; false when another change came in between. */
const replace = async (parts: Parts, token: string, passwordHash: string): Promise<boolean> => {
  const { store, sources } = parts;
  const link = await readJson<ResetLink>(store, resetKey(token));
  const { personId, generation } = requireLive(link?.value, sources.realNow());
  const credentials = await readCredentials(store, personId);
  if (link === undefined || credentials?.value.generation !== generation)
    throw new Refused(reject('link_invalid'));
  return store.commit([
    { key: link.key, value: null, expect: link.version },
    writeCredentials(
      personId,
      { ...credentials.value, passwordHash, generation: generation + 1 },
      credentials.version,
    ),
  ]);
};

const requireLive = (link: ResetLink | undefined, now: number): ResetLink => {
  if (link === undefined || link.expiresAt <= now) throw new Refused(reject('link_invalid'));
  return link;
};

export const createPasswordReset = (parts: Parts): PasswordReset => ({
  request: (email) => evenly(parts.sources, () => sendLink(parts, email)),
  confirm: async (token, password) => {
    const { store, sources, passwords, profiles, families, correspondence } = parts;
    const link = await readJson<ResetLink>(store, resetKey(token));
    const { personId } = requireLive(link?.value, sources.realNow());
    const profile = await profiles.read(personId);
    if (profile === undefined) throw new Refused(reject('link_invalid'));
    // A weak choice leaves the link as it is: the person tries again.
    requireStrongPassword(password, profile.email);
    const passwordHash = await passwords.hash(password);
    let tries = 1;
    while (!(await replace(parts, token, passwordHash))) {
      tries += 1;
      if (tries > TRIES) throw new Refused(reject('link_invalid'));
    }
    await families.endAll(personId, 'password_reset');
    await correspondence.tell(personId, ({ locale }) =>
      passwordChangedMail[locale](correspondence.forgottenLink()),
    );
  },
});
