import type { Locale } from '@piazza/shared/contract';
import type { MailTransport } from '../ports/mail.ts';
import type { VaultSources } from '../vault/sources.ts';
import { invitationMail } from './mails.ts';
import { mintToken, tokenHash } from './tokens.ts';

/** Invitations to represent an organisation: a link by mail, known to the venue by its hash alone. */
export interface Invitations {
  mint(): { readonly token: string; readonly hash: string };
  hash(token: string): string;
  /** What is kept of the mail is sealed for the subject. */
  send(subject: string, to: string, locale: Locale, token: string): Promise<void>;
}

export const createInvitations = (parts: {
  readonly mail: MailTransport;
  readonly sources: VaultSources;
  readonly publicUrl: string;
}): Invitations => ({
  mint: () => {
    const token = mintToken(parts.sources);
    return { token, hash: tokenHash(token) };
  },
  hash: tokenHash,
  send: (subject, to, locale, token) => {
    const link = `${parts.publicUrl.replace(/\/+$/, '')}/invitation?token=${token}`;
    return parts.mail.send({ subject, to, ...invitationMail[locale](link) });
  },
});
