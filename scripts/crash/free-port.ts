import { createServer } from 'node:net';

/** Below what systems give to whoever asks for any port: other tests, which do, never take the one that was found. */
const [from, to] = [15_000, 32_000];

/** A port of this machine that nobody uses now, and nobody gets who does not ask for this very one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = from + Math.floor(Math.random() * (to - from));
    const isFree = await new Promise<boolean>((told) => {
      const probe = createServer();
      probe.once('error', () => told(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => told(true)));
    });
    if (isFree) return port;
  }
}
