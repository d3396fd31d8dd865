import {
  contract,
  type Contract,
  type EndpointName,
  type EndpointRecord,
  type Reply,
  type Request,
} from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { z } from 'zod';
import type { Principal } from '../api/handler.ts';
import type { Pipeline, RawCall } from '../api/kit/pipeline.ts';
import type { Exchange } from '../kernel/exchange.ts';

/** What a person of the story asks of the venue: the endpoints that people use, parsed, authorized and refused alike. */
export type Voice = <N extends EndpointName>(
  name: N,
  request?: Partial<Request<Contract[N]>>,
) => Promise<Reply<Contract[N]>>;
export type Voices = (person: PersonId) => Voice;

const wire = (schema: z.ZodObject | undefined, value: unknown): unknown =>
  schema === undefined || value === undefined ? undefined : z.encode(schema, value as never);

function principalOf(exchange: Exchange, personId: PersonId): Principal | null {
  const person = exchange.peek((state) => state.people.people.get(personId));
  return person === undefined ? null : { personId, sessionId: 'demo', roles: new Set(person.roles) };
}

/**
 * Voices that speak through the pipeline of the API, on the wire's terms.
 * A command is taken before the call returns its promise, at what the clock says then.
 */
export function createVoices(pipeline: Pipeline, exchange: Exchange): Voices {
  return (person) => async (name, request) => {
    const endpoint: EndpointRecord = contract[name];
    const raw: RawCall = {
      params: wire(endpoint.params, request?.params),
      query: wire(endpoint.query, request?.query),
      body: wire(endpoint.body, request?.body),
      ...(endpoint.upload === true ? { bytes: (request as { bytes?: Uint8Array }).bytes } : {}),
      key: undefined,
      clientAddress: 'demo',
      cookie: () => undefined,
      setCookie: () => undefined,
      authenticate: () => principalOf(exchange, person),
    };
    return z.decode(endpoint.reply, await pipeline.run(name, raw)) as never;
  };
}
