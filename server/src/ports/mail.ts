/** A message to one person. */
export interface OutgoingMail {
  /** The vault's subject it is about; what is kept of the mail is sealed with its key. */
  readonly subject: string;
  readonly to: string;
  readonly title: string;
  readonly text: string;
}

/** Sends mail. Adapters: the outbox of the vault, which operators read in SIMULATION. */
export interface MailTransport {
  /** Resolves once the mail is durably handed over. */
  send(mail: OutgoingMail): Promise<void>;
}
