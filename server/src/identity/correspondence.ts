import type { PersonId } from '@piazza/shared/values';
import type { MailTransport } from '../ports/mail.ts';
import type { MailText } from './mails.ts';
import { identityPolicy, type PeoplePort } from './ports.ts';
import type { Profile, IdentitySources } from './ports.ts';
import type { Profiles } from './profiles.ts';
import { createSlidingWindow } from './window.ts';

const REMEMBERED_ADDRESSES = 10_000;

/** Writes to people in their language, and to one address not more often than the policy allows. */
export interface Correspondence {
  /** Counts one more mail to the address; false when it has had its share for now. */
  admit(emailHash: string): boolean;
  /** Writes to a person; nothing when they are unknown or erased. */
  tell(personId: PersonId, text: (profile: Profile) => MailText): Promise<void>;
  /** Writes to an address that is nobody's yet; what is kept of it is sealed for `subject`. */
  tellAddress(subject: string, to: string, text: MailText): Promise<void>;
  verifyLink(token: string): string;
  resetLink(token: string): string;
  /** Where a person asks for a reset link. */
  forgottenLink(): string;
}

export const createCorrespondence = (parts: {
  readonly mail: MailTransport;
  readonly people: PeoplePort;
  readonly profiles: Profiles;
  readonly sources: IdentitySources;
  readonly publicUrl: string;
}): Correspondence => {
  const { mail, people, profiles, sources } = parts;
  const base = parts.publicUrl.replace(/\/+$/, '');
  const sent = createSlidingWindow({
    limit: identityPolicy.mailsPerAddress,
    windowMs: identityPolicy.mailWindowMs,
    capacity: REMEMBERED_ADDRESSES,
    now: sources.realNow,
  });

  return {
    admit: (emailHash) => {
      if (sent.waitMs(emailHash) > 0) return false;
      sent.add(emailHash);
      return true;
    },
    tell: async (personId, text) => {
      const [person, profile] = [people.find(personId), await profiles.read(personId)];
      if (person === undefined || profile === undefined) return;
      await mail.send({ subject: person.subject, to: profile.email, ...text(profile) });
    },
    tellAddress: (subject, to, text) => mail.send({ subject, to, ...text }),
    verifyLink: (token) => `${base}/verify?token=${token}`,
    resetLink: (token) => `${base}/reset?token=${token}`,
    forgottenLink: () => `${base}/reset`,
  };
};
