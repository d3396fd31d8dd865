import { reject } from '@piazza/shared/rejections';
import type { Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { ListingsEvent } from '../listings/index.ts';
import { samePerson, type PeopleState } from '../people/index.ts';
import type { ConductCommand, ConductEvent } from './events.ts';
import type { ConductState } from './state.ts';
import type { ConductView } from './view.ts';

/** Whether the person behind the account has declared an interest in the organisation that has not ended. */
export const hasInterest = (
  { conduct, people }: { readonly conduct: ConductState; readonly people: PeopleState },
  account: string,
  organisation: OrganisationId,
): boolean =>
  [...conduct.conflicts.values()].some(
    (one) =>
      one.endedAt === null && one.organisation === organisation && samePerson(people, one.person, account),
  );

type Events = ConductEvent | ListingsEvent;

/** Whoever reviews a listing of the organisation, by whatever account, does so no longer; what they approved counts no more. */
const stepsBack = (
  { listings, people }: ConductView,
  organisation: OrganisationId,
  person: PersonId,
  at: Millis,
): ListingsEvent[] =>
  [...listings.listings.values()]
    .filter((one) => one.organisation === organisation && one.status === 'under_review')
    .flatMap(({ id, reviewers, content: { contentHash } }) =>
      reviewers
        .filter((reviewer) => samePerson(people, reviewer, person))
        .map((reviewer) => ({
          kind: 'listings.reviewed',
          listing: id,
          review: { reviewer, at, verdict: 'stepped_back', words: null, contentHash },
        })),
    );

/** Precedence: not_found; for an end also declaration_ended. */
export function decideConflict(
  view: ConductView,
  command: Extract<ConductCommand, { kind: 'conduct.declare' | 'conduct.end' }>,
  { actor, at, seq }: Context,
): Decision<Events> {
  if (command.kind === 'conduct.declare') {
    const { interest, organisation, words } = command;
    if (organisation !== null && !view.organisations.organisations.has(organisation))
      return refuse(reject('not_found'));
    const conflict = `cfl_${seq.toString(36)}`;
    const person = actor as PersonId;
    const declared = {
      kind: 'conduct.declared',
      conflict,
      person,
      interest,
      concerning: organisation,
    } as const;
    return accept<Events>(
      [
        { ...declared, words, at },
        ...(organisation === null ? [] : stepsBack(view, organisation, person, at)),
      ],
      { conflict },
    );
  }
  const one = view.conduct.conflicts.get(command.conflict);
  if (one === undefined || !samePerson(view.people, one.person, actor)) return refuse(reject('not_found'));
  if (one.endedAt !== null) return refuse(reject('declaration_ended'));
  return accept<ConductEvent>([{ kind: 'conduct.ended', conflict: one.id, at }]);
}
