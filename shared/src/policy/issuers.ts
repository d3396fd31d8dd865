const MIB = 1024 * 1024;
const DAY_MS = 86_400_000;

/** Issuers, offers and their information: ECSPR art. 1, 5, 8, 23, 24, DOMAIN §5. */
export const issuersPolicy = {
  /** Who holds this share or more of an organisation is named as its beneficial owner. Directive 2015/849 art. 3(6)(a)(i), DOMAIN §8. */
  beneficialOwnerBps: 2_500,
  /** Share of the platform from which its holder may not be an issuer of it. ECSPR art. 8(2)(a). */
  platformShareBps: 2_000,
  /** How long an invitation to represent an organisation stands, and how many stand at a time. Design. */
  invitationLifeMs: 14 * DAY_MS,
  invitationsOpen: 10,
  /** Offers made elsewhere that one declaration lists. Design. */
  offPlatformOffers: 50,
  /** One document, and all that an organisation keeps of them. Design. */
  documentMaxBytes: 8 * MIB,
  documentQuotaBytes: 48 * MIB,
  documentQuotaFiles: 120,
  /** What an archive says its contents unpack to, at most, as a whole and times what it takes packed. Design. */
  archiveMaxBytes: 256 * MIB,
  archiveMaxRatio: 200,
  archiveMaxEntries: 4_000,
  /** How long a program that looks for malware may take. Design. */
  scanMaxMs: 60_000,
} as const;
