import type { IdentityDetails } from '@piazza/shared/contract';
import { ageOn, taxIdentityProblem } from '@piazza/shared/identity';
import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, romeDay, type Millis, type PersonId } from '@piazza/shared/values';
import { propose } from './approvals.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { slicePage } from './paging.ts';
import { pickPerson } from './present/person.ts';
import {
  pickCase,
  pickProtection,
  pickRequests,
  presentCase,
  presentOnboarding,
  presentPaper,
  presentRequest,
  presentResult,
  type CasePick,
} from './present/protection.ts';

type OwnNames =
  | 'protection.read'
  | 'protection.submitIdentity'
  | 'protection.test'
  | 'protection.drawTest'
  | 'protection.submitTest'
  | 'protection.acknowledgeTest'
  | 'protection.simulateLoss'
  | 'protection.requestClass'
  | 'protection.leaveClass';
type DeskNames =
  | 'protection.identities'
  | 'protection.identity'
  | 'protection.reviewIdentity'
  | 'protection.classes'
  | 'protection.proposeClass'
  | 'protection.refuseClass';

async function show(context: ApiContext, person: PersonId) {
  const at = millis(context.exchange.now());
  return presentOnboarding(
    context,
    await context.exchange.read((state) => pickProtection(state, person, at)),
  );
}

async function showTest(context: ApiContext, person: PersonId) {
  const own = await context.exchange.read(({ protection }) => {
    const { paper = null, graded = null } = protection.people.get(person) ?? {};
    return { paper, graded };
  });
  return {
    paper: own.paper && presentPaper(own.paper),
    result: own.graded && presentResult(own.graded),
  };
}

/** Seals under the key of the person it is about, so that their erasure takes it. */
async function sealFor(context: ApiContext, person: PersonId, value: object) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, person));
  return context.vault.seal(subject, value);
}

/** The key of who somebody is, which the law may keep beyond their account; undefined where there is none of its own. */
const identitySubject = (context: ApiContext, person: PersonId): Promise<string | undefined> =>
  context.exchange.read((state) => state.protection.people.get(person)?.identitySubjects.at(-1));

async function sealOfIdentity(context: ApiContext, person: PersonId, value: object) {
  const subject = await identitySubject(context, person);
  return subject === undefined ? sealFor(context, person, value) : context.vault.seal(subject, value);
}

/** What the core cannot see, since it is sealed: it is looked at here. */
function detailsRefusal(details: IdentityDetails, now: Millis): Rejection | null {
  const { taxCountry, taxCode, birthDate } = details;
  const problem = taxIdentityProblem({ country: taxCountry, code: taxCode }, birthDate);
  if (problem !== null) return reject('tax_code_invalid', { problem });
  return ageOn(birthDate, romeDay(now)) < policy.investorAge
    ? reject('under_age', { age: policy.investorAge })
    : null;
}

async function submitIdentity(
  context: ApiContext,
  { caller, body, key }: Call<'protection.submitIdentity'>,
): Promise<void> {
  const refusal = detailsRefusal(body, millis(context.exchange.now()));
  if (refusal !== null) throw new Refused(refusal);
  const { personId } = caller;
  const subject = (await identitySubject(context, personId)) ?? (await context.vault.createSubject());
  const details = await context.vault.seal(subject, body);
  const tax = { country: body.taxCountry, code: body.taxCode };
  const sameAs = await context.identity.taxes.note(tax, personId);
  const command = { kind: 'protection.submitIdentity', details, sameAs, subject } as const;
  await context.exchange.command(command, personId, key);
}

