import {
  contract,
  isFile,
  problem,
  type EndpointName,
  type EndpointRecord,
  type File,
} from '@piazza/shared/contract';
import { z } from 'zod';
import { Refused, Unreachable } from './refused.ts';
import type { AnyInput } from './types.ts';
import { uuid } from './uuid.ts';

const patienceMs = 20_000;

export interface Sending {
  readonly token?: string | null;
  /** Idempotency key of a command. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** The address of a call, with its parameters and query in place. */
export function address(name: EndpointName, input: AnyInput): string {
  const record: EndpointRecord = contract[name];
  const path = record.path.replaceAll(/:([A-Za-z]+)/g, (_, part: string) =>
    encodeURIComponent(input.params?.[part] ?? ''),
  );
  const search = new URLSearchParams();
  if (record.query !== undefined && input.query !== undefined)
    for (const [key, value] of Object.entries(z.encode(record.query, { ...input.query })))
      if (typeof value === 'string' || typeof value === 'number') search.set(key, String(value));
  return `/api/v1${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
}

function headers(record: EndpointRecord, sending: Sending, hasBody: boolean): Headers {
  const all = new Headers({ Accept: record.media ?? 'application/json' });
  if (hasBody) all.set('Content-Type', 'application/json');
  // A header no foreign form can set: together with SameSite it keeps other sites from acting in our name.
  if (record.method !== 'GET') all.set('X-Piazza', '1');
  if (record.command) all.set('Idempotency-Key', sending.key ?? uuid());
  if (sending.token) all.set('Authorization', `Bearer ${sending.token}`);
  return all;
}

/** The file that a reply carries, under the name it is to be kept. */
async function fileOf(response: Response): Promise<File> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
  return { name: decodeURIComponent(name), bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function refusal(response: Response): Promise<Error> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  return parsed.success ? new Refused(parsed.data.code, parsed.data.facts) : new Unreachable(response.status);
}

/**
 * Makes one call, once.
 * @returns the reply, decoded by the contract.
 * @throws Refused with the code of the venue, or Unreachable.
 */
export async function send(name: EndpointName, input: AnyInput, sending: Sending = {}): Promise<unknown> {
  const record: EndpointRecord = contract[name];
  const body = record.body === undefined ? null : JSON.stringify(z.encode(record.body, { ...input.body }));
  const patience = AbortSignal.timeout(patienceMs);
  const response = await fetch(address(name, input), {
    method: record.method,
    headers: headers(record, sending, body !== null),
    body,
    signal: sending.signal === undefined ? patience : AbortSignal.any([sending.signal, patience]),
  }).catch((error: unknown) => {
    throw new Unreachable(0, error);
  });
  if (!response.ok) throw await refusal(response);
  if (isFile(record.media)) return fileOf(response);
  if (record.media !== undefined) return response.text();
  return z.decode(record.reply, (await response.json()) as never);
}
