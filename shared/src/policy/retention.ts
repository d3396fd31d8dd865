const DAY_MS = 86_400_000;
/** A year is at least this long: what must be kept for years is kept a little longer rather than shorter. */
const YEAR_MS = 366 * DAY_MS;

/**
 * How long what names somebody is kept, and no longer (GDPR art. 5(1)(e)). DOMAIN §7: records are kept for five years.
 */
export const retentionPolicy = {
  /**
   * Identities, from the end of the relation. Directive (EU) 2015/849 art. 40(1)(a): five years; D.Lgs. 231/2007
   * art. 31(3) has ten for whom it obliges, so that a venue may set up to ten.
   */
  identityKeptMs: 5 * YEAR_MS,
  /** Complaints and what was done about them, from their end. ECSPR art. 7(3) asks for a record; DOMAIN §7: five years. */
  complaintsKeptMs: 5 * YEAR_MS,
  /** Alerts and cases, from their end. Delegated regulation 2016/957 art. 3(8): five years. */
  casesKeptMs: 5 * YEAR_MS,
  /** Documents of issuers, from the end of the issue or their removal. ECSPR art. 26(a): five years. */
  documentsKeptMs: 5 * YEAR_MS,
  /** Mails, from when they were written: their links work for days. Real time. Design. */
  mailsKeptMs: 90 * DAY_MS,
  /** What is known of a sign-in (where, when, by coarse words), from the sign-in. Real time. Design. */
  signInsKeptMs: 30 * DAY_MS,
} as const;

/** What people are told of it, in the order of their reading. */
export const retentionTable = [
  { kind: 'identity', keptMs: 'identityKeptMs', source: '2015/849 art. 40(1)(a), D.Lgs. 231/2007 art. 31' },
  { kind: 'complaints', keptMs: 'complaintsKeptMs', source: 'ECSPR art. 7(3), DOMAIN §7' },
  { kind: 'cases', keptMs: 'casesKeptMs', source: '2016/957 art. 3(8)' },
  { kind: 'documents', keptMs: 'documentsKeptMs', source: 'ECSPR art. 26' },
  { kind: 'mails', keptMs: 'mailsKeptMs', source: 'Design' },
  { kind: 'signIns', keptMs: 'signInsKeptMs', source: 'Design' },
] as const satisfies readonly {
  readonly kind: string;
  readonly keptMs: keyof typeof retentionPolicy;
  readonly source: string;
}[];
