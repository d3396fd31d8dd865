import type { DocumentId, PersonId } from '@piazza/shared/values';
import type { Cast } from './cast.ts';
import { mailedToken } from './mails.ts';

let counter = 0;
const profile = { legalForm: 'ets', place: 'Torino', website: '', about: '' } as const;

/** A document of Enzo's organisation, for the issuer and operators. */
export async function documentOf({ enzo, organisation }: Cast): Promise<DocumentId> {
  const { id } = await enzo.api.call('documents.upload', {
    params: { organisationId: organisation },
    query: { name: 'Piano.txt', kind: 'business_plan', visibility: 'issuer' },
    bytes: Buffer.from('Il piano'),
  });
  return id;
}

/** Somebody who has come to act for Enzo's organisation beside him, by an invitation. */
export async function represented(cast: Cast): Promise<PersonId> {
  counter += 1;
  const email = `remo-${counter}@example.org`;
  const remo = await cast.join(email, { displayName: 'Remo Rossi', roles: ['enterprise'] });
  const params = { organisationId: cast.organisation };
  await cast.enzo.api.call('dossier.invite', { params, body: { email } });
  await remo.api.call('dossier.acceptInvitation', { body: { token: await mailedToken(cast, email) } });
  return remo.id;
}

/** A link that asks Enzo to act for an organisation of somebody else. */
export async function invited(cast: Cast): Promise<string> {
  counter += 1;
  const email = `gina-${counter}@example.org`;
  const gina = await cast.join(email, { displayName: 'Gina Gallo', roles: ['enterprise'] });
  const { id } = await gina.api.call('organisations.create', { body: { name: 'Terza', ...profile } });
  const body = { email: cast.enzo.email };
  await gina.api.call('dossier.invite', { params: { organisationId: id }, body });
  return mailedToken(cast, cast.enzo.email);
}
