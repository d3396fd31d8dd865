import { socketCalls, socketPushes, type MarketFrame, type Trade } from '@piazza/shared/contract';
import { Follower } from '@piazza/shared/depth';
import type { ListingId } from '@piazza/shared/values';
import { z } from 'zod';
import type { SocketAck, SocketClient } from './socket-client.ts';

/** A program that follows one market over a socket, and over the next one when that is lost. */
export class MarketFollower {
  readonly listingId: ListingId;
  readonly follower = new Follower<MarketFrame>();
  /** By number; the same trade may come in a snapshot and in a frame. */
  readonly trades = new Map<number, Trade>();
  readonly frames: MarketFrame[] = [];
  /** Snapshots asked for. */
  asked = 0;
  /** Gaps and wrong checksums met. */
  resyncs = 0;
  /** Whether frames get lost between the socket and here. */
  loses: () => boolean = () => false;
  #socket: SocketClient | undefined;

  constructor(listingId: ListingId) {
    this.listingId = listingId;
  }

  /** Follows over this socket from now on. */
  async over(socket: SocketClient): Promise<void> {
    this.#socket = socket;
    this.follower.reset();
    socket.raw.on('marketFrame', (raw: unknown) => {
      if (socket !== this.#socket || this.loses()) return;
      const frame = z.decode(socketPushes.marketFrame, raw as never);
      this.frames.push(frame);
      this.#heard(this.follower.frame(frame));
    });
    await this.#ask(socket);
  }

  async #ask(socket: SocketClient): Promise<void> {
    this.asked += 1;
    const request = { listingId: this.listingId };
    const ack: SocketAck = await socket
      .emit('subscribeMarket', request)
      .catch(() => ({ ok: false as const }));
    // The line broke meanwhile: the next one asks for itself.
    if (socket !== this.#socket || !socket.raw.connected) return;
    if (!ack.ok) throw new Error(`not subscribed: ${JSON.stringify(ack)}`);
    const snapshot = z.decode(socketCalls.subscribeMarket.reply, ack.value as never);
    for (const trade of snapshot.trades) this.trades.set(trade.number, trade);
    this.#heard(this.follower.snapshot(snapshot));
  }

  #heard(step: ReturnType<Follower<MarketFrame>['frame']>): void {
    if (step.kind === 'applied')
      for (const { trades } of step.frames) for (const trade of trades) this.trades.set(trade.number, trade);
    if (step.kind !== 'resync') return;
    this.resyncs += 1;
    const socket = this.#socket;
    if (socket !== undefined) void this.#ask(socket);
  }
}
