import { ApiError } from './errors.ts';

/** A reply as it was first sent. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
}

interface Kept {
  readonly fingerprint: string;
  readonly at: number;
  /** Undefined while the first call is under way. */
  reply?: Reply;
}

const oneDay = 24 * 60 * 60 * 1000;

/** What was answered under which idempotency key. Keys are forgotten after 24 hours, as Stripe may do. */
export class Keys {
  readonly #kept = new Map<string, Kept>();

  /**
   * The reply given before under this key, or undefined when the call may now begin.
   * `scope`: the account and the key; `fingerprint`: method, path and parameters; `now`: milliseconds.
   * Refuses other parameters (400 idempotency_error) and a key under way (409).
   */
  begin(scope: string, fingerprint: string, now: number): Reply | undefined {
    const kept = this.#kept.get(scope);
    if (kept === undefined || now - kept.at > oneDay) {
      this.#kept.set(scope, { fingerprint, at: now });
      return undefined;
    }
    if (kept.fingerprint !== fingerprint)
      throw new ApiError(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      });
    if (kept.reply === undefined)
      throw new ApiError(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: 'There is currently another in-progress request using this Idempotent Key.',
      });
    return kept.reply;
  }

  keep(scope: string, reply: Reply): void {
    const kept = this.#kept.get(scope);
    if (kept !== undefined) kept.reply = reply;
  }

  /** The call did not begin: its key is free again. */
  release(scope: string): void {
    if (this.#kept.get(scope)?.reply === undefined) this.#kept.delete(scope);
  }
}
