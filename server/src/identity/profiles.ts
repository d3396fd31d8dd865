import type { PersonId } from '@piazza/shared/values';
import type { SealedRef } from '../vault/sealed.ts';
import type { Vault } from '../vault/vault.ts';
import type { PeoplePort, Profile } from './ports.ts';

/** The personal fields of people: sealed in the vault, while the journal holds the reference. */
export interface Profiles {
  /** Undefined when the person is unknown or erased. Opened documents are cached by the vault. */
  read(personId: PersonId): Promise<Profile | undefined>;
  /**
   * Seals the changed profile and returns the reference for the command that journals it; `read` shows it once the
   * venue's state does. Undefined when the person is unknown or erased.
   */
  revise(
    personId: PersonId,
    change: Partial<Pick<Profile, 'displayName' | 'locale'>>,
  ): Promise<SealedRef | undefined>;
}

export const createProfiles = (vault: Vault, people: PeoplePort): Profiles => {
  const read = async (personId: PersonId): Promise<Profile | undefined> => {
    const person = people.find(personId);
    return person === undefined ? undefined : vault.open<Profile>(person.profile);
  };
  return {
    read,
    revise: async (personId, change) => {
      const [person, profile] = [people.find(personId), await read(personId)];
      if (person === undefined || profile === undefined) return undefined;
      return vault.seal(person.subject, { ...profile, ...change });
    },
  };
};
