import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { Problem } from '@piazza/shared/contract';

/** A request exactly as it is to go out: nothing is encoded, completed or corrected. */
export interface RawRequest {
  readonly method?: string;
  /** Path with its query, as it stands in the request line. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array | undefined;
}
export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Sends raw requests to one origin over connections that are kept. */
export interface Wire {
  send(asked: RawRequest): Promise<RawReply>;
  close(): void;
}

export function wireTo(url: string): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    close: () => agent.destroy(),
    send: ({ method = 'GET', path, headers = {}, body }) =>
      new Promise((resolve, fail) => {
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
        const all = 'transfer-encoding' in headers ? headers : { ...length, ...headers };
        const outgoing = request(url, { method, path, headers: all, agent }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', fail);
          incoming.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const { statusCode: status = 0, headers: received } = incoming;
            resolve({ status, headers: received, bytes, text: bytes.toString('utf8') });
          });
        });
        outgoing.on('error', fail);
        outgoing.end(body);
      }),
  };
}

/** The problem a reply carries. @throws Error when it is none, or its status is not its own */
export function problemIn(reply: RawReply): Problem {
  const type = reply.headers['content-type'] ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new Error(`a ${reply.status} of ${type}: ${reply.text.slice(0, 200)}`);
  const problem = JSON.parse(reply.text) as Problem;
  if (problem.status !== reply.status) throw new Error(`a ${reply.status} that says it is ${problem.status}`);
  return problem;
}
