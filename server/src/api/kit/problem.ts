import { rejectionStatus, type Rejection } from '@piazza/shared/rejections';
import type { Problem } from '@piazza/shared/contract';

/** Media type of RFC 9457. */
export const problemMedia = 'application/problem+json';

/** The problem reply of a rejection. */
export function problemOf(rejection: Rejection, instance: string): Problem {
  const { code, detail } = rejection;
  const facts =
    detail === undefined ? {} : { facts: { ...detail } as Record<string, string | number | string[]> };
  const title = code.replaceAll('_', ' ');
  return { type: `/api/v1/problems/${code}`, title, status: rejectionStatus[code], code, ...facts, instance };
}

/** Headers of a problem reply, beside its type. */
export function problemHeaders({ code, detail }: Rejection): readonly (readonly [string, string])[] {
  const wait = detail?.['retryAfter'];
  const unknown = code === 'not_authenticated' || code === 'session_expired';
  return [
    ['Cache-Control', 'no-store'],
    ...(typeof wait === 'number' ? [['Retry-After', String(wait)] as const] : []),
    ...(unknown ? [['WWW-Authenticate', 'Bearer realm="piazza"'] as const] : []),
  ];
}

/** What a bug is answered with: not a word about it. */
export const internalError = (instance: string) =>
  ({ type: 'about:blank', title: 'internal error', status: 500, instance }) as const;
