import type {
  ClassCase,
  IdentityCase,
  IdentityDetails,
  KnowledgePaper,
  KnowledgeResult,
  Onboarding,
} from '@piazza/shared/contract';
import { questionOf, type Question } from '@piazza/shared/knowledge';
import { policy } from '@piazza/shared/policy';
import { cents, type Millis, type PersonId } from '@piazza/shared/values';
import { samePerson } from '../../domain/people/index.ts';
import {
  entryRefusal,
  hasSimulatedLoss,
  knowledgeStanding,
  warningThreshold,
  type ClassRequest,
  type GradedPaper,
  type Paper,
  type Protection,
} from '../../domain/protection/index.ts';
import { settingOf } from '../../domain/settings/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { pickPerson } from './person.ts';
import { erasedName, personName, personProfile } from './words.ts';

type Sealed = ClassRequest['evidence'];

const reasonOf = async (context: ApiContext, sealed: Sealed | null): Promise<string> =>
  sealed === null ? '' : ((await context.vault.open<{ reason: string }>(sealed))?.reason ?? '');

const detailsOf = async (context: ApiContext, sealed: Sealed): Promise<IdentityDetails | null> =>
  (await context.vault.open<IdentityDetails>(sealed)) ?? null;

/** What is said of a person's protection, as the state knows it at one moment. */
export interface ProtectionPick {
  readonly own: Protection | undefined;
  readonly present: Onboarding['investorClass']['present'];
  readonly knowledge: Onboarding['knowledge'];
  readonly loss: Onboarding['loss'];
  readonly thresholdCents: number;
  readonly missing: Onboarding['missing'];
}

function knowledgeOf(own: Protection | undefined, at: Millis): Onboarding['knowledge'] {
  const standing = knowledgeStanding(own, at);
  const valid = standing === 'passed' ? own?.passedUntil : own?.graded?.validUntil;
  return {
    standing,
    correct: own?.graded?.correct ?? null,
    questions: policy.knowledgeQuestions,
    passMark: policy.knowledgePassMark,
    open: (own?.paper ?? null) !== null,
    validUntil: standing === 'needed' ? null : (valid ?? null),
  };
}

export function pickProtection(state: VenueState, id: PersonId, at: Millis): ProtectionPick {
  const own = state.protection.people.get(id);
  const { investorClass: present } = pickPerson(state, id);
  const loss = own?.loss ?? null;
  const bearable = loss?.bearableCents ?? null;
  return {
    own: own === undefined ? undefined : { ...own },
    present,
    knowledge: knowledgeOf(own, at),
    loss: {
      done: hasSimulatedLoss(own, at),
      at: loss?.at ?? null,
      validUntil: loss?.validUntil ?? null,
      bearable: bearable === null ? null : cents(bearable),
    },
    thresholdCents: warningThreshold(own, at, settingOf(state, 'warningThresholdCents')),
    missing: (entryRefusal(own, present === 'sophisticated', 0, at)?.code ?? null) as Onboarding['missing'],
  };
}

async function requestOf(context: ApiContext, request: ClassRequest) {
  const { number, party, criteria, at, status, decidedAt, reason } = request;
  const said = await reasonOf(context, reason);
  return { number, party, criteria: [...criteria], at, status, decidedAt, reason: said };
}

/** How far the person has come, for themselves. */
export async function presentOnboarding(context: ApiContext, pick: ProtectionPick): Promise<Onboarding> {
  const identity = pick.own?.identity ?? null;
  const request = pick.own?.request ?? null;
  return {
    identity: identity && {
      status: identity.status,
      submittedAt: identity.submittedAt,
      reviewedAt: identity.reviewedAt,
      reason: await reasonOf(context, identity.reason),
      details: await detailsOf(context, identity.details),
    },
    knowledge: pick.knowledge,
    loss: pick.loss,
    investorClass: {
      present: pick.present,
      until: pick.own?.sophisticated?.until ?? null,
      request: request && (await requestOf(context, request)),
    },
    warningThreshold: cents(pick.thresholdCents),
    missing: pick.missing,
  };
}

/** Every question of a paper with its words; a question that no bank knows any more is left out. */
const asked = ({ version, questions }: Paper) =>
  questions.flatMap(({ id, order }, at) => {
    const question = questionOf(version, id);
    return question === undefined ? [] : [{ question, order, at }];
  });

