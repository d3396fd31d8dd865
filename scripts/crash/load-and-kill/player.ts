import type { CommitmentId, OfferId } from '@piazza/shared/values';
import type { Rejection } from '@piazza/shared/rejections';
import { io, type Socket } from 'socket.io-client';
import type { Member } from './prepare.ts';

type Ack =
  | { readonly ok: true; readonly value: { readonly id: CommitmentId } }
  | { readonly ok: false; readonly rejection?: Rejection; readonly error?: string };

/** One command under its key, and what was said to it, if anything was. */
export interface Attempt {
  readonly key: string;
  readonly call: 'placeCommitment' | 'revokeCommitment';
  readonly request: { readonly params: object; readonly body?: object };
  /** In one line: `accepted cmt_1`, or `refused not_a_lot {…}`. */
  answer: string | undefined;
}

/** Refusals of the edge, which no command reached: they say nothing about the key. */
const edgeCodes = new Set(['rate_limited', 'shutting_down', 'session_expired', 'not_authenticated']);

export const answerOf = (outcome: { result?: object; rejection?: Rejection }): string =>
  outcome.rejection === undefined
    ? `accepted ${(outcome.result as { commitment: string }).commitment}`
    : `refused ${outcome.rejection.code} ${JSON.stringify(outcome.rejection.detail ?? {})}`;

const acknowledgements = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
  understanding: 'may_lose_all',
} as const;

/** An investor at a socket who commits and revokes, and remembers every command and every answer. */
export class Player {
  readonly attempts: Attempt[] = [];
  readonly #member: Member;
  readonly #offers: readonly OfferId[];
  readonly #random: () => number;
  readonly #pledges: CommitmentId[] = [];
  #socket: Socket | undefined;
  /** When the venue last answered a command; performance.now(). */
  lastAnswerAt = 0;
  /** Answers that must never come. */
  readonly faults: string[] = [];

  constructor(member: Member, offers: readonly OfferId[], random: () => number) {
    this.#member = member;
    this.#offers = offers;
    this.#random = random;
  }

  get member(): Member {
    return this.#member;
  }

  async connect(url: string, token: string): Promise<void> {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token },
    });
    this.#socket = socket;
    await new Promise<void>((connected, refused) => {
      socket.once('connect', connected);
      socket.once('connect_error', refused);
    });
  }

  disconnect(): void {
    this.#socket?.close();
  }

  /** Gives one command after the other until the connection is gone. */
  async play(): Promise<void> {
    while (this.#socket?.connected === true) {
      const attempt = this.#next();
      this.attempts.push(attempt);
      await this.give(attempt);
      await new Promise((resolve) => setTimeout(resolve, this.#random() * 40));
    }
  }

  /** Gives the command (again) and keeps its answer. The one that was there before must be the same. */
  async give(attempt: Attempt): Promise<void> {
    const { key, call, request } = attempt;
    const ack = await this.#ask(call, { key, ...request });
    if (ack === undefined) return;
    this.lastAnswerAt = performance.now();
    const answer = ack.ok ? `accepted ${ack.value.id}` : this.#refused(attempt, ack);
    if (answer === undefined) return;
    if (attempt.answer === undefined && ack.ok && call === 'placeCommitment')
      this.#pledges.push(ack.value.id);
    if (attempt.answer !== undefined && attempt.answer !== answer)
      this.faults.push(`${key} was answered "${attempt.answer}", then "${answer}"`);
    attempt.answer = answer;
  }

  #refused({ key }: Attempt, { rejection, error }: Extract<Ack, { ok: false }>): string | undefined {
    if (rejection === undefined) {
      this.faults.push(`${key} met a bug: ${error ?? 'no word'}`);
      return undefined;
    }
    return edgeCodes.has(rejection.code) ? undefined : answerOf({ rejection });
  }

  /** The acknowledgement, or undefined when the connection ended first. */
  #ask(call: string, request: object): Promise<Ack | undefined> {
    const socket = this.#socket;
    if (socket?.connected !== true) return Promise.resolve(undefined);
    return new Promise((answered) => {
      const gone = (): void => answered(undefined);
      socket.once('disconnect', gone);
      socket.emit(call, request, (ack: Ack) => {
        socket.off('disconnect', gone);
        answered(ack);
      });
    });
  }

  #next(): Attempt {
    const key = `${this.#member.email.split('@')[0]}-${this.attempts.length}`.padEnd(8, '_');
    const pledge =
      this.#random() < 0.35 ? this.#pledges.at(Math.floor(this.#random() * this.#pledges.length)) : undefined;
    if (pledge !== undefined)
      return {
        key,
        call: 'revokeCommitment',
        request: { params: { commitmentId: pledge } },
        answer: undefined,
      };
    const offerId = this.#offers[Math.floor(this.#random() * this.#offers.length)];
    // Now and then not a lot, or below the smallest ticket: a refusal is recorded under its key as well.
    const units = this.#random() < 0.05 ? 7 : 10 * Math.floor(this.#random() * 12);
    const body = { units: Math.max(1, units), acknowledgements };
    return { key, call: 'placeCommitment', request: { params: { offerId }, body }, answer: undefined };
  }
}
