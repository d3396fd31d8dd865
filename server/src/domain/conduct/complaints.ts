import { dayOf, instantOf, tradingDaysAfter } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type ComplaintId, type Millis, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { standsFor } from '../organisations/index.ts';
import { hasRole, samePerson } from '../people/index.ts';
import { hasConflict } from '../queue/index.ts';
import { hasInterest } from './conflicts.ts';
import type { ComplaintCommand, ComplaintEvent } from './events.ts';
import { complaintsOf, isOpenComplaint, type Complaint } from './state.ts';
import type { ConductView } from './view.ts';

type Of<K extends ComplaintCommand['kind']> = Extract<ComplaintCommand, { kind: K }>;
const desk = ['operator', 'administrator'] as const;

/** The last instant at which the author of a complaint of that moment is told in time whether it is admissible. */
export const tellByOf = (at: Millis): Millis =>
  millis(instantOf(tradingDaysAfter(dayOf(at), policy.complaintAdmissibilityDays) + 1, 0) - 1);

/** Precedence: not_found, too_many_complaints. */
function decideComplain(
  view: ConductView,
  { listing, words, named, subject }: Of<'conduct.complain'>,
  ctx: Context,
): Decision<ComplaintEvent> {
  const { actor, at } = ctx;
  if (listing !== null && !view.listings.listings.has(listing)) return refuse(reject('not_found'));
  const open = complaintsOf(view.conduct, actor).filter(isOpenComplaint).length;
  if (open >= policy.complaintsOpen)
    return refuse(reject('too_many_complaints', { most: policy.complaintsOpen }));
  const complaint = ctx.newId('complaint') as ComplaintId;
  const person = actor as PersonId;
  const dueAt = millis(at + policy.complaintAnswerMs);
  const said = { words, named, ...(subject === undefined ? {} : { subject }) };
  const times = { at, dueAt, tellBy: tellByOf(at) };
  return accept<ComplaintEvent>(
    [{ kind: 'conduct.complained', complaint, person, about: listing, ...said, ...times }],
    { complaint },
  );
}

/**
 * Whether this account may not decide on the complaint: its author, whoever it names, whoever acts for the issuer it
 * is about or has an interest in it, each by whatever account of theirs (ECSPR art. 7(4), 8).
 */
export function isPartyTo(view: ConductView, one: Complaint, account: string): boolean {
  const { people } = view;
  if ([one.person, ...one.named].some((party) => samePerson(people, party, account))) return true;
  if (hasConflict(view.queue, people, account, one.id)) return true;
  const issuer = one.listing === null ? undefined : view.listings.listings.get(one.listing)?.organisation;
  if (issuer === undefined) return false;
  return standsFor(view, account, issuer) || hasInterest(view, account, issuer);
}

function extensionRefusal(one: Complaint, until: number): Rejection | null {
  const most = one.dueAt + policy.complaintExtensionMs;
  if (until > one.dueAt && until <= most && one.extensions.length < policy.complaintExtensions) return null;
  return reject('extension_invalid', {
    after: new Date(one.dueAt).toISOString(),
    until: new Date(most).toISOString(),
    most: policy.complaintExtensions,
  });
}

/**
 * Precedence: conflict_of_interest, complaint_closed, then not_found (who is named), extension_invalid, or
 * admissibility_told (told once, and whoever was told that it is admissible is not told otherwise later).
 */
function decideAtDesk(
  view: ConductView,
  one: Complaint,
  command: Of<'conduct.name' | 'conduct.admit' | 'conduct.extend' | 'conduct.answer' | 'conduct.close'>,
  { actor, at }: Context,
): Decision<ComplaintEvent> {
  const complaint = one.id;
  const said = { by: actor as PersonId, at };
  if (isPartyTo(view, one, actor)) return refuse(reject('conflict_of_interest'));
  if (!isOpenComplaint(one)) return refuse(reject('complaint_closed'));
  switch (command.kind) {
    case 'conduct.name': {
      const { person } = command;
      if (!desk.some((role) => hasRole(view.people, person, role))) return refuse(reject('not_found'));
      if (one.named.includes(person)) return refuse(reject('nothing_to_change'));
      return accept<ComplaintEvent>([{ kind: 'conduct.named', complaint, named: person }]);
    }
    case 'conduct.admit':
      if (one.admissibility !== null) return refuse(reject('admissibility_told'));
      return accept<ComplaintEvent>([{ kind: 'conduct.admitted', complaint, as: said }]);
    case 'conduct.extend': {
      const { until, words } = command;
      const refusal = extensionRefusal(one, until);
      if (refusal !== null) return refuse(refusal);
      return accept<ComplaintEvent>([{ kind: 'conduct.extended', complaint, as: { ...said, words, until } }]);
    }
    case 'conduct.answer':
      return accept<ComplaintEvent>([
        { kind: 'conduct.answered', complaint, as: { ...said, words: command.words } },
      ]);
    case 'conduct.close': {
      const { outcome, words } = command;
      if (outcome === 'inadmissible' && one.admissibility !== null)
        return refuse(reject('admissibility_told'));
      return accept<ComplaintEvent>([{ kind: 'conduct.closed', complaint, as: { ...said, words, outcome } }]);
    }
  }
}

/** Complaints, from the form to the answer. Nobody but its author learns that one exists, beside the operators. */
export function decideComplaint(
  view: ConductView,
  command: ComplaintCommand,
  ctx: Context,
): Decision<ComplaintEvent> {
  if (command.kind === 'conduct.complain') return decideComplain(view, command, ctx);
  const one = view.conduct.complaints.get(command.complaint);
  if (one === undefined) return refuse(reject('not_found'));
  if (command.kind !== 'conduct.withdraw') return decideAtDesk(view, one, command, ctx);
  if (one.person !== ctx.actor) return refuse(reject('not_found'));
  if (!isOpenComplaint(one)) return refuse(reject('complaint_closed'));
  return accept<ComplaintEvent>([{ kind: 'conduct.withdrawn', complaint: one.id, at: ctx.at }]);
}

export function evolveComplaint(complaints: Map<ComplaintId, Complaint>, event: ComplaintEvent): void {
  if (event.kind === 'conduct.complained') {
    const { complaint: id, person, about: listing, words, named, at, dueAt, subject = null } = event;
    const about = { id, person, subject, listing, words, named: [...named], at, dueAt };
    const { tellBy = tellByOf(at) } = event;
    const nothing = {
      tellBy,
      admissibility: null,
      extensions: [],
      answers: [],
      closed: null,
      endedAt: null,
      sweptAt: null,
    };
    complaints.set(id, { ...about, status: 'received', ...nothing });
    return;
  }
  const one = existing(complaints, event.complaint, 'complaint');
  switch (event.kind) {
    case 'conduct.withdrawn':
      one.status = 'withdrawn';
      one.endedAt = event.at;
      return;
    case 'conduct.named':
      one.named.push(event.named);
      return;
    case 'conduct.admitted':
      one.admissibility = { ...event.as, admissible: true };
      return;
    case 'conduct.extended':
      one.extensions.push(event.as);
      one.dueAt = event.as.until;
      return;
    case 'conduct.answered':
      one.answers.push(event.as);
      one.admissibility ??= { by: event.as.by, at: event.as.at, admissible: true };
      one.status = 'answered';
      return;
    case 'conduct.closed':
      one.closed = event.as;
      one.admissibility ??= {
        by: event.as.by,
        at: event.as.at,
        admissible: event.as.outcome !== 'inadmissible',
      };
      one.status = 'closed';
      one.endedAt = event.as.at;
  }
}
