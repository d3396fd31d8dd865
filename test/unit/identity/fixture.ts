import { randomBytes } from 'node:crypto';
import type { Mail } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { MemoryVault, VaultMedium } from '../../../server/src/adapters/memory/vault.ts';
import { Refused } from '../../../server/src/api/handler.ts';
import { createIdentity, type Identity } from '../../../server/src/identity/identity.ts';
import { createOutbox, type Outbox } from '../../../server/src/identity/outbox.ts';
import type { NewPerson, PeoplePort } from '../../../server/src/identity/ports.ts';
import type { SignedIn } from '../../../server/src/identity/sessions.ts';
import type { VaultStore } from '../../../server/src/ports/vault.ts';
import { createVault, type Vault } from '../../../server/src/vault/vault.ts';

export const ada = {
  email: 'ada.bianchi@example.org',
  password: 'il mare di notte',
  displayName: 'Ada Bianchi',
  role: 'investor',
  locale: 'it',
} as const;

const origin = 'https://piazza.example';

/** The venue's state as far as identity sees it: registers people under idempotency keys and keeps them. */
class People implements PeoplePort {
  readonly persons = new Map<PersonId, NewPerson>();
  readonly suspended = new Set<PersonId>();
  readonly #outcomes = new Map<string, PersonId>();
  /** Set to fail after the registration is journaled, as a process that dies before it hears of it. */
  dieAfterRegistering = false;

  async register(person: NewPerson, key: { key: string; requestHash: string }): Promise<PersonId> {
    const name = `${key.key} ${key.requestHash}`;
    const known = this.#outcomes.get(name);
    const personId = known ?? (`per_${(this.persons.size + 1).toString(36)}` as PersonId);
    if (known === undefined) this.persons.set(personId, person);
    this.#outcomes.set(name, personId);
    if (this.dieAfterRegistering) throw new Error('the process died');
    return personId;
  }
  find(personId: PersonId): NewPerson | undefined {
    return this.persons.get(personId);
  }
  standing(personId: PersonId): { suspended: boolean } {
    return { suspended: this.suspended.has(personId) };
  }
}

export interface Bench {
  readonly store: VaultStore;
  readonly medium: VaultMedium;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly outbox: Outbox;
  readonly people: People;
  /** Real time as identity sees it. */
  readonly clock: { now: number };
  /** Every pause that was asked for, in milliseconds. */
  readonly pauses: number[];
  /** Newest first. */
  mails(): Promise<Mail[]>;
  /** The token of the newest link to that page. */
  token(page: 'verify' | 'reset'): Promise<string>;
  login(password?: string, clientAddress?: string): Promise<SignedIn>;
}

export interface Reopened {
  readonly medium?: VaultMedium;
  readonly people?: People;
  readonly clock?: { now: number };
  readonly store?: VaultStore;
}

/** Identity on a medium of memory; handed the parts of another bench, the same after a restart. */
export const openIdentity = async (parts: Reopened = {}): Promise<Bench> => {
  const medium = parts.medium ?? new VaultMedium();
  const clock = parts.clock ?? { now: Date.UTC(2026, 0, 15, 9) };
  const people = parts.people ?? new People();
  const pauses: number[] = [];
  const sources = {
    randomBytes,
    realNow: () => clock.now,
    sleep: async (ms: number) => {
      pauses.push(ms);
    },
  };
  const store = parts.store ?? new MemoryVault(medium);
  const vault = await createVault(store, sources);
  const outbox = await createOutbox(store, vault, sources, 1_000);
  const identity = await createIdentity({ store, vault, mail: outbox, people, sources, publicUrl: origin });
  const mails = async () => (await outbox.page(undefined, 100)).items;
  const token = async (page: 'verify' | 'reset') => {
    const pattern = new RegExp(`${origin}/${page}\\?token=([\\w-]{43})`);
    const found = (await mails())
      .map((mail) => pattern.exec(mail.text)?.[1])
      .find((one) => one !== undefined);
    if (found === undefined) throw new Error(`No mail with a link to ${page}`);
    return found;
  };
  const login = (password: string = ada.password, clientAddress = '198.51.100.7') =>
    identity.login({ email: ada.email, password, clientAddress });
  return { store, medium, vault, identity, outbox, people, clock, pauses, mails, token, login };
};

/** A bench on which Ada has an account. */
export const withAda = async (): Promise<Bench & { readonly adaId: PersonId }> => {
  const bench = await openIdentity();
  const { role, ...account } = ada;
  const adaId = await bench.identity.accounts.createAccount({ ...account, roles: [role] });
  return { ...bench, adaId };
};

/** The rejection a promise ends with; any other end is a failure of the test. */
export const rejectionOf = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (failure) {
    if (failure instanceof Refused) return failure.rejection;
    throw failure;
  }
  throw new Error('It should have been refused');
};

export const codeOf = async (promise: Promise<unknown>) => (await rejectionOf(promise)).code;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
