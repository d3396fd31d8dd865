import type { CommitmentId, ListingId, OfferId, OrderId } from '@piazza/shared/values';
import type { Rejection } from '@piazza/shared/rejections';
import { io, type Socket } from 'socket.io-client';
import { acceptanceLine, isOrder, itemOf, refusalLine, type Ack, type Attempt } from './attempt.ts';
import type { Member } from './prepare.ts';
import { OrderStream } from './stream.ts';
import { Wishes } from './wishes.ts';

type BatchAck = { readonly ok: true; readonly value: { readonly items: readonly Ack[] } } | Refused;
type Refused = { readonly ok: false; readonly rejection?: Rejection; readonly error?: string };

/** Refusals of the edge, which no command reached: they say nothing about the key. */
const edgeCodes = new Set(['rate_limited', 'shutting_down', 'session_expired', 'not_authenticated']);

/** Where one may act. */
export interface Field {
  readonly offers: readonly OfferId[];
  readonly markets: readonly ListingId[];
}

/** An investor at a socket who commits and trades, and remembers every command and every answer. */
export class Player {
  readonly attempts: Attempt[] = [];
  readonly stream: OrderStream;
  readonly #member: Member;
  readonly #random: () => number;
  readonly #wishes: Wishes;
  #socket: Socket | undefined;
  /** When the venue last answered a command; performance.now(). */
  lastAnswerAt = 0;
  /** Answers that must never come. */
  readonly faults: string[] = [];

  constructor(member: Member, { offers, markets }: Field, random: () => number) {
    this.#member = member;
    this.#wishes = new Wishes(offers, markets, random);
    this.#random = random;
    this.stream = new OrderStream(member.email);
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
    await this.stream.follow(socket, async (after) => {
      const headers = { Authorization: `Bearer ${token}` };
      const reply = await fetch(`${url}/api/v1/me/order-updates?after=${after}&limit=200`, { headers });
      return ((await reply.json()) as { items: [] }).items;
    });
  }

  disconnect(): void {
    this.#socket?.close();
  }

  /** Gives one message after the other until the connection is gone. */
  async play(): Promise<void> {
    while (this.#socket?.connected === true) {
      const attempts = this.#wishes.next().map((wish): Attempt => {
        const key = `${this.#member.email.split('@')[0]}-${this.attempts.length}`.padEnd(8, '_');
        const attempt = { key, ...wish, answer: undefined };
        this.attempts.push(attempt);
        return attempt;
      });
      await this.#send(attempts);
      await new Promise((resolve) => setTimeout(resolve, this.#random() * 40));
    }
  }

  /** Gives commands again, some orders in another company than at first; each is answered as before. */
  async giveAgain(attempts: readonly Attempt[]): Promise<void> {
    const orders = this.#random() < 0.5 ? attempts.filter(isOrder) : [];
    const others = attempts.filter((one) => !orders.includes(one));
    await Promise.all([this.#send(orders), ...others.map((one) => this.#send([one]))]);
  }

  /** One by a call of its own, several in a batch. */
  async #send(attempts: readonly Attempt[]): Promise<void> {
    const [first] = attempts;
    if (first === undefined) return;
    if (attempts.length === 1) {
      const ack = await this.#ask<Ack>(first.call, { key: first.key, ...first.request });
      return ack === undefined ? undefined : this.#keep(first, ack);
    }
    const ack = await this.#ask<BatchAck>('sendOrders', { items: attempts.map(itemOf) });
    if (ack === undefined) return;
    const acks = ack.ok ? ack.value.items : attempts.map(() => ack);
    if (acks.length !== attempts.length) this.faults.push(`${first.key}: ${acks.length} answers to a batch`);
    attempts.forEach((attempt, at) => {
      const one = acks[at];
      if (one !== undefined) this.#keep(attempt, one);
    });
  }

  /** Keeps an answer. The one that was there before must be the same. */
  #keep(attempt: Attempt, ack: Ack): void {
    const { key, call } = attempt;
    this.lastAnswerAt = performance.now();
    const answer = ack.ok ? acceptanceLine(call, ack.value) : this.#refused(attempt, ack);
    if (answer === undefined) return;
    if (attempt.answer === undefined && ack.ok) this.#remember(call, ack.value);
    if (attempt.answer !== undefined && attempt.answer !== answer)
      this.faults.push(`${key} was answered "${attempt.answer}", then "${answer}"`);
    attempt.answer = answer;
  }

  #remember(call: Attempt['call'], value: Extract<Ack, { ok: true }>['value']): void {
    if (call === 'placeCommitment') this.#wishes.pledges.push(value['id'] as CommitmentId);
    if (call === 'placeOrder' && Number(value['resting']) > 0)
      this.#wishes.orders.push(value['orderId'] as OrderId);
  }

  #refused({ key }: Attempt, { rejection, error }: Refused): string | undefined {
    if (rejection === undefined) {
      this.faults.push(`${key} met a bug: ${error ?? 'no word'}`);
      return undefined;
    }
    return edgeCodes.has(rejection.code) ? undefined : refusalLine(rejection);
  }

  /** The acknowledgement, or undefined when the connection ended first. */
  #ask<A>(call: string, request: object): Promise<A | undefined> {
    const socket = this.#socket;
    if (socket?.connected !== true) return Promise.resolve(undefined);
    return new Promise((answered) => {
      const gone = (): void => answered(undefined);
      socket.once('disconnect', gone);
      socket.emit(call, request, (ack: A) => {
        socket.off('disconnect', gone);
        answered(ack);
      });
    });
  }
}
