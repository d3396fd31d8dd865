import { useEffect } from 'react';
import { begin, extend, noFlow, type DealFlow } from './feed.ts';
import { ask, onConnected, onPush } from './socket.ts';
import { createStore, useStore } from './store.ts';

const flow = createStore<DealFlow>(noFlow);
let wanted = false;
let catchingUp: Promise<void> | null = null;

/** Asks for what was missed; one request at a time, because pushes may reveal the same gap again and again. */
function catchUp(): void {
  catchingUp ??= (async () => {
    const known = flow.get();
    const reply = await ask('subscribeDealFlow', known.totals === null ? {} : { after: known.seq as never });
    const extended = reply.mode === 'resumed' && extend(flow.get(), reply.items, reply.totals);
    flow.set(extended === false ? begin(reply.items, reply.totals) : extended);
  })()
    .catch(() => undefined)
    .finally(() => {
      catchingUp = null;
    });
}

/** Wires the store to the socket. Nothing is asked before a screen wants it. */
export function startDealFlow(): void {
  onConnected(() => {
    if (wanted) catchUp();
  });
  onPush('dealFlow', ({ items, totals }) => {
    const known = flow.get();
    if (known.totals === null) return;
    const extended = extend(known, items, totals);
    if (extended === false) catchUp();
    else flow.set(extended);
  });
}

/** The public feed and its totals, live. `totals` is null until the first snapshot has come. */
export function useDealFlow(): DealFlow {
  useEffect(() => {
    if (wanted) return;
    wanted = true;
    catchUp();
  }, []);
  return useStore(flow);
}
