import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Request, RequestHandler, Response } from 'express';
import { problemHeaders, problemMedia, problemOf } from '../api/kit/problem.ts';
import { Refusal } from '../kernel/exchange.ts';

/** Larger than any message of the provider's. */
const mostBytes = 256 * 1024;

/** What became of a message; it is kept for good when this resolves. */
export type Hear = (body: Uint8Array, signature: string) => Promise<'kept' | 'known' | 'ignored' | 'refused'>;

/** The bytes as they were sent, which is what was signed; undefined where they are too many. */
async function rawBody(request: Request): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function refuse(response: Response, rejection: Rejection, instance: string): void {
  const problem = problemOf(rejection, instance);
  for (const [name, value] of problemHeaders(rejection)) response.setHeader(name, value);
  response.status(problem.status).type(problemMedia).send(JSON.stringify(problem));
}

async function take(hear: Hear, request: Request, response: Response): Promise<void> {
  const told = Number(request.headers['content-length'] ?? 0);
  const body = told > mostBytes ? undefined : await rawBody(request);
  if (body === undefined) {
    response.setHeader('Connection', 'close');
    return refuse(response, reject('payload_too_large'), request.path);
  }
  const became = await hear(body, request.get('Stripe-Signature') ?? '');
  if (became === 'refused') return refuse(response, reject('message_not_genuine'), request.path);
  response.status(200).json({ received: true });
}

/**
 * Messages of the payment provider, on their raw bodies. What is not genuine, or older than five minutes, is refused and
 * leaves nothing behind; what is answered with 200 is kept for good.
 */
export const webhook =
  (hear: Hear, failed: (error: unknown) => void): RequestHandler =>
  (request, response) => {
    take(hear, request, response).catch((error: unknown) => {
      if (response.headersSent) return;
      if (error instanceof Refusal) return refuse(response, error.rejection, request.path);
      // The provider sends again what was not answered.
      failed(error);
      response.status(500).end();
    });
  };
