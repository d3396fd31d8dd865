import type { OrderUpdate } from '@piazza/shared/contract';
import type { Socket } from 'socket.io-client';

/** Updates as they are on the wire: amounts are texts there. */
type Update = Omit<OrderUpdate, 'price' | 'at'> & { readonly price: string; readonly at: string };
interface Subscription {
  readonly mode: 'resumed' | 'snapshot';
  readonly items: readonly Update[];
  readonly newest: number;
}
type Ack = { readonly ok: true; readonly value: Subscription } | { readonly ok: false };

/** Somebody's stream of own orders over all connections: each goes on after the last update of the one before. */
export class OrderStream {
  /** Oldest first; the first has seq 1. */
  readonly updates: Update[] = [];
  readonly faults: string[] = [];
  readonly #name: string;
  /** Times it was resumed after a restart. */
  resumed = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Follows from here on. @param read reads what follows a seq, where too much was missed */
  async follow(socket: Socket, read: (after: number) => Promise<readonly Update[]>): Promise<void> {
    // What comes while the answer is on its way may be behind it or ahead of it.
    let early: Update[] | undefined = [];
    socket.on('orderUpdates', ({ items }: { items: Update[] }) => {
      if (early === undefined) this.#take(items);
      else early.push(...items);
    });
    const ack = await new Promise<Ack | undefined>((answered) => {
      const gone = (): void => answered(undefined);
      socket.once('disconnect', gone);
      socket.emit('subscribeOrders', { after: this.updates.length }, (reply: Ack) => {
        socket.off('disconnect', gone);
        answered(reply);
      });
    });
    if (ack === undefined) return;
    if (!ack.ok) return void this.faults.push(`${this.#name} may not follow their orders`);
    const { mode, items, newest } = ack.value;
    if (newest < this.updates.length)
      this.faults.push(`${this.#name} had ${this.updates.length} updates, now there are ${newest}`);
    if (mode === 'snapshot') await this.#catchUp(newest, read);
    this.#take(items);
    if (mode === 'resumed') this.resumed += 1;
    this.#take(early.splice(0));
    early = undefined;
  }

  async #catchUp(newest: number, read: (after: number) => Promise<readonly Update[]>): Promise<void> {
    while (this.updates.length < newest) {
      const missed = await read(this.updates.length);
      if (missed.length === 0) return void this.faults.push(`${this.#name} cannot read what they missed`);
      this.#take(missed);
    }
  }

  /** What was told twice must be the same; nothing may be left out. */
  #take(items: readonly Update[]): void {
    for (const item of items) {
      const known = this.updates[item.seq - 1];
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(item))
        this.faults.push(`${this.#name}: update ${item.seq} was ${JSON.stringify(known)}, is another now`);
      else if (known === undefined && item.seq !== this.updates.length + 1)
        this.faults.push(`${this.#name}: update ${item.seq} follows ${this.updates.length}`);
      else if (known === undefined) this.updates.push(item);
    }
  }

  /** Open quantity of every order that rests, by what was told. */
  open(): ReadonlyMap<string, number> {
    const open = new Map<string, number>();
    for (const { orderId, remaining } of this.updates)
      if (remaining > 0) open.set(orderId, remaining);
      else open.delete(orderId);
    return open;
  }
}
