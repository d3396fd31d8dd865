import {
  declarationNames,
  emptyRegistration,
  unsavedGaps,
  type Check,
  type Declarations,
  type DossierView,
  type OffPlatformOffer,
  type Owners,
  type Registration,
} from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { cents, type OrganisationId, type PersonId } from '@piazza/shared/values';
import { keptBy, type Document } from '../../domain/documents/index.ts';
import {
  dossierOf,
  offeredElsewhere,
  openChecks,
  partNames,
  type CheckItem,
  type Dossier,
  type PartName,
  type Tick,
} from '../../domain/dossier/index.ts';
import { offeredInWindow } from '../../domain/listings/index.ts';
import type { Organisation } from '../../domain/organisations/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { presentDocument } from './document.ts';
import { organisationProfile, personName } from './words.ts';

/** Who reads a dossier: what operators ticked is between them. */
export interface DossierReader {
  readonly person: PersonId;
  readonly operator: boolean;
}

interface Pick {
  readonly organisation: Organisation;
  readonly dossier: Dossier;
  readonly open: readonly CheckItem[];
  readonly evidence: readonly (Document | null)[];
  readonly here: number;
  readonly elsewhere: number;
  readonly kept: { readonly bytes: number; readonly files: number };
}

function pick(state: VenueState, id: OrganisationId, now: number): Pick {
  const organisation = state.organisations.organisations.get(id);
  if (organisation === undefined) throw new Refused(reject('not_found'));
  const dossier = dossierOf(state.dossier, id);
  return {
    organisation,
    dossier,
    open: openChecks(state.dossier, id),
    evidence: [...dossier.ticks.values()].map(({ document }) =>
      document === null ? null : (state.documents.byId.get(document) ?? null),
    ),
    here: offeredInWindow(state.listings, id, '', now as never),
    elsewhere: offeredElsewhere(state.dossier, id, now - policy.issuerCapWindowMs),
    kept: keptBy(state.documents, id),
  };
}

/** The words of a part; those of one that was never saved, or was erased, as if nothing had been filled in. */
async function wordsOf<T>(context: ApiContext, dossier: Dossier, part: PartName, empty: T): Promise<T> {
  const saved = dossier[part];
  return (saved && (await context.vault.open<T>(saved.words))) ?? empty;
}

/** Where it is registered; what it was not asked for when it was saved is empty. */
export const readRegistration = async (context: ApiContext, dossier: Dossier): Promise<Registration> => ({
  ...emptyRegistration,
  ...(await wordsOf(context, dossier, 'registration', emptyRegistration)),
});

async function presentCheck(
  context: ApiContext,
  [item, { at, by, reason }]: readonly [CheckItem, Tick],
  document: Document | null,
): Promise<Check> {
  const words = await context.vault.open<{ readonly reason: string }>(reason);
  return {
    item,
    at,
    by: await personName(context, by),
    reason: words?.reason ?? '',
    document: document === null ? null : await presentDocument(context, document),
  };
}

const noDeclarations = Object.fromEntries(declarationNames.map((name) => [name, false])) as Declarations;

async function presentInvitations(context: ApiContext, { invitations }: Dossier) {
  const now = context.exchange.now();
  const open = [...invitations.values()].filter(({ expiresAt }) => expiresAt > now);
  return Promise.all(
    open.map(async ({ email, by, expiresAt }) => ({
      email: (await context.vault.open<{ readonly email: string }>(email))?.email ?? '',
      by: await personName(context, by),
      expiresAt,
    })),
  );
}

const gapsOf = (dossier: Dossier): string[] =>
  partNames.flatMap((name) => [...(dossier[name]?.gaps ?? unsavedGaps[name])]);

/** All that is known of an issuer. @throws Refused not_found */
export async function presentDossier(
  context: ApiContext,
  id: OrganisationId,
  reader: DossierReader,
): Promise<DossierView> {
  const now = context.exchange.now();
  const { organisation, dossier, open, evidence, here, elsewhere, kept } = await context.exchange.read(
    (state) => pick(state, id, now),
  );
  const { fictional, since, representatives, profile } = organisation;
  const ticks = [...dossier.ticks.entries()];
  const offers = await wordsOf<readonly OffPlatformOffer[]>(context, dossier, 'offers', []);
  const owners = await wordsOf<Owners>(context, dossier, 'owners', { owners: [], seniorManager: null });
  const at = (part: PartName) => dossier[part]?.at ?? null;
  return {
    organisation: { ...(await organisationProfile(context, profile)), id, since, fictional },
    registration: await readRegistration(context, dossier),
    owners: { owners: [...owners.owners], seniorManager: owners.seniorManager },
    offers: [...offers],
    declarations: { ...(await wordsOf(context, dossier, 'declarations', noDeclarations)) },
    savedAt: {
      registration: at('registration'),
      owners: at('owners'),
      offers: at('offers'),
      declarations: at('declarations'),
    },
    gaps: gapsOf(dossier),
    representatives: await Promise.all(
      representatives.map(async (one) => ({
        id: one,
        name: await personName(context, one),
        me: one === reader.person,
      })),
    ),
    invitations: reader.operator ? [] : await presentInvitations(context, dossier),
    cap: { most: policy.issuerCapCents, here: cents(here), elsewhere: cents(elsewhere) },
    checks: reader.operator
      ? await Promise.all(ticks.map((tick, index) => presentCheck(context, tick, evidence[index] ?? null)))
      : [],
    openChecks: [...open],
    storage: {
      ...kept,
      mostBytes: policy.documentQuotaBytes,
      mostFiles: policy.documentQuotaFiles,
    },
  };
}
