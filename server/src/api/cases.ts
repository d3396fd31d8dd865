import { severities } from '@piazza/shared/policy';
import type { AlertId, CaseId, PersonId } from '@piazza/shared/values';
import { isConcerned, subjectsOf, type Alert } from '../domain/cases/index.ts';
import type { Sealed } from '../domain/core/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { propose } from './approvals.ts';
import type { ApiContext } from './context.ts';
import type { Call, Handlers } from './handler.ts';
import { slicePage } from './paging.ts';
import {
  pickAlert,
  pickAlertRow,
  pickCase,
  pickCaseRow,
  presentAlert,
  presentAlertDetail,
  presentCase,
  presentCaseRow,
  surroundingsOf,
} from './present/case.ts';
import { presentTape } from './present/tape.ts';
import { draftStor } from './stor.ts';

type Names =
  | 'cases.alerts'
  | 'cases.alert'
  | 'cases.tape'
  | 'cases.dismiss'
  | 'cases.open'
  | 'cases.list'
  | 'cases.read'
  | 'cases.join'
  | 'cases.assign'
  | 'cases.note'
  | 'cases.close'
  | 'cases.stor';

/** Words of supervision are the venue's: they outlast whoever wrote them and whoever they are about (2016/957 art. 3(8): five years). */
const sealOwn = async ({ vault }: ApiContext, reason: string): Promise<Sealed> =>
  vault.seal(await vault.ownSubject(), { reason });

const gravity = (alert: Alert): number => severities.indexOf(alert.severity);

/** Alerts that the reader may see: the gravest at the top, and of those the ones due first. */
const visibleAlerts = ({ cases, people }: VenueState, reader: PersonId): Alert[] =>
  [...cases.alerts.values()]
    .filter(({ subjects }) => !isConcerned(people, reader, subjects))
    .toSorted((a, b) => gravity(a) - gravity(b) || a.dueAt - b.dueAt);

async function alerts(context: ApiContext, { caller, query }: Call<'cases.alerts'>) {
  const { status, severity, detector, listingId } = query;
  const { page, counts } = await context.exchange.read((state) => {
    const inStatus = visibleAlerts(state, caller.personId).filter(
      (one) => one.status === (status ?? one.status),
    );
    const found = inStatus.filter(
      (one) =>
        one.severity === (severity ?? one.severity) &&
        one.detector === (detector ?? one.detector) &&
        one.listing === (listingId ?? one.listing),
    );
    const of = (grave: string): number => inStatus.filter((one) => one.severity === grave).length;
    const { items, next } = slicePage(found, query);
    return {
      page: { items: items.map((one) => pickAlertRow(state, one)), next },
      counts: Object.fromEntries(severities.map((one) => [one, of(one)])),
    };
  });
  const items = await Promise.all(page.items.map((pick) => presentAlert(context, pick)));
  return { items, next: page.next, counts: counts as Record<(typeof severities)[number], number> };
}

const showAlert = async (context: ApiContext, id: AlertId, reader: PersonId) =>
  presentAlertDetail(context, await context.exchange.read((state) => pickAlert(state, id, reader)));

async function showCase(context: ApiContext, id: CaseId, reader: PersonId) {
  const { pick, around } = await context.exchange.read((state) => {
    const found = pickCase(state, id, reader);
    return { pick: found, around: surroundingsOf(state, found, reader) };
  });
  return presentCase(context, pick, around, reader);
}

async function list(context: ApiContext, { caller, query }: Call<'cases.list'>) {
  const page = await context.exchange.read((state) => {
    const found = [...state.cases.cases.values()]
      .filter((one) => !isConcerned(state.people, caller.personId, subjectsOf(state.cases, one)))
      .filter(({ closed }) => query.state === undefined || (closed === null) === (query.state === 'open'))
      .toSorted((a, b) => (a.closed === null ? 0 : 1) - (b.closed === null ? 0 : 1) || a.dueAt - b.dueAt);
    const { items, next } = slicePage(found, query);
    return { items: items.map((one) => pickCaseRow(state, one)), next };
  });
  return {
    items: await Promise.all(page.items.map((pick) => presentCaseRow(context, pick))),
    next: page.next,
  };
}

/** Alerts of surveillance and the cases made of them: for operators whom they are not about. */
export const casesHandlers = (context: ApiContext): Handlers<Names> => ({
  'cases.alerts': (call) => alerts(context, call),
  'cases.alert': ({ caller, params }) => showAlert(context, params.alertId, caller.personId),
  'cases.tape': ({ caller, params }) => presentTape(context, params.alertId, caller.personId),
  'cases.dismiss': async ({ caller, params, body, key }) => {
    const reason = await sealOwn(context, body.reason);
    const command = { kind: 'cases.dismiss', alert: params.alertId, reason } as const;
    await context.exchange.command(command, caller.personId, key);
    return showAlert(context, params.alertId, caller.personId);
  },
  'cases.open': async ({ caller, params, body, key }) => {
    const command = { kind: 'cases.open', alert: params.alertId, assignee: body.assignee } as const;
    const opened = await context.exchange.command(command, caller.personId, key);
    return showCase(context, opened['case'] as CaseId, caller.personId);
  },
  'cases.list': (call) => list(context, call),
  'cases.read': ({ caller, params }) => showCase(context, params.caseId, caller.personId),
  'cases.join': async ({ caller, params, body, key }) => {
    const command = { kind: 'cases.join', case: params.caseId, alert: body.alertId } as const;
    await context.exchange.command(command, caller.personId, key);
    return showCase(context, params.caseId, caller.personId);
  },
  'cases.assign': async ({ caller, params, body, key }) => {
    const command = { kind: 'cases.assign', case: params.caseId, assignee: body.assignee } as const;
    await context.exchange.command(command, caller.personId, key);
    return showCase(context, params.caseId, caller.personId);
  },
  'cases.note': async ({ caller, params, body, key }) => {
    const words = await sealOwn(context, body.words);
    const command = { kind: 'cases.note', case: params.caseId, words } as const;
    await context.exchange.command(command, caller.personId, key);
    return showCase(context, params.caseId, caller.personId);
  },
  'cases.close': async ({ caller, params, body, key }) => {
    const words = await sealOwn(context, body.words);
    const act = { kind: 'case_closing', case: params.caseId, outcome: body.outcome, words } as const;
    return propose(context, caller.personId, act, words, key);
  },
  'cases.stor': ({ caller, params }) => draftStor(context, params.caseId, caller.personId),
});
