import { reject } from '@piazza/shared/rejections';
import type { OfferId, QuestionId } from '@piazza/shared/values';
import { questionsOf, type Question } from '../domain/disclosures/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { isInside } from './listings.ts';
import { newestFirst } from './paging.ts';
import { presentQuestion, type SealedText } from './present/disclosure.ts';
import { pickListing } from './present/listing.ts';
import { pickPerson } from './present/person.ts';

export type QuestionNames =
  | 'questions.list'
  | 'questions.read'
  | 'questions.ask'
  | 'questions.answer'
  | 'questions.release'
  | 'questions.hide';

function pickQuestion(state: VenueState, id: QuestionId): Question {
  const question = state.disclosures.questions.get(id);
  if (question === undefined) throw new Refused(reject('not_found'));
  return question;
}

const seal = (context: ApiContext, subject: string, text: string) =>
  context.vault.seal(subject, { text } satisfies SealedText);

const issuerSubject = (context: ApiContext, id: QuestionId): Promise<string> =>
  context.exchange.read((state) => pickListing(state, pickQuestion(state, id).listing).organisation.subject);

async function show(context: ApiContext, caller: Principal, id: QuestionId) {
  const { question, inside } = await context.exchange.read((state) => {
    const found = pickQuestion(state, id);
    return { question: found, inside: isInside(state, caller, found.listing) };
  });
  return presentQuestion(context, question, caller.personId, inside);
}

async function list(context: ApiContext, { caller, params, query }: Call<'questions.list'>) {
  const reader = caller?.personId ?? null;
  const { questions, inside } = await context.exchange.read((state) => {
    const offer = state.offers.offers.get(params.offerId);
    if (offer === undefined) throw new Refused(reject('not_found'));
    const of = isInside(state, caller, offer.listing);
    const all = questionsOf(state.disclosures, offer.id).filter(
      ({ status, person }) => of || person === reader || status === 'answered' || status === 'released',
    );
    return { questions: all, inside: of };
  });
  const page = newestFirst(questions, query);
  const items = page.items.map((question) => presentQuestion(context, question, reader, inside));
  return { items: await Promise.all(items), next: page.next };
}

async function ask(context: ApiContext, { caller, params, body, key }: Call<'questions.ask'>) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
  const words = await seal(context, subject, body.text);
  const offer: OfferId = params.offerId;
  const { question } = await context.exchange.command(
    { kind: 'disclosures.ask', offer, words },
    caller.personId,
    key,
  );
  return show(context, caller, question as QuestionId);
}

export const questionHandlers = (context: ApiContext): Handlers<QuestionNames> => ({
  'questions.list': (call) => list(context, call),
  'questions.read': ({ caller, params }) => show(context, caller, params.questionId),
  'questions.ask': (call) => ask(context, call),
  'questions.answer': async ({ caller, params, body, key }) => {
    const { questionId: question } = params;
    const words = await seal(context, await issuerSubject(context, question), body.text);
    await context.exchange.command({ kind: 'disclosures.answer', question, words }, caller.personId, key);
    return show(context, caller, question);
  },
  'questions.release': async ({ caller, params, key }) => {
    const { questionId: question } = params;
    await context.exchange.command({ kind: 'disclosures.release', question }, caller.personId, key);
    return show(context, caller, question);
  },
  'questions.hide': async ({ caller, params, body, key }) => {
    const { questionId: question } = params;
    const words = await seal(context, await issuerSubject(context, question), body.reason);
    await context.exchange.command({ kind: 'disclosures.hide', question, words }, caller.personId, key);
    return show(context, caller, question);
  },
});
