import { reject } from '@piazza/shared/rejections';
import { decideApprovals, evolveApprovals, approvalsNeeds } from '../approvals/index.ts';
import type { ApprovalsCommand, ApprovalsEvent } from '../approvals/index.ts';
import { casesNeeds, decideCases, evolveCases, type CasesCommand, type CasesEvent } from '../cases/index.ts';
import { conductNeeds, decideConduct, evolveConduct } from '../conduct/index.ts';
import type { ConductCommand, ConductEvent } from '../conduct/index.ts';
import { refuse, type Context, type Decision, type Needs } from '../core/index.ts';
import { decideDisclosures, disclosuresNeeds, evolveDisclosures } from '../disclosures/index.ts';
import type { DisclosuresCommand, DisclosuresEvent } from '../disclosures/index.ts';
import { decideDocuments, documentsNeeds, evolveDocuments } from '../documents/index.ts';
import type { DocumentsCommand, DocumentsEvent } from '../documents/index.ts';
import { decideDossier, dossierNeeds, evolveDossier } from '../dossier/index.ts';
import type { DossierCommand, DossierEvent } from '../dossier/index.ts';
import { decideDuties, dutiesNeeds, evolveDuties } from '../duties/index.ts';
import type { DutiesCommand, DutiesEvent } from '../duties/index.ts';
import { decidePayments, evolvePayments, paymentsNeeds } from '../payments/index.ts';
import type { PaymentsCommand, PaymentsEvent } from '../payments/index.ts';
import { decideProtection, evolveProtection, protectionNeeds } from '../protection/index.ts';
import type { ProtectionCommand, ProtectionEvent } from '../protection/index.ts';
import {
  decidedObject,
  decideQueue,
  evolveQueue,
  hasConflict,
  queueNeeds,
  type QueueCommand,
  type QueueEvent,
} from '../queue/index.ts';
import { decideSettings, evolveSettings, type SettingsEvent } from '../settings/index.ts';
import type { VenueState } from './state.ts';

/** Commands of the nouns that protect and supervise; each begins with the name of its noun. */
export type SupervisionCommand =
  | ApprovalsCommand
  | QueueCommand
  | ProtectionCommand
  | DocumentsCommand
  | DossierCommand
  | DisclosuresCommand
  | DutiesCommand
  | CasesCommand
  | ConductCommand
  | PaymentsCommand;
export type SupervisionEvent =
  | ApprovalsEvent
  | QueueEvent
  | SettingsEvent
  | ProtectionEvent
  | DocumentsEvent
  | DossierEvent
  | DisclosuresEvent
  | DutiesEvent
  | CasesEvent
  | ConductEvent
  | PaymentsEvent;

export const supervisionNeeds: Needs<SupervisionCommand> = {
  ...approvalsNeeds,
  ...queueNeeds,
  ...protectionNeeds,
  ...documentsNeeds,
  ...dossierNeeds,
  ...disclosuresNeeds,
  ...dutiesNeeds,
  ...casesNeeds,
  ...conductNeeds,
  ...paymentsNeeds,
};

/** What settings become is decided by the act of two persons; a timer alone brings it into force. */
const deciders = {
  approvals: decideApprovals,
  settings: decideSettings,
  queue: decideQueue,
  protection: decideProtection,
  documents: decideDocuments,
  dossier: decideDossier,
  disclosures: decideDisclosures,
  duties: decideDuties,
  cases: decideCases,
  conduct: decideConduct,
  payments: decidePayments,
};
const folds = {
  approvals: evolveApprovals,
  queue: evolveQueue,
  settings: evolveSettings,
  protection: evolveProtection,
  documents: evolveDocuments,
  dossier: evolveDossier,
  disclosures: evolveDisclosures,
  duties: evolveDuties,
  cases: evolveCases,
  conduct: evolveConduct,
  payments: evolvePayments,
};
type Noun = keyof typeof folds;
const nounOf = (kind: string): Noun => kind.slice(0, kind.indexOf('.')) as Noun;

export const isSupervision = (kind: string): boolean => nounOf(kind) in folds;

/**
 * Gives a command to the noun that its kind begins with. Who has stepped back from what it decides on is refused
 * first: conflict_of_interest.
 */
export function decideSupervision<E>(
  state: VenueState,
  command: SupervisionCommand,
  ctx: Context,
): Decision<E> {
  const object = decidedObject(command);
  if (object !== undefined && hasConflict(state.queue, state.people, ctx.actor, object))
    return refuse(reject('conflict_of_interest'));
  const decide = deciders[nounOf(command.kind)] as unknown as (
    state: VenueState,
    command: SupervisionCommand,
    ctx: Context,
  ) => Decision<E>;
  return decide(state, command, ctx);
}

/** Folds an event into the state of the noun that its kind begins with. */
export function evolveSupervision(state: VenueState, event: SupervisionEvent): void {
  const noun = nounOf(event.kind);
  (folds[noun] as (state: unknown, event: SupervisionEvent) => void)(state[noun], event);
}
