import type { ComplaintForm } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { millis, type ComplaintId, type PersonId } from '@piazza/shared/values';
import { complaintsOf, isOpenComplaint } from '../domain/conduct/index.ts';
import type { Sealed } from '../domain/core/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { newestFirst } from './paging.ts';
import {
  pickComplaint,
  presentComplaint,
  presentComplaintRow,
  type SealedWords,
} from './present/complaint.ts';
import { pickPerson } from './present/person.ts';
import { personName } from './present/words.ts';

export type ComplaintNames =
  | 'complaints.file'
  | 'complaints.mine'
  | 'complaints.read'
  | 'complaints.withdraw'
  | 'complaints.register'
  | 'complaints.name'
  | 'complaints.admit'
  | 'complaints.extend'
  | 'complaints.answer'
  | 'complaints.close';

const dayMs = 86_400_000;

async function show(context: ApiContext, id: ComplaintId, reader: PersonId) {
  const pick = await context.exchange.read((state) => pickComplaint(state, id, reader));
  if (pick === undefined) throw new Refused(reject('not_found'));
  return presentComplaint(context, pick, reader);
}

/** What is said of a complaint is kept with it, beyond the account of its author, for the time of the law. */
async function seal(context: ApiContext, id: ComplaintId, text: string): Promise<Sealed> {
  const subject = await context.exchange.read((state) => {
    const complaint = state.conduct.complaints.get(id);
    if (complaint === undefined) throw new Refused(reject('not_found'));
    return complaint.subject ?? pickPerson(state, complaint.person).subject;
  });
  return context.vault.seal(subject, { text } satisfies SealedWords);
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** People of the desk whose name stands among those that the complaint gives. */
async function namedIn(context: ApiContext, { people }: ComplaintForm): Promise<PersonId[]> {
  if (people.trim() === '') return [];
  const given = plain(people);
  const desk = await context.exchange.read((state) =>
    [...state.people.people.values()]
      .filter(({ roles }) => roles.includes('operator') || roles.includes('administrator'))
      .map(({ id }) => id),
  );
  const names = await Promise.all(
    desk.map(async (id) => ({ id, name: plain(await personName(context, id)) })),
  );
  return names.filter(({ name }) => name.length > 2 && given.includes(name)).map(({ id }) => id);
}

/** A key that no complaint took: it was refused, or filed before under the same idempotency key. */
async function dropUnused({ exchange, vault }: ApiContext, subject: string): Promise<void> {
  const used = await exchange.read(({ conduct }) =>
    [...conduct.complaints.values()].some((one) => one.subject === subject),
  );
  if (!used) await vault.destroy({ subjects: [subject], refs: [] });
}

async function file(context: ApiContext, { caller, body, key }: Call<'complaints.file'>) {
  const subject = await context.vault.createSubject();
  const words = await context.vault.seal(subject, body);
  const named = await namedIn(context, body);
  const command = { kind: 'conduct.complain', listing: body.listingId, words, named, subject } as const;
  try {
    const { complaint } = await context.exchange.command(command, caller.personId, key);
    return await show(context, complaint as ComplaintId, caller.personId);
  } finally {
    await dropUnused(context, subject);
  }
}

async function extend(context: ApiContext, { caller, params, body, key }: Call<'complaints.extend'>) {
  const words = await seal(context, params.complaintId, body.words);
  const until = await context.exchange.read(({ conduct }) =>
    millis((conduct.complaints.get(params.complaintId)?.dueAt ?? 0) + body.days * dayMs),
  );
  const command = { kind: 'conduct.extend', complaint: params.complaintId, until, words } as const;
  await context.exchange.command(command, caller.personId, key);
  return show(context, params.complaintId, caller.personId);
}

const register = async (context: ApiContext, { query }: Call<'complaints.register'>) => {
  const all = await context.exchange.read(({ conduct }) => {
    const every = [...conduct.complaints.values()];
    const { state } = query;
    const wanted =
      state === undefined ? every : every.filter((one) => isOpenComplaint(one) === (state === 'open'));
    return structuredClone(wanted);
  });
  const { items, next } = newestFirst(all, query);
  return { items: await Promise.all(items.map((one) => presentComplaintRow(context, one))), next };
};

const mine = async (context: ApiContext, { caller, query }: Call<'complaints.mine'>) => {
  const own = await context.exchange.read(({ conduct }) =>
    structuredClone(complaintsOf(conduct, caller.personId)),
  );
  const { items, next } = newestFirst(own, query);
  return { items: await Promise.all(items.map((one) => presentComplaintRow(context, one))), next };
};

/** Complaints of anybody signed in, and the register of the operators. */
export const complaintHandlers = (context: ApiContext): Handlers<ComplaintNames> => ({
  'complaints.file': (call) => file(context, call),
  'complaints.mine': (call) => mine(context, call),
  'complaints.read': ({ caller, params }) => show(context, params.complaintId, caller.personId),
  'complaints.withdraw': async ({ caller, params, key }) => {
    const command = { kind: 'conduct.withdraw', complaint: params.complaintId } as const;
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.complaintId, caller.personId);
  },
  'complaints.register': (call) => register(context, call),
  'complaints.name': async ({ caller, params, body, key }) => {
    const command = { kind: 'conduct.name', complaint: params.complaintId, person: body.person } as const;
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.complaintId, caller.personId);
  },
  'complaints.admit': async ({ caller, params, key }) => {
    const command = { kind: 'conduct.admit', complaint: params.complaintId } as const;
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.complaintId, caller.personId);
  },
  'complaints.extend': (call) => extend(context, call),
  'complaints.answer': async ({ caller, params, body, key }) => {
    const words = await seal(context, params.complaintId, body.words);
    const command = { kind: 'conduct.answer', complaint: params.complaintId, words } as const;
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.complaintId, caller.personId);
  },
  'complaints.close': async ({ caller, params, body, key }) => {
    const { outcome } = body;
    const words = await seal(context, params.complaintId, body.words);
    const command = { kind: 'conduct.close', complaint: params.complaintId, outcome, words } as const;
    await context.exchange.command(command, caller.personId, key);
    return show(context, params.complaintId, caller.personId);
  },
});
