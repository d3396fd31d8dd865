import { z } from 'zod';
import { policy } from '../policy/index.ts';
import {
  check,
  checkItems,
  declarations,
  invitation,
  offPlatformOffer,
  owners,
  registration,
  representative,
} from './dossier-parts.ts';
import { amount, documentId, endpoint, organisationId, personId, reason, stamp } from './kit.ts';
import { documentEndpoints } from './documents.ts';
import { organisationView } from './organisations.ts';

export * from './dossier-parts.ts';
export { documentEndpoints } from './documents.ts';

/** All that the venue knows of an issuer. Operators read who ticked what, the issuer only what is still open. */
const dossierView = z.object({
  organisation: organisationView,
  registration,
  owners,
  offers: z.array(offPlatformOffer),
  declarations,
  /** When each part was saved last; null for one that never was. */
  savedAt: z.object({
    registration: stamp.nullable(),
    owners: stamp.nullable(),
    offers: stamp.nullable(),
    declarations: stamp.nullable(),
  }),
  /** What is missing before a listing may be handed in. */
  gaps: z.array(z.string()),
  representatives: z.array(representative),
  invitations: z.array(invitation),
  /** Euro within twelve months: what may be offered, what was offered here and elsewhere. */
  cap: z.object({ most: amount, here: amount, elsewhere: amount }),
  checks: z.array(check),
  openChecks: z.array(z.enum(checkItems)),
  storage: z.object({ bytes: z.int(), mostBytes: z.int(), files: z.int(), mostFiles: z.int() }),
});
export type DossierView = z.output<typeof dossierView>;

const params = z.object({ organisationId });
const own = { access: ['enterprise'], ownership: 'organisation', params } as const;
const example = { params: { organisationId: '$organisation' } };
const email = z.email().max(200);

const partEndpoints = {
  'dossier.saveRegistration': endpoint({
    ...own,
    method: 'PUT',
    path: '/organisations/:organisationId/dossier/registration',
    summary: 'Say where the organisation is registered and where it sits. Checks that rest on it lapse.',
    body: registration,
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'vat_invalid'],
    example: {
      ...example,
      body: {
        formWords: '',
        country: 'IT',
        registerName: 'Registro imprese di Torino',
        registerNumber: 'TO-1234567',
        vatNumber: '00743110157',
        street: 'Via Cigna 10',
        postalCode: '10152',
        town: 'Torino',
      },
    },
    command: true,
  }),
  'dossier.saveOwners': endpoint({
    ...own,
    method: 'PUT',
    path: '/organisations/:organisationId/dossier/owners',
    summary:
      'Name who owns a quarter or more, or the senior manager where nobody does. Checks on them lapse.',
    body: owners,
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'owners_exceed_whole'],
    example: {
      ...example,
      body: {
        owners: [{ name: 'Anna Prova', birthDate: '1970-01-31', residence: 'IT', shareBps: 4_000 }],
        seniorManager: null,
      },
    },
    command: true,
  }),
  'dossier.saveOffers': endpoint({
    ...own,
    method: 'PUT',
    path: '/organisations/:organisationId/dossier/offers',
    summary: 'Declare the offers made elsewhere; an empty list declares that there were none.',
    body: z.object({ offers: z.array(offPlatformOffer).max(policy.offPlatformOffers) }),
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'offer_date_invalid'],
    example: {
      ...example,
      body: { offers: [{ amount: '1000.00', on: '2020-01-31', where: 'Altra piattaforma' }] },
    },
    command: true,
  }),
  'dossier.declare': endpoint({
    ...own,
    method: 'PUT',
    path: '/organisations/:organisationId/dossier/declarations',
    summary: 'Declare that the issuer is no consumer and not linked to the platform.',
    body: declarations,
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed'],
    example: {
      ...example,
      body: {
        notConsumer: true,
        notShareholder: true,
        notManager: true,
        notEmployee: true,
        notControlled: true,
      },
    },
    command: true,
  }),
} as const;

const representativeEndpoints = {
  'dossier.invite': endpoint({
    ...own,
    method: 'POST',
    path: '/organisations/:organisationId/representatives',
    summary:
      'Invite somebody by email to act for the organisation. Whether they have an account is not told.',
    body: z.object({ email }),
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'invitations_full'],
    example: { ...example, body: { email: 'collega@example.org' } },
    command: true,
    perMinute: 10,
  }),
  'dossier.withdrawInvitation': endpoint({
    ...own,
    method: 'POST',
    path: '/organisations/:organisationId/invitations/withdraw',
    summary: 'Withdraw an invitation that nobody has accepted yet. One that is not there is none any more.',
    body: z.object({ email }),
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed'],
    example: { ...example, body: { email: 'collega@example.org' } },
    command: true,
  }),
  'dossier.acceptInvitation': endpoint({
    method: 'POST',
    path: '/me/invitations/accept',
    summary: 'Accept an invitation with the link that came by mail, from the account with that address.',
    access: ['enterprise'],
    ownership: 'none',
    body: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }),
    reply: organisationView,
    status: 200,
    rejections: ['link_invalid', 'already_represents', 'conflict_of_interest'],
    example: { body: { token: '$invitation' } },
    command: true,
    perMinute: 20,
  }),
  'dossier.removeRepresentative': endpoint({
    ...own,
    method: 'DELETE',
    path: '/organisations/:organisationId/representatives/:personId',
    summary: 'Somebody no longer acts for the organisation. There is always one who does.',
    params: params.extend({ personId }),
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'last_representative'],
    example: { params: { organisationId: '$organisation', personId: '$representative' } },
    command: true,
  }),
} as const;

/** Who the issuer is, who acts for it, what the venue has checked, and its documents. */
export const dossierEndpoints = {
  'dossier.read': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/dossier',
    summary: 'The dossier of an organisation, for who acts for it and for operators.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params,
    reply: dossierView,
    status: 200,
    rejections: ['not_found'],
    example,
    command: false,
  }),
  ...partEndpoints,
  ...representativeEndpoints,
  'dossier.check': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/checks',
    summary: 'Tick a point of the due diligence on an issuer, or take the tick back.',
    access: ['operator'],
    ownership: 'none',
    params,
    body: z.object({
      item: z.enum(checkItems),
      clear: z.boolean(),
      /** Evidence; the extract of the register and the criminal record need one. */
      documentId: documentId.nullable(),
      reason,
    }),
    reply: dossierView,
    status: 200,
    rejections: ['not_found', 'conflict_of_interest', 'evidence_needed', 'nothing_to_change'],
    example: {
      ...example,
      body: { item: 'jurisdiction', clear: true, documentId: null, reason: 'Seat in Italy' },
    },
    command: true,
  }),
  ...documentEndpoints,
} as const;
