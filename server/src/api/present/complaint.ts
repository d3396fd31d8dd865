import {
  complaintForm,
  type ComplaintForm,
  type ComplaintRow,
  type ComplaintView,
} from '@piazza/shared/contract';
import type { ComplaintId, PersonId } from '@piazza/shared/values';
import { isOpenComplaint, isPartyTo, isUntold, type Complaint } from '../../domain/conduct/index.ts';
import { hasRole } from '../../domain/people/index.ts';
import type { Sealed } from '../../domain/core/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { personName } from './words.ts';

export interface SealedWords {
  readonly text: string;
}

async function formOf(context: ApiContext, { words, sweptAt }: Complaint): Promise<ComplaintForm | null> {
  if (sweptAt !== null) return null;
  const found = complaintForm.safeParse(await context.vault.open(words));
  return found.success ? found.data : null;
}

const said = async (context: ApiContext, { sweptAt }: Complaint, words: Sealed): Promise<string> =>
  sweptAt === null ? ((await context.vault.open<SealedWords>(words))?.text ?? '') : '';

/** A complaint with what is known of its reader. */
export interface ComplaintPick {
  readonly complaint: Complaint;
  readonly barred: boolean;
  readonly operator: boolean;
  readonly colleagues: readonly PersonId[];
}

/** Undefined for whoever may not know of it: it is for its author and the operators. */
export function pickComplaint(
  state: VenueState,
  id: ComplaintId,
  reader: PersonId,
): ComplaintPick | undefined {
  const complaint = state.conduct.complaints.get(id);
  const operator = hasRole(state.people, reader, 'operator');
  if (complaint === undefined || (complaint.person !== reader && !operator)) return undefined;
  const desk = [...state.people.people.values()].filter(
    ({ roles }) => roles.includes('operator') || roles.includes('administrator'),
  );
  return {
    complaint: structuredClone(complaint),
    barred: !operator || isPartyTo(state, complaint, reader),
    operator,
    colleagues: operator ? desk.map((one) => one.id) : [],
  };
}

export async function presentComplaintRow(context: ApiContext, complaint: Complaint): Promise<ComplaintRow> {
  const { id, at, dueAt, tellBy, admissibility, status, closed, endedAt } = complaint;
  const now = context.exchange.now();
  const unanswered = isOpenComplaint(complaint) && status === 'received' && dueAt < now;
  return {
    id,
    service: (await formOf(context, complaint))?.service ?? null,
    at,
    dueAt,
    status,
    outcome: closed?.outcome ?? null,
    tellBy,
    admissible: admissibility === null ? null : { is: admissibility.admissible, at: admissibility.at },
    overdue: unanswered || (isUntold(complaint) && tellBy < now),
    endedAt,
  };
}

export async function presentComplaint(
  context: ApiContext,
  { complaint, barred, operator, colleagues }: ComplaintPick,
  reader: PersonId,
): Promise<ComplaintView> {
  const { extensions, answers, closed, named, person } = complaint;
  const words = (sealed: Sealed): Promise<string> => said(context, complaint, sealed);
  const someone = async (id: PersonId) => ({ id, name: await personName(context, id) });
  return {
    ...(await presentComplaintRow(context, complaint)),
    form: await formOf(context, complaint),
    mine: person === reader,
    extensions: await Promise.all(
      extensions.map(async ({ at, until, words: sealed }) => ({ at, until, words: await words(sealed) })),
    ),
    answers: await Promise.all(
      answers.map(async ({ at, words: sealed }) => ({ at, words: await words(sealed) })),
    ),
    closed:
      closed === null ? null : { at: closed.at, outcome: closed.outcome, words: await words(closed.words) },
    named: operator ? await Promise.all(named.map(someone)) : [],
    barred,
    colleagues: await Promise.all(colleagues.map(someone)),
  };
}
