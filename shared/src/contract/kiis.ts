import { z } from 'zod';
import { disclosureId, endpoint, file, listingId, queryInteger, stamp } from './kit.ts';

/** Letters of ECSPR Annex I, after the overview that delegated regulation (EU) 2022/2119 puts in front. */
export const kiisParts = ['overview', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;

const language = z.enum(['it', 'en']);
const version = queryInteger(1, 10_000).optional();
const params = z.object({ listingId });

const item = z.object({
  /** Names the answer in every language and version, such as "C.riskDefault". */
  field: z.string(),
  label: z.string(),
  /** As it stands on the sheet; paragraphs are parted by an empty line. */
  text: z.string(),
});

/** A key investment information sheet in the words of one language. What the issuer wrote stays in its own. */
const kiisView = z.object({
  listingId,
  /** Null while it was not admitted: what the sheet would be of the draft as it stands. */
  version: z.int().min(1).nullable(),
  language,
  title: z.string(),
  subtitle: z.string(),
  /** ECSPR art. 23(6)(b) and (c), word for word. */
  disclaimer: z.string(),
  warningTitle: z.string(),
  riskWarning: z.string(),
  reflectionTitle: z.string(),
  reflection: z.string(),
  parts: z.array(z.object({ part: z.enum(kiisParts), title: z.string(), items: z.array(item) })),
  /** Sides of A4 in the longer of its languages, the most there may be, and the lines beyond those. */
  pages: z.int().min(1),
  mostPages: z.int(),
  linesOver: z.int().min(0),
  filedAt: stamp,
  inForceSince: stamp.nullable(),
});
export type KiisView = z.output<typeof kiisView>;

const kiisVersion = z.object({
  version: z.int().min(1),
  inForceSince: stamp,
  pages: z.int().min(1),
  /** The change or correction that made it; null for the sheet that was admitted. */
  disclosureId: disclosureId.nullable(),
});
export type KiisVersion = z.output<typeof kiisVersion>;

export const kiisEndpoints = {
  'kiis.read': endpoint({
    method: 'GET',
    path: '/listings/:listingId/kiis',
    summary:
      'The key investment information sheet: the version in force, or another. Before the admission the draft’s, for its issuer and operators.',
    access: 'public',
    ownership: 'none',
    params,
    query: z.object({ language: language.optional(), version }),
    reply: kiisView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$funded_listing' }, query: { language: 'it' } },
    command: false,
  }),
  'kiis.pdf': endpoint({
    method: 'GET',
    path: '/listings/:listingId/kiis/pdf',
    summary: 'The sheet as a tagged PDF on A4. The same version is the same file, byte for byte.',
    access: 'public',
    ownership: 'none',
    params,
    query: z.object({ language: language.optional(), version }),
    reply: file,
    media: 'application/pdf',
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$funded_listing' }, query: { language: 'en' } },
    command: false,
  }),
  'kiis.versions': endpoint({
    method: 'GET',
    path: '/listings/:listingId/kiis/versions',
    summary: 'Every version of the sheet that came into force, newest first.',
    access: 'public',
    ownership: 'none',
    params,
    reply: z.object({ items: z.array(kiisVersion) }),
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$funded_listing' } },
    command: false,
  }),
  'kiis.diff': endpoint({
    method: 'GET',
    path: '/listings/:listingId/kiis/diff',
    summary: 'Two versions of the sheet side by side, field by field.',
    access: 'public',
    ownership: 'none',
    params,
    query: z.object({
      from: queryInteger(1, 10_000),
      to: queryInteger(1, 10_000),
      language: language.optional(),
    }),
    reply: z.object({
      from: kiisVersion,
      to: kiisVersion,
      parts: z.array(
        z.object({
          part: z.enum(kiisParts),
          title: z.string(),
          items: z.array(
            z.object({
              field: z.string(),
              label: z.string(),
              before: z.string(),
              after: z.string(),
              changed: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$funded_listing' }, query: { from: '1', to: '1' } },
    command: false,
  }),
} as const;
