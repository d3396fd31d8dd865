import { reject } from '@piazza/shared/rejections';
import type { Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { samePerson, type PeopleState } from '../people/index.ts';

export interface Organisation {
  readonly id: OrganisationId;
  /** Key of its sealed texts in the vault. */
  readonly subject: string;
  profile: Sealed;
  /** What it was called before, the oldest first, each until then: papers about the past name it so. */
  readonly earlier: { readonly until: Millis; readonly profile: Sealed }[];
  representatives: PersonId[];
  readonly since: Millis;
  /** Planted for demonstration: says so wherever it is shown. */
  readonly fictional: boolean;
}
export interface OrganisationsState {
  readonly organisations: Map<OrganisationId, Organisation>;
}
export const initialOrganisations = (): OrganisationsState => ({ organisations: new Map() });

export type OrganisationsCommand =
  | {
      readonly kind: 'organisations.create';
      readonly subject: string;
      readonly profile: Sealed;
      readonly fictional: boolean;
    }
  | {
      readonly kind: 'organisations.update';
      readonly organisation: OrganisationId;
      readonly profile: Sealed;
    };

export type OrganisationsEvent =
  | {
      readonly kind: 'organisations.created';
      readonly organisation: OrganisationId;
      readonly subject: string;
      readonly profile: Sealed;
      readonly representative: PersonId;
      readonly fictional: boolean;
      readonly at: Millis;
    }
  | {
      readonly kind: 'organisations.updated';
      readonly organisation: OrganisationId;
      readonly profile: Sealed;
      /** Absent in records of before it was needed. */
      readonly at?: Millis;
    }
  /** Somebody begins to act for the organisation, or no longer does. */
  | {
      readonly kind: 'organisations.represented';
      readonly organisation: OrganisationId;
      readonly person: PersonId;
      readonly acts: boolean;
    };

/** Whether the person acts for the organisation. */
export function represents(state: OrganisationsState, person: string, organisation: OrganisationId): boolean {
  return state.organisations.get(organisation)?.representatives.includes(person as PersonId) ?? false;
}

/** Whether an account of the person's, this one or another, acts for the organisation. */
export function standsFor(
  { organisations, people }: { readonly organisations: OrganisationsState; readonly people: PeopleState },
  account: string,
  organisation: OrganisationId,
): boolean {
  const representatives = organisations.organisations.get(organisation)?.representatives ?? [];
  return representatives.some((one) => samePerson(people, one, account));
}

export function decideOrganisations(
  state: OrganisationsState,
  command: OrganisationsCommand,
  ctx: Context,
): Decision<OrganisationsEvent> {
  if (command.kind === 'organisations.create') {
    const organisation = ctx.newId('organisation') as OrganisationId;
    const { subject, profile, fictional } = command;
    const representative = ctx.actor as PersonId;
    return accept(
      [
        {
          kind: 'organisations.created',
          organisation,
          subject,
          profile,
          representative,
          fictional,
          at: ctx.at,
        },
      ],
      { organisation },
    );
  }
  if (!state.organisations.has(command.organisation)) return refuse(reject('not_found'));
  if (!represents(state, ctx.actor, command.organisation)) return refuse(reject('not_allowed'));
  return accept([
    {
      kind: 'organisations.updated',
      organisation: command.organisation,
      profile: command.profile,
      at: ctx.at,
    },
  ]);
}

export function evolveOrganisations(state: OrganisationsState, event: OrganisationsEvent): void {
  if (event.kind === 'organisations.created') {
    state.organisations.set(event.organisation, {
      id: event.organisation,
      subject: event.subject,
      profile: event.profile,
      earlier: [],
      representatives: [event.representative],
      since: event.at,
      fictional: event.fictional,
    });
    return;
  }
  const organisation = existing(state.organisations, event.organisation, 'organisation');
  if (event.kind === 'organisations.updated') {
    if (event.at !== undefined) organisation.earlier.push({ until: event.at, profile: organisation.profile });
    organisation.profile = event.profile;
    return;
  }
  const { representatives } = organisation;
  organisation.representatives = event.acts
    ? [...representatives, event.person]
    : representatives.filter((person) => person !== event.person);
}
