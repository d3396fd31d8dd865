import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { z } from 'zod';
import { Refusal as Refused } from '../kernel/exchange.ts';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { base64url } from '../vault/sources.ts';
import type { Ceremonies, Purpose } from './ceremonies.ts';
import { passkeyIdOf, type KeptPasskey, type PasskeyEntry, type PasskeyStore } from './passkey-store.ts';
import { identityPolicy, type IdentitySources, type PeoplePort } from './ports.ts';
import type { Profiles } from './profiles.ts';
import type { RelyingParty } from './relying-party.ts';

/** A ceremony that has begun: its token, and what the browser is to be given, as JSON. */
export interface Asked {
  readonly ceremony: string;
  readonly options: string;
}

/** Who a passkey has proved, and the change that counts its use, to be committed with what it opens. */
export interface ProvedPasskey {
  readonly personId: PersonId;
  readonly used: VaultChange;
}

/** Passkeys (WebAuthn): made for the venue's own name, each challenge answered once. */
export interface Passkeys {
  list(personId: PersonId): Promise<PasskeyEntry[]>;
  /** Begins the making of one. @throws Refused `too_many_passkeys`. */
  begin(personId: PersonId): Promise<Asked>;
  /** @throws Refused `passkey_refused`. */
  add(personId: PersonId, ceremony: string, credential: string, name: string): Promise<PasskeyEntry>;
  /** @throws Refused `not_found`. */
  rename(personId: PersonId, id: string, name: string): Promise<PasskeyEntry>;
  /** @throws Refused `not_found`. */
  remove(personId: PersonId, id: string): Promise<void>;
  /** Asks for a passkey: of that person, or, for a sign-in, of whoever answers. */
  ask(purpose: Exclude<Purpose, 'register'>, personId: PersonId | null): Promise<Asked>;
  /** @throws Refused `passkey_refused`. */
  prove(purpose: Exclude<Purpose, 'register'>, ceremony: string, credential: string): Promise<ProvedPasskey>;
}

type Parts = {
  readonly store: VaultStore;
  readonly kept: PasskeyStore;
  readonly ceremonies: Ceremonies;
  readonly sources: IdentitySources;
  readonly people: PeoplePort;
  readonly profiles: Profiles;
  readonly party: RelyingParty;
};

const refused = (): Refused => new Refused(reject('passkey_refused'));

// The library checks the rest; without this much it would stumble instead of refusing.
const answerShape = z.looseObject({
  id: z.string().min(1).max(2_048),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});

/** @throws Refused `passkey_refused` for what is no answer of a browser. */
const readAnswer = (credential: string): unknown => {
  try {
    return answerShape.parse(JSON.parse(credential));
  } catch {
    throw refused();
  }
};