const wordsOf = ({ en, it }: Question, order: readonly number[]) => {
  const shown = ({ ask, options }: Question['en']) => ({
    ask,
    options: order.map((option) => options[option] ?? ''),
  });
  return { en: shown(en), it: shown(it) };
};

/** A paper to be answered: nothing in it tells which option is right. */
export const presentPaper = (paper: Paper): KnowledgePaper => ({
  drawnAt: paper.drawnAt,
  questions: asked(paper).map(({ question, order }) => ({
    id: question.id,
    topic: question.topic,
    words: wordsOf(question, order),
  })),
});

export const presentResult = (graded: GradedPaper): KnowledgeResult => ({
  gradedAt: graded.gradedAt,
  validUntil: graded.validUntil,
  correct: graded.correct,
  passed: graded.passed,
  questions: asked(graded).map(({ question, order, at }) => {
    const { en, it } = wordsOf(question, order);
    return {
      id: question.id,
      topic: question.topic,
      words: { en: { ...en, why: question.en.why }, it: { ...it, why: question.it.why } },
      chosen: graded.answers[at] ?? 0,
      right: order.indexOf(0),
    };
  }),
});

interface Account {
  readonly personId: PersonId;
  readonly profile: Sealed;
  readonly status: IdentityCase['status'] | null;
}
/** A case with what of the state is shown with it. */
export interface CasePick {
  readonly person: Account;
  readonly found: NonNullable<Protection['identity']>;
  readonly sameAs: readonly Account[];
  readonly own: boolean;
}

const accountOf = (state: VenueState, personId: PersonId): Account => ({
  personId,
  profile: pickPerson(state, personId).profile,
  status: state.protection.people.get(personId)?.identity?.status ?? null,
});

/** The case of a person; undefined where nothing was ever submitted. */
export function pickCase(state: VenueState, id: PersonId, reader: PersonId): CasePick | undefined {
  const found = state.protection.people.get(id)?.identity ?? null;
  if (found === null) return undefined;
  const accounts = found.sameAs.map((other) => accountOf(state, other));
  const own = [id, ...found.sameAs].some((one) => samePerson(state.people, one, reader));
  return { person: accountOf(state, id), found, sameAs: accounts, own };
}

export async function presentCase(context: ApiContext, pick: CasePick): Promise<IdentityCase> {
  const { person, found } = pick;
  const profile = await personProfile(context, person.profile);
  const others = pick.sameAs.map(async ({ personId, profile: sealed, status }) => ({
    personId,
    displayName: (await personProfile(context, sealed))?.displayName ?? erasedName,
    status,
  }));
  return {
    personId: person.personId,
    displayName: profile?.displayName ?? erasedName,
    email: profile?.email ?? '',
    revision: found.revision,
    status: found.status,
    submittedAt: found.submittedAt,
    reviewedAt: found.reviewedAt,
    reviewer: found.reviewer === null ? null : await personName(context, found.reviewer),
    reason: await reasonOf(context, found.reason),
    details: await detailsOf(context, found.details),
    sameAs: await Promise.all(others),
    own: pick.own,
  };
}

/** A request with what of the state is shown with it. */
export interface RequestPick {
  readonly person: Account;
  readonly request: ClassRequest;
  readonly own: boolean;
}

export const pickRequests = (state: VenueState, reader: PersonId): RequestPick[] =>
  [...state.protection.people]
    .flatMap(([id, { request }]) => (request === null ? [] : [{ id, request }]))
    .toSorted((a, b) => Number(a.request.status !== 'waiting') - Number(b.request.status !== 'waiting'))
    .map(({ id, request }) => ({
      person: accountOf(state, id),
      request,
      own: samePerson(state.people, id, reader),
    }));

export async function presentRequest(context: ApiContext, pick: RequestPick): Promise<ClassCase> {
  const { person, request, own } = pick;
  const evidence = await context.vault.open<{ text: string }>(request.evidence);
  return {
    ...(await requestOf(context, request)),
    personId: person.personId,
    displayName: (await personProfile(context, person.profile))?.displayName ?? erasedName,
    identity: person.status,
    evidence: evidence?.text ?? '',
    own,
  };
}
