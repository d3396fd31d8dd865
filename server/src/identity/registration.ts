import type { Locale } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultStore } from '../ports/vault.ts';
import { readJson, removeKeys, writeJson, type JsonEntry } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';
import type { AccountDraft, Accounts } from './accounts.ts';
import type { Correspondence } from './correspondence.ts';
import type { EmailIndex } from './email-index.ts';
import { evenly } from './even-reply.ts';
import { knownAddressMail, verificationMail } from './mails.ts';
import { requireStrongPassword } from './password-strength.ts';
import type { Passwords } from './passwords.ts';
import { identityPolicy, type IdentitySources } from './ports.ts';
import { mintToken, tokenHash } from './tokens.ts';

export interface RegistrationRequest {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: 'investor' | 'enterprise';
  readonly locale: Locale;
}

export interface Registration {
  /**
   * Begins an account: a link goes to a new address, a hint to a known one. Answers alike either way, in equal time.
   * @throws Refused `weak_password`, `rate_limited`.
   */
  register(request: RegistrationRequest): Promise<void>;
  /**
   * Opens the account behind the link; may be repeated until the link expires (24 h).
   * @throws Refused `link_invalid`.
   */
  verifyEmail(token: string): Promise<void>;
  /** The password hash of the newest unproved account of the address, so that sign-in can say what is missing. */
  pendingPasswordHash(emailHash: string): Promise<string | undefined>;
}

/** `pending/<token hash>`: the draft of an account, or, once opened, what makes a second click on the link harmless. */
export type Pending =
  | {
      readonly state: 'waiting';
      readonly emailHash: string;
      readonly subject: string;
      readonly expiresAt: number;
      readonly sealed: string;
    }
  | { readonly state: 'opened'; readonly expiresAt: number };

/** `pending-of/<email hash>`: the token hashes of an address that is not proved yet, oldest first. */
export interface PendingOf {
  readonly tokens: readonly string[];
}

export const pendingKey = (hash: string): string => `pending/${hash}`;
export const pendingOfKey = (emailHash: string): string => `pending-of/${emailHash}`;

type Parts = {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly sources: IdentitySources;
  readonly emails: EmailIndex;
  readonly passwords: Passwords;
  readonly accounts: Accounts;
  readonly correspondence: Correspondence;
};

/** Drops unproved accounts with all that was sealed for them. */
export const dropPending = async (
  store: VaultStore,
  vault: Vault,
  tokens: readonly string[],
): Promise<void> => {
  for (const token of tokens) {
    const entry = await readJson<Pending>(store, pendingKey(token));
    if (entry?.value.state !== 'waiting') continue;
    await removeKeys(store, [entry.key]);
    await vault.removeSubject(entry.value.subject);
  }
};

/** Remembers the draft under the token's hash and among those of its address; the oldest beyond the limit go. */
const keepPending = async (
  parts: Parts,
  draft: AccountDraft,
  subject: string,
  token: string,
): Promise<void> => {
  const { store, vault, sources } = parts;
  const hash = tokenHash(token);
  const emailHash = parts.emails.hash(draft.email);
  const box = await vault.box(subject, pendingKey(hash), draft);
  const pending: Pending = {
    state: 'waiting',
    emailHash,
    subject,
    expiresAt: sources.realNow() + identityPolicy.verificationLifeMs,
    sealed: Buffer.from(box).toString('base64'),
  };
  for (;;) {
    const others = await readJson<PendingOf>(store, pendingOfKey(emailHash));
    const tokens = [...(others?.value.tokens ?? []), hash];
    const kept = tokens.slice(-identityPolicy.pendingPerAddress);
    const committed = await store.commit([
      writeJson(pendingKey(hash), pending, 0),
      writeJson(pendingOfKey(emailHash), { tokens: kept }, others?.version ?? 0),
    ]);
    if (!committed) continue;
    return dropPending(store, vault, tokens.slice(0, -identityPolicy.pendingPerAddress));
  }
};

const begin = async (parts: Parts, draft: AccountDraft): Promise<void> => {
  const { vault, sources, emails, correspondence } = parts;
  const emailHash = emails.hash(draft.email);
  if (!correspondence.admit(emailHash)) return;
  const personId = await emails.personOf(emailHash);
  if (personId !== undefined) {
    await correspondence.tell(personId, ({ locale }) =>
      knownAddressMail[locale](correspondence.forgottenLink()),
    );
    return;
  }
  const subject = await vault.createSubject();
  const token = mintToken(sources);
  await keepPending(parts, draft, subject, token);
  const text = verificationMail[draft.locale](correspondence.verifyLink(token));
  await correspondence.tellAddress(subject, draft.email, text);
};

type Waiting = Extract<Pending, { state: 'waiting' }>;

const openDraft = async (
  vault: Vault,
  entry: JsonEntry<Pending>,
  pending: Waiting,
): Promise<AccountDraft | undefined> =>
  vault.unbox<AccountDraft>(entry.key, Buffer.from(pending.sealed, 'base64'));

/** True once the account is open; false when this try lost against another one of the same link. */
const open = async (parts: Parts, hash: string): Promise<boolean> => {
  const { store, vault, accounts, sources } = parts;
  const entry = await readJson<Pending>(store, pendingKey(hash));
  if (entry === undefined || entry.value.expiresAt <= sources.realNow())
    throw new Refused(reject('link_invalid'));
  const pending = entry.value;
  if (pending.state === 'opened') return true;
  const draft = await openDraft(vault, entry, pending);
  if (draft === undefined) throw new Refused(reject('link_invalid'));
  const others = await readJson<PendingOf>(store, pendingOfKey(pending.emailHash));
  const personId = await accounts.establish(draft, hash, pending.subject, [
    writeJson(entry.key, { state: 'opened', expiresAt: pending.expiresAt } satisfies Pending, entry.version),
    { key: pendingOfKey(pending.emailHash), value: null },
  ]);
  if (personId === undefined) return false;
  await dropPending(store, vault, others?.value.tokens.filter((token) => token !== hash) ?? []);
  return true;
};

const OPEN_TRIES = 3;

export const createRegistration = (parts: Parts): Registration => ({
  register: async ({ email, password, displayName, role, locale }) => {
    requireStrongPassword(password, email);
    await evenly(parts.sources, async () => {
      const passwordHash = await parts.passwords.hash(password);
      await begin(parts, { email, displayName, locale, roles: [role], passwordHash });
    });
  },
  verifyEmail: async (token) => {
    const hash = tokenHash(token);
    for (let tries = 0; tries < OPEN_TRIES; tries += 1) if (await open(parts, hash)) return;
    throw new Refused(reject('link_invalid'));
  },
  pendingPasswordHash: async (emailHash) => {
    const { store, vault, sources } = parts;
    const newest = (await readJson<PendingOf>(store, pendingOfKey(emailHash)))?.value.tokens.at(-1);
    if (newest === undefined) return undefined;
    const entry = await readJson<Pending>(store, pendingKey(newest));
    if (entry?.value.state !== 'waiting' || entry.value.expiresAt <= sources.realNow()) return undefined;
    return (await openDraft(vault, entry, entry.value))?.passwordHash;
  },
});