const ownHandlers = (context: ApiContext): Handlers<OwnNames> => ({
  'protection.read': ({ caller }) => show(context, caller.personId),
  'protection.submitIdentity': async (call) => {
    await submitIdentity(context, call);
    return show(context, call.caller.personId);
  },
  'protection.test': ({ caller }) => showTest(context, caller.personId),
  'protection.drawTest': async ({ caller, key }) => {
    await context.exchange.command({ kind: 'protection.drawTest' }, caller.personId, key);
    return showTest(context, caller.personId);
  },
  'protection.submitTest': async ({ caller, body: { answers }, key }) => {
    await context.exchange.command({ kind: 'protection.submitTest', answers }, caller.personId, key);
    return showTest(context, caller.personId);
  },
  'protection.acknowledgeTest': async ({ caller, key }) => {
    await context.exchange.command({ kind: 'protection.acknowledgeTest' }, caller.personId, key);
    return show(context, caller.personId);
  },
  'protection.simulateLoss': async ({ caller, body: { bearable: bearableCents }, key }) => {
    await context.exchange.command({ kind: 'protection.simulateLoss', bearableCents }, caller.personId, key);
    return show(context, caller.personId);
  },
  'protection.requestClass': async ({ caller, body, key }) => {
    const { party, criteria, attested } = body;
    const evidence = await sealFor(context, caller.personId, { text: body.evidence });
    const command = { kind: 'protection.requestClass' as const, party, criteria, attested, evidence };
    await context.exchange.command(command, caller.personId, key);
    return show(context, caller.personId);
  },
  'protection.leaveClass': async ({ caller, key }) => {
    await context.exchange.command({ kind: 'protection.leaveClass' }, caller.personId, key);
    return show(context, caller.personId);
  },
});

async function showCase(context: ApiContext, person: PersonId, reader: PersonId) {
  const pick = await context.exchange.read((state) => pickCase(state, person, reader));
  if (pick === undefined) throw new Refused(reject('not_found'));
  return presentCase(context, pick);
}

const byWaiting = (a: CasePick, b: CasePick): number =>
  Number(a.found.status !== 'submitted') - Number(b.found.status !== 'submitted') ||
  a.found.submittedAt - b.found.submittedAt;

const deskHandlers = (context: ApiContext): Handlers<DeskNames> => ({
  'protection.identities': async ({ caller, query }) => {
    const picks = await context.exchange.read((state) =>
      [...state.protection.people.keys()]
        // Of whoever has gone the law keeps it, and nobody lists it.
        .filter((id) => state.people.people.get(id)?.erasure === null)
        .flatMap((id) => pickCase(state, id, caller.personId) ?? [])
        .filter(({ found }) => query.status === undefined || found.status === query.status)
        .toSorted(byWaiting),
    );
    const page = slicePage(picks, query);
    return { items: await Promise.all(page.items.map((one) => presentCase(context, one))), next: page.next };
  },
  'protection.identity': ({ caller, params }) => showCase(context, params.personId, caller.personId),
  'protection.reviewIdentity': async ({ caller, params, body, key }) => {
    const reason = await sealOfIdentity(context, params.personId, { reason: body.reason });
    const { revision, verdict } = body;
    const about = { person: params.personId, revision, verdict, reason };
    await context.exchange.command({ kind: 'protection.reviewIdentity', ...about }, caller.personId, key);
    return showCase(context, params.personId, caller.personId);
  },
  'protection.classes': async ({ caller, query }) => {
    const page = slicePage(
      await context.exchange.read((state) => pickRequests(state, caller.personId)),
      query,
    );
    const items = page.items.map((one) => presentRequest(context, one));
    return { items: await Promise.all(items), next: page.next };
  },
  'protection.proposeClass': async ({ caller, params, body, key }) => {
    const reason = await sealFor(context, params.personId, { reason: body.reason });
    const act = { kind: 'class_grant' as const, person: params.personId, request: body.request };
    const { id } = await propose(context, caller.personId, act, reason, key);
    return { proposalId: id };
  },
  'protection.refuseClass': async ({ caller, params, body, key }) => {
    const reason = await sealFor(context, params.personId, { reason: body.reason });
    const command = { kind: 'protection.refuseClass' as const, person: params.personId, reason };
    await context.exchange.command({ ...command, request: body.request }, caller.personId, key);
    return {};
  },
});

/** Onboarding of investors, and the desk that looks at who they are. */
export const protectionHandlers = (context: ApiContext): Handlers<OwnNames | DeskNames> => ({
  ...ownHandlers(context),
  ...deskHandlers(context),
});
