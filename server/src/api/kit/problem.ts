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
