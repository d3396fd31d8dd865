import { contract, problem, type Contract } from '@piazza/shared/contract';
import { z } from 'zod';
import { Refused, Unreachable } from './refused.ts';
import { session } from './session.ts';
import { address } from './transport.ts';
import type { Input, Output } from './types.ts';

/** Endpoints that take a file. */
export type UploadName = {
  [N in keyof Contract]: Contract[N] extends { readonly upload: true } ? N : never;
}[keyof Contract];

interface Uploading {
  /** The same for each attempt at the same file: what arrived once is not kept twice. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** Hears how much has left, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const answerOf = (request: XMLHttpRequest): unknown => {
  try {
    return JSON.parse(request.responseText) as unknown;
  } catch {
    return null;
  }
};

function refusalOf(request: XMLHttpRequest): Error {
  const parsed = problem.safeParse(answerOf(request));
  return parsed.success ? new Refused(parsed.data.code, parsed.data.facts) : new Unreachable(request.status);
}

function attempt(
  method: string,
  path: string,
  file: Blob,
  { key, signal, onProgress }: Uploading,
): Promise<unknown> {
  // Not fetch: that tells nothing of how much of a body has left.
  return new Promise((resolve, fail) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Piazza', '1');
    request.setRequestHeader('Idempotency-Key', key);
    const token = session.current()?.accessToken;
    if (token !== undefined) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () =>
      request.status < 300 ? resolve(answerOf(request)) : fail(refusalOf(request)),
    );
    request.addEventListener('error', () => fail(new Unreachable(0)));
    request.addEventListener('abort', () => fail(new DOMException('cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/**
 * Sends a file, and tells how far it is.
 * @throws Refused with the code of the venue, Unreachable, or an AbortError when it was cancelled.
 */
export async function upload<N extends UploadName>(
  name: N,
  input: Input<N>,
  file: Blob,
  uploading: Uploading,
): Promise<Output<N>> {
  const { method, reply } = contract[name];
  const path = address(name, input);
  const send = () => attempt(method, path, file, uploading);
  const answer = await send().catch(async (error: unknown) => {
    if (!(error instanceof Refused) || error.code !== 'session_expired') throw error;
    await session.renew();
    return send();
  });
  return z.decode(reply, answer as never) as Output<N>;
}
