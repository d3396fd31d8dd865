import type { Contract, Request } from '@piazza/shared/contract';
import type { OrganisationId, PersonId } from '@piazza/shared/values';
import { checkItems, type CheckItem } from '../../server/src/domain/dossier/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import type { ApiClient } from './api-client.ts';
import { sealed } from './domain-cast.ts';

type Body<N extends keyof Contract> = Request<Contract[N]>['body'];

/** What a cooperative of Turin says of itself; the partita IVA is made up. */
export const filled: {
  readonly registration: Body<'dossier.saveRegistration'>;
  readonly owners: Body<'dossier.saveOwners'>;
  readonly offers: Body<'dossier.saveOffers'>;
  readonly declarations: Body<'dossier.declare'>;
} = {
  registration: {
    formWords: '',
    country: 'IT',
    registerName: 'Registro imprese di Torino',
    registerNumber: 'TO-0000001',
    vatNumber: '00743110157',
    street: 'Via Cigna 10',
    postalCode: '10152',
    town: 'Torino',
  },
  owners: { owners: [], seniorManager: { name: 'Piera Presidente', position: 'Presidente' } },
  offers: { offers: [] },
  declarations: {
    notConsumer: true,
    notShareholder: true,
    notManager: true,
    notEmployee: true,
    notControlled: true,
  },
};

/** The issuer fills in the whole dossier over the API. */
export async function fillDossier(issuer: ApiClient, organisationId: OrganisationId): Promise<void> {
  const params = { organisationId };
  await issuer.call('dossier.saveRegistration', { params, body: filled.registration });
  await issuer.call('dossier.saveOwners', { params, body: filled.owners });
  await issuer.call('dossier.saveOffers', { params, body: filled.offers });
  await issuer.call('dossier.declare', { params, body: filled.declarations });
}

/** An operator brings the evidence and ticks every point. */
export async function checkIssuer(operator: ApiClient, organisationId: OrganisationId): Promise<void> {
  const params = { organisationId };
  const { id: documentId } = await operator.call('documents.upload', {
    params,
    query: { name: 'visura.txt', kind: 'register_extract', visibility: 'operators' },
    bytes: Buffer.from('Visura: tutto in ordine'),
  });
  for (const item of checkItems)
    await operator.call('dossier.check', {
      params,
      body: { item, clear: true, documentId, reason: 'Seen and in order' },
    });
}

/** The same by the core's commands, in order, with whoever gives each. */
function dossierCommands(
  organisation: OrganisationId,
  issuer: PersonId,
  operator: PersonId,
): readonly (readonly [PersonId, (document: string) => VenueCommand])[] {
  const words = { organisation, words: sealed('dossier'), gaps: [] };
  const evidence: VenueCommand = {
    kind: 'documents.add',
    organisation,
    listing: null,
    documentKind: 'register_extract',
    type: 'pdf',
    visibility: 'operators',
    name: sealed('visura.pdf'),
    content: sealed('visura'),
    size: 100,
  };
  const tick =
    (item: CheckItem) =>
    (document: string): VenueCommand => ({
      kind: 'dossier.check',
      organisation,
      item,
      clear: true,
      document: document as never,
      reason: sealed('in order'),
    });
  return [
    [issuer, () => ({ kind: 'dossier.saveRegistration', ...words })],
    [issuer, () => ({ kind: 'dossier.saveOwners', shares: [], ...words })],
    [issuer, () => ({ kind: 'dossier.saveOffers', offers: [], ...words })],
    [issuer, () => ({ kind: 'dossier.declare', ...words })],
    [operator, () => evidence],
    ...checkItems.map((item) => [operator, tick(item)] as const),
  ];
}

/** Gives those commands to a venue; the evidence's id is the one its command is answered with. */
export async function completeDossier(
  exchange: {
    command(command: VenueCommand, actor: PersonId): Promise<Readonly<Record<string, string | number>>>;
  },
  organisation: OrganisationId,
  issuer: PersonId,
  operator: PersonId,
): Promise<void> {
  let document = '';
  for (const [actor, command] of dossierCommands(organisation, issuer, operator)) {
    const result = await exchange.command(command(document), actor);
    document = typeof result['document'] === 'string' ? result['document'] : document;
  }
}
