import {
  contract,
  isFile,
  type Contract,
  type EndpointName,
  type EndpointRecord,
  type Problem,
  type Reply,
  type Request,
} from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { z } from 'zod';

/** What a call is made of: the parts its endpoint declares, decoded; the query may be left out. */
export type Ask<N extends EndpointName> = {
  readonly [
    K in keyof Request<Contract[N]> as Request<Contract[N]>[K] extends undefined
      ? never
      : K extends 'query'
        ? never
        : K
  ]: Request<Contract[N]>[K];
} & { readonly query?: Request<Contract[N]>['query'] };
type Asking<N extends EndpointName> = object extends Ask<N> ? [ask?: Ask<N>] : [ask: Ask<N>];

/** A refusal as HTTP carried it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: RejectionCode;
  readonly problem: Problem;
  constructor(name: string, problem: Problem) {
    super(`${name}: ${problem.status} ${problem.code} ${JSON.stringify(problem.facts ?? {})}`);
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

export interface ApiClient {
  /** Calls an endpoint and decodes its reply, which must be exactly what the contract says. @throws Refusal */
  call<N extends EndpointName>(name: N, ...ask: Asking<N>): Promise<Reply<Contract[N]>>;
  /** The same under an idempotency key. */
  keyed<N extends EndpointName>(key: string, name: N, ...ask: Asking<N>): Promise<Reply<Contract[N]>>;
  /** The code the call is refused with. @throws Error when it is not refused */
  refusal<N extends EndpointName>(name: N, ...ask: Asking<N>): Promise<RejectionCode>;
}

/** Values on the wire for the decoded parts of a request. */
export interface WireRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Text of a file. */
  readonly upload?: string | Uint8Array;
}

/** The body of a request and what its headers say of it. */
export function bodyOf({ body, upload }: WireRequest): {
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
} {
  if (upload !== undefined)
    return {
      headers: { 'content-type': 'application/octet-stream' },
      body: Uint8Array.from(Buffer.from(upload)),
    };
  if (body === undefined) return { headers: {}, body: undefined };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The file that a reply carries. */
async function fileIn(response: Response): Promise<{ name: string; bytes: Uint8Array }> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
  return { name: decodeURIComponent(name), bytes: new Uint8Array(await response.arrayBuffer()) };
}

const encodePart = (schema: z.ZodObject | undefined, value: unknown): unknown =>
  schema === undefined || value === undefined ? undefined : z.encode(schema, value as never);

/** The path of the endpoint below the origin, parameters and query filled in. */
export function pathOf(endpoint: EndpointRecord, { params = {}, query = {} }: WireRequest): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, value]);
  const search = new URLSearchParams(pairs).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

/** Decodes a value and shows that the schema knows all of it: nothing extra, nothing lost, one form. */
export function decodeExactly(schema: z.ZodType, wire: unknown): unknown {
  const decoded = z.decode(schema, wire);
  expect(z.encode(schema, decoded), 'a reply beyond its schema').to.deep.equal(wire);
  return decoded;
}

/** A client of the REST API typed by the contract. */
export function apiClient(url: string, token?: string | (() => string)): ApiClient {
  const send = async (name: EndpointName, ask: object, key?: string): Promise<unknown> => {
    const endpoint: EndpointRecord = contract[name];
    const { params, query, body, bytes } = ask as Partial<Request<EndpointRecord & { upload: true }>>;
    const wire = {
      params: encodePart(endpoint.params, params),
      query: encodePart(endpoint.query, query),
      body: encodePart(endpoint.body, body),
      upload: bytes,
    } as WireRequest;
    const carried = bodyOf(wire);
    const headers: Record<string, string> = { 'X-Piazza': '1', ...carried.headers };
    const bearer = typeof token === 'function' ? token() : token;
    if (bearer !== undefined) headers['Authorization'] = `Bearer ${bearer}`;
    if (key !== undefined) headers['Idempotency-Key'] = key;
    const sent = carried.body === undefined ? {} : { body: carried.body };
    const response = await fetch(url + pathOf(endpoint, wire), { method: endpoint.method, headers, ...sent });
    if (!response.ok) throw new Refusal(name, (await response.json()) as Problem);
    expect(response.status, name).to.equal(endpoint.status);
    if (isFile(endpoint.media)) return fileIn(response);
    if (endpoint.media !== undefined) return response.text();
    return decodeExactly(endpoint.reply, await response.json());
  };
  return {
    call: async (name, ...[ask = {}]) => (await send(name, ask)) as never,
    keyed: async (key, name, ...[ask = {}]) => (await send(name, ask, key)) as never,
    refusal: async (name, ...[ask = {}]) => {
      const outcome = await send(name, ask).catch((error: unknown) => error);
      if (!(outcome instanceof Refusal)) throw new Error(`${name} was not refused: ${String(outcome)}`);
      return outcome.code;
    },
  };
}
