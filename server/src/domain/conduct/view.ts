import type { ListingsState } from '../listings/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { QueueState } from '../queue/index.ts';
import type { ConductState } from './state.ts';

export interface ConductView {
  readonly conduct: ConductState;
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly listings: ListingsState;
  readonly queue: QueueState;
}
