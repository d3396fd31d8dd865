import { z } from 'zod';
import { amount, endpoint, line, organisationId, stamp, text } from './kit.ts';

export const legalForms = [
  'cooperativa_sociale',
  'impresa_sociale',
  'societa_benefit',
  'siavs',
  'ets',
  'other',
] as const;
export type LegalForm = (typeof legalForms)[number];

export const organisationProfile = z.object({
  name: line(120, 2),
  legalForm: z.enum(legalForms),
  place: line(80, 0),
  website: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(200)]),
  about: text(2_000),
});
export type OrganisationProfile = z.output<typeof organisationProfile>;

export const organisationView = organisationProfile.extend({
  id: organisationId,
  since: stamp,
  fictional: z.boolean(),
});
export type OrganisationView = z.output<typeof organisationView>;

export const organisations = {
  'organisations.create': endpoint({
    method: 'POST',
    path: '/organisations',
    summary: 'Register the organisation one represents.',
    access: ['enterprise'],
    ownership: 'none',
    body: organisationProfile,
    reply: organisationView,
    status: 201,
    rejections: [],
    example: {
      body: {
        name: 'Orto Condiviso (demo)',
        legalForm: 'cooperativa_sociale',
        place: 'Torino',
        website: '',
        about: '',
      },
    },
    command: true,
  }),
  'organisations.mine': endpoint({
    method: 'GET',
    path: '/me/organisations',
    summary: 'Organisations the signed-in person represents.',
    access: ['enterprise'],
    ownership: 'none',
    reply: z.object({ items: z.array(organisationView) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'organisations.read': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId',
    summary: 'The public page of an organisation.',
    access: 'public',
    ownership: 'none',
    params: z.object({ organisationId }),
    reply: organisationView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { organisationId: '$organisation' } },
    command: false,
  }),
  'organisations.update': endpoint({
    method: 'PUT',
    path: '/organisations/:organisationId',
    summary: 'Change the profile of the organisation.',
    access: ['enterprise'],
    ownership: 'organisation',
    params: z.object({ organisationId }),
    body: organisationProfile,
    reply: organisationView,
    status: 200,
    rejections: ['not_found', 'not_allowed'],
    example: {
      params: { organisationId: '$organisation' },
      body: {
        name: 'Orto Condiviso (demo)',
        legalForm: 'cooperativa_sociale',
        place: 'Torino',
        website: '',
        about: 'Nuovo',
      },
    },
    command: true,
  }),
  'organisations.proceeds': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/proceeds',
    summary:
      'What the organisation has received, and what is retained until its first impact report is accepted.',
    access: ['enterprise'],
    ownership: 'organisation',
    params: z.object({ organisationId }),
    reply: z.object({ received: amount, retained: amount }),
    status: 200,
    rejections: ['not_found', 'not_allowed'],
    example: { params: { organisationId: '$organisation' } },
    command: false,
  }),
} as const;
