import type { OrganisationId, PersonId } from '@piazza/shared/values';
import type { Holder } from './state.ts';
import type { PaymentsView } from './view.ts';

/** Whether somebody of that id can have money here. */
export const exists = (
  { people, organisations }: Pick<PaymentsView, 'people' | 'organisations'>,
  holder: Holder,
): boolean =>
  people.people.has(holder as PersonId) || organisations.organisations.has(holder as OrganisationId);
