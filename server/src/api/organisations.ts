import { cents, type OrganisationId } from '@piazza/shared/values';
import { reject } from '@piazza/shared/rejections';
import type { OrganisationView } from '@piazza/shared/contract';
import { account, available } from '../domain/ledger/index.ts';
import { represents, type Organisation } from '../domain/organisations/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { restateRegistration } from './dossier.ts';
import { Refused, type Handlers } from './handler.ts';
import { organisationProfile } from './present/words.ts';

type Names =
  | 'organisations.create'
  | 'organisations.mine'
  | 'organisations.read'
  | 'organisations.update'
  | 'organisations.proceeds';

function pick(state: VenueState, id: OrganisationId): Organisation {
  const organisation = state.organisations.organisations.get(id);
  if (organisation === undefined) throw new Refused(reject('not_found'));
  return organisation;
}

async function present(context: ApiContext, organisation: Organisation): Promise<OrganisationView> {
  const profile = await organisationProfile(context, organisation.profile);
  return { ...profile, id: organisation.id, since: organisation.since, fictional: organisation.fictional };
}

export const organisationsHandlers = (context: ApiContext): Handlers<Names> => ({
  'organisations.create': async ({ caller, body, key }) => {
    const subject = await context.vault.createSubject();
    const profile = await context.vault.seal(subject, body);
    const fictional = context.plantsFiction(caller.personId);
    const command = { kind: 'organisations.create' as const, subject, profile, fictional };
    const { organisation } = await context.exchange.command(command, caller.personId, key);
    return present(
      context,
      await context.exchange.read((state) => pick(state, organisation as OrganisationId)),
    );
  },
  'organisations.mine': async ({ caller }) => {
    const mine = await context.exchange.read((state) =>
      [...state.organisations.organisations.values()].filter((one) =>
        represents(state.organisations, caller.personId, one.id),
      ),
    );
    return { items: await Promise.all(mine.map((one) => present(context, one))) };
  },
  'organisations.read': async ({ params }) =>
    present(context, await context.exchange.read((state) => pick(state, params.organisationId))),
  'organisations.update': async ({ caller, params, body, key }) => {
    const { subject, ...before } = await context.exchange.read((state) => pick(state, params.organisationId));
    const { name, legalForm } = await organisationProfile(context, before.profile);
    // First: what was checked of the old name never stands beside the new one.
    if (name !== body.name || legalForm !== body.legalForm)
      await restateRegistration(context, caller, params.organisationId, body.legalForm);
    const profile = await context.vault.seal(subject, body);
    const command = { kind: 'organisations.update' as const, organisation: params.organisationId, profile };
    await context.exchange.command(command, caller.personId, key);
    return present(context, await context.exchange.read((state) => pick(state, params.organisationId)));
  },
  'organisations.proceeds': ({ params }) =>
    context.exchange.read((state) => ({
      received: cents(available(state.ledger, account.proceeds(params.organisationId))),
      retained: cents(available(state.ledger, account.retention(params.organisationId))),
    })),
});
