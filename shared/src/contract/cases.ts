import { z } from 'zod';
import { caseOutcomes, severities } from '../policy/index.ts';
import { alertEndpoints, alertParams, alertView, caseRefusals, accountName, alertSubject } from './alerts.ts';
import { proposalView } from './approvals.ts';
import { alertId, caseId, endpoint, page, pageQuery, personId, stamp, text } from './kit.ts';

export { type AlertDetail, type AlertView, type Tape, type TapeStep } from './alerts.ts';

const caseRow = z.object({
  id: caseId,
  openedAt: stamp,
  dueAt: stamp,
  openedBy: z.string(),
  assignee: accountName.nullable(),
  severity: z.enum(severities),
  alerts: z.int(),
  titles: z.array(z.string()),
  outcome: z.enum(caseOutcomes).nullable(),
});
export type CaseRow = z.output<typeof caseRow>;

const caseView = caseRow.extend({
  mine: z.boolean(),
  subjects: z.array(alertSubject),
  alertList: z.array(alertView),
  notes: z.array(z.object({ by: z.string(), at: stamp, words: z.string() })),
  closed: z
    .object({
      outcome: z.enum(caseOutcomes),
      words: z.string(),
      maker: z.string(),
      checker: z.string(),
      at: stamp,
    })
    .nullable(),
  /** Proposals to close it that wait for a second person. */
  proposals: z.array(proposalView),
  /** Who may look after it: operators whom it is not about. */
  operators: z.array(accountName),
});
export type CaseView = z.output<typeof caseView>;

/** A draft of a suspicious transaction and order report: the sections of delegated regulation 2016/957, Annex. */
const stor = z.object({
  caseId,
  draftedAt: stamp,
  confidential: z.literal(true),
  sections: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      fields: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  /** The same as plain text. */
  text: z.string(),
});
export type Stor = z.output<typeof stor>;

const params = z.object({ caseId });
const operator = ['operator'] as const;

/** Cases that operators make of alerts. */
export const casesEndpoints = {
  ...alertEndpoints,
  'cases.open': endpoint({
    method: 'POST',
    path: '/desk/alerts/:alertId/case',
    summary: 'Open a case from an alert.',
    access: operator,
    ownership: 'none',
    params: alertParams,
    body: z.object({ assignee: personId.nullable() }),
    reply: caseView,
    status: 201,
    rejections: [...caseRefusals, 'alert_settled', 'not_an_operator'],
    example: { params: { alertId: '$alert' }, body: { assignee: null } },
    command: true,
  }),
  'cases.list': endpoint({
    method: 'GET',
    path: '/desk/cases',
    summary:
      'Cases, those due first at the top; closed ones newest first. Those about the reader are left out.',
    access: operator,
    ownership: 'none',
    query: pageQuery.extend({ state: z.enum(['open', 'closed']).optional() }),
    reply: page(caseRow),
    status: 200,
    rejections: [],
    example: { query: { state: 'open' } },
    command: false,
  }),
  'cases.read': endpoint({
    method: 'GET',
    path: '/desk/cases/:caseId',
    summary: 'One case: its alerts, notes, whoever looks after it, and how it ended.',
    access: operator,
    ownership: 'none',
    params,
    reply: caseView,
    status: 200,
    rejections: caseRefusals,
    example: { params: { caseId: '$case' } },
    command: false,
  }),
  'cases.join': endpoint({
    method: 'POST',
    path: '/desk/cases/:caseId/alerts',
    summary: 'Add an alert to a case.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ alertId }),
    reply: caseView,
    status: 200,
    rejections: [...caseRefusals, 'case_closed', 'alert_settled'],
    example: { params: { caseId: '$case' }, body: { alertId: '$alert' } },
    command: true,
  }),
  'cases.assign': endpoint({
    method: 'PUT',
    path: '/desk/cases/:caseId/assignee',
    summary: 'Say who looks after a case, or that nobody does.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ assignee: personId.nullable() }),
    reply: caseView,
    status: 200,
    rejections: [...caseRefusals, 'case_closed', 'not_an_operator'],
    example: { params: { caseId: '$case' }, body: { assignee: null } },
    command: true,
  }),
  'cases.note': endpoint({
    method: 'POST',
    path: '/desk/cases/:caseId/notes',
    summary: 'Write a note into a case.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ words: text(4_000, 3) }),
    reply: caseView,
    status: 201,
    rejections: [...caseRefusals, 'case_closed'],
    example: { params: { caseId: '$case' }, body: { words: 'Both accounts trade from one address' } },
    command: true,
  }),
  'cases.close': endpoint({
    method: 'POST',
    path: '/desk/cases/:caseId/closing',
    summary: 'Propose how a case ends; it is closed when another person agrees.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ outcome: z.enum(caseOutcomes), words: text(4_000, 3) }),
    reply: proposalView,
    status: 201,
    rejections: [...caseRefusals, 'case_closed', 'already_proposed'],
    example: {
      params: { caseId: '$case' },
      body: { outcome: 'no_abuse', words: 'Explained by an inheritance, papers seen' },
    },
    command: true,
  }),
  'cases.stor': endpoint({
    method: 'GET',
    path: '/desk/cases/:caseId/stor',
    summary: 'Draft of a suspicious transaction and order report (2016/957). Confidential.',
    access: operator,
    ownership: 'none',
    params,
    reply: stor,
    status: 200,
    rejections: caseRefusals,
    example: { params: { caseId: '$case' } },
    command: false,
  }),
} as const;
