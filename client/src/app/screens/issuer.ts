import * as at from '../routes.ts';
import type { PlacedScreen } from '../screen.ts';

/** Where enterprises prepare and run their issues. */
export const issuerScreens: readonly PlacedScreen[] = [
  [
    at.issuer,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../../features/issuer/IssuerPage.tsx')).IssuerPage,
    },
  ],
  [
    at.newListing,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../../features/issuer/NewListingPage.tsx')).NewListingPage,
    },
  ],
  [
    at.wizard,
    {
      words: ['issuer', 'issuerFields', 'venture'],
      access: ['enterprise'],
      load: async () => (await import('../../features/issuer/wizard/WizardPage.tsx')).WizardPage,
    },
  ],
  [
    at.issuerMoney,
    {
      words: ['payments'],
      access: ['enterprise'],
      load: async () => (await import('../../features/payments/IssuerMoneyPage.tsx')).IssuerMoneyPage,
    },
  ],
  [
    at.issuerStatement,
    {
      words: ['payments'],
      access: ['enterprise'],
      load: async () => (await import('../../features/payments/IssuerStatementPage.tsx')).IssuerStatementPage,
    },
  ],
  [
    at.newOrganisation,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../../features/issuer/OrganisationPages.tsx')).NewOrganisationPage,
    },
  ],
  [
    at.organisation,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../../features/issuer/OrganisationPages.tsx')).EditOrganisationPage,
    },
  ],
  [
    at.dossier,
    {
      words: ['dossier'],
      access: ['enterprise'],
      load: async () => (await import('../../features/dossier/DossierPage.tsx')).DossierPage,
    },
  ],
  [
    at.invitation,
    {
      words: ['dossier'],
      access: ['enterprise'],
      load: async () => (await import('../../features/dossier/InvitationPage.tsx')).InvitationPage,
    },
  ],
];
