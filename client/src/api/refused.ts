import type { Problem } from '@piazza/shared/contract';
import type { RejectionCode } from '@piazza/shared/rejections';

export type Facts = NonNullable<Problem['facts']>;

/** The venue said no, for a reason it names. Nothing changed. */
export class Refused extends Error {
  readonly code: RejectionCode;
  readonly facts: Facts;

  constructor(code: RejectionCode, facts: Facts = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.facts = facts;
  }
}

/** No answer, or none that means anything: whether a command was done is unknown until it is asked again. */
export class Unreachable extends Error {
  /** HTTP status where there was one; 0 where the network failed. */
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(status === 0 ? 'no answer' : `answer ${status}`, { cause });
    this.name = 'Unreachable';
    this.status = status;
  }
}

export const isRefused = (error: unknown, code: RejectionCode): error is Refused =>
  error instanceof Refused && error.code === code;
