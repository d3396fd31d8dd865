import type { OrderUpdate } from '@piazza/shared/contract';
import { useEffect } from 'react';
import { session } from '../api/index.ts';
import { beginLog, emptyLog, extendLog, type OrderLog } from './orders-log.ts';
import { ask, onConnected, onPush } from './socket.ts';
import { createStore, useStore } from './store.ts';

const log = createStore<OrderLog>(emptyLog);
let wanted = false;
let catchingUp: Promise<void> | null = null;
// Updates that came while an answer was on its way: they follow it, or it holds them already.
let waiting: OrderUpdate[] = [];

function take(items: readonly OrderUpdate[]): void {
  const extended = extendLog(log.get(), items);
  if (extended === false) catchUp();
  else log.set(extended);
}

const person = (): string | undefined => session.current()?.me.id;

async function askWhatWasMissed(asker: string | undefined): Promise<void> {
  const { newest } = log.get();
  const reply = await ask('subscribeOrders', newest === null ? {} : { after: newest as never });
  if (person() !== asker) return;
  const resumed = reply.mode === 'resumed' && newest !== null && extendLog(log.get(), reply.items);
  if (resumed === false) log.set(beginLog(reply.items, reply.newest));
  else log.set(resumed);
}

/** One request at a time, because pushes may reveal the same gap again and again. */
function catchUp(): void {
  const asker = person();
  if (asker === undefined) return;
  catchingUp ??= askWhatWasMissed(asker)
    .catch(() => undefined)
    .finally(() => {
      catchingUp = null;
      const late = waiting;
      waiting = [];
      if (log.get().newest !== null) take(late);
      else if (person() !== asker) catchUp();
    });
}

/** Wires the log to the socket and to who is signed in. Nothing is asked before a screen wants it. */
export function startOrders(): void {
  let known = person();
  onConnected(() => {
    if (wanted) catchUp();
  });
  onPush('orderUpdates', ({ items }) => {
    if (catchingUp === null) {
      if (log.get().newest !== null) take(items);
    } else waiting.push(...items);
  });
  session.subscribe(() => {
    if (person() === known) return;
    known = person();
    waiting = [];
    log.set(emptyLog);
    // The socket comes back under the new name, and asks then.
  });
}

/** What happened to own orders, live: after a lost connection it goes on where it stood, and no update comes twice. */
export function useOrderLog(): OrderLog {
  useEffect(() => {
    wanted = true;
    if (log.get().newest === null) catchUp();
  }, []);
  return useStore(log);
}