/** Whatever the library does not like about an answer, the answer is refused. */
const verified = async <T>(check: () => Promise<T>): Promise<T> => {
  try {
    return await check();
  } catch {
    throw refused();
  }
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

const begin = async (parts: Parts, personId: PersonId): Promise<Asked> => {
  const { kept, ceremonies, sources, profiles, party } = parts;
  const profile = await profiles.read(personId);
  if (profile === undefined) throw new Refused(reject('not_found'));
  const known = await kept.list(personId);
  if (known.length >= identityPolicy.passkeysPerPerson) throw new Refused(reject('too_many_passkeys'));
  const options = await generateRegistrationOptions({
    rpName: 'Piazza',
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(personId)),
    userName: profile.email,
    userDisplayName: profile.displayName,
    challenge: new Uint8Array(sources.randomBytes(32)),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const ceremony = await ceremonies.open('register', personId, options.challenge);
  return { ceremony, options: JSON.stringify(options) };
};

const add = async (
  parts: Parts,
  personId: PersonId,
  ceremony: string,
  credential: string,
  name: string,
): Promise<PasskeyEntry> => {
  const { store, kept, ceremonies, sources, people, party } = parts;
  const asked = await ceremonies.take(ceremony, 'register');
  const person = people.find(personId);
  if (asked?.personId !== personId || person === undefined) throw refused();
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response: readAnswer(credential) as RegistrationResponseJSON,
      expectedChallenge: asked.challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  );
  if (registrationInfo === undefined) throw refused();
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
  const made: KeptPasskey = {
    credentialId,
    publicKey: base64url(publicKey),
    counter,
    transports,
    name,
    createdAt: sources.realNow(),
    lastUsedAt: null,
  };
  const id = passkeyIdOf(credentialId);
  const changes = [await kept.write(person.subject, personId, made, 0), kept.index(id, personId)];
  if (!(await store.commit(changes))) throw refused();
  return { ...made, id, version: 0 };
};

const ask = async (parts: Parts, purpose: Purpose, personId: PersonId | null): Promise<Asked> => {
  const known = personId === null ? [] : await parts.kept.list(personId);
  const options = await generateAuthenticationOptions({
    rpID: parts.party.id,
    challenge: new Uint8Array(parts.sources.randomBytes(32)),
    // Alone it stands for two factors: what one has, and the finger or the number that unlocks it.
    userVerification: purpose === 'second_factor' ? 'preferred' : 'required',
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] })),
  });
  const ceremony = await parts.ceremonies.open(purpose, personId, options.challenge);
  return { ceremony, options: JSON.stringify(options) };
};

const prove = async (
  parts: Parts,
  purpose: Purpose,
  ceremony: string,
  credential: string,
): Promise<ProvedPasskey> => {
  const { kept, ceremonies, sources, people, party } = parts;
  const asked = await ceremonies.take(ceremony, purpose);
  const response = readAnswer(credential) as AuthenticationResponseJSON;
  const id = passkeyIdOf(response.id);
  const personId = await kept.ownerOf(id);
  const person = personId && people.find(personId);
  if (asked === undefined || personId === undefined || !person) throw refused();
  if (asked.personId !== null && asked.personId !== personId) throw refused();
  const passkey = await kept.find(personId, id);
  if (passkey === undefined) throw refused();
  const { id: _id, version, ...known } = passkey;
  const outcome = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: asked.challenge,
      expectedOrigin: [...party.origins],
      expectedRPID: party.id,
      credential: {
        id: known.credentialId,
        publicKey: bytesOf(known.publicKey),
        counter: known.counter,
      },
      requireUserVerification: purpose !== 'second_factor',
    }),
  );
  if (!outcome.verified) throw refused();
  const { newCounter: counter } = outcome.authenticationInfo;
  const used = { ...known, counter, lastUsedAt: sources.realNow() };
  return { personId, used: await kept.write(person.subject, personId, used, version) };
};

export const createPasskeys = (parts: Parts): Passkeys => {
  const { store, kept, people } = parts;
  const pick = async (personId: PersonId, id: string): Promise<PasskeyEntry> => {
    const found = await kept.find(personId, id);
    if (found === undefined) throw new Refused(reject('not_found'));
    return found;
  };

  return {
    list: (personId) => kept.list(personId),
    begin: (personId) => begin(parts, personId),
    add: (personId, ceremony, credential, name) => add(parts, personId, ceremony, credential, name),
    rename: async (personId, id, name) => {
      const [{ id: _id, version, ...known }, person] = [await pick(personId, id), people.find(personId)];
      if (person === undefined) throw new Refused(reject('not_found'));
      const change = await kept.write(person.subject, personId, { ...known, name }, version);
      if (!(await store.commit([change]))) throw new Refused(reject('stale_revision'));
      return pick(personId, id);
    },
    remove: async (personId, id) => {
      await pick(personId, id);
      await store.commit(kept.removal(personId, id));
    },
    ask: (purpose, personId) => ask(parts, purpose, personId),
    prove: (purpose, ceremony, credential) => prove(parts, purpose, ceremony, credential),
  };
};
