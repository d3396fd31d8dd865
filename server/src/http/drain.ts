import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long what is under way may take to end before its connection is cut. */
const patienceMs = 2_000;

/**
 * Follows every connection of the server, also those that became WebSockets and that the server itself loses sight of.
 * @param closeIdle closes connections of which the server does not know that they are idle
 * The returned function lets `close` take its course and cuts what is still connected after 2 s.
 */
export function drainer(
  server: Server,
  closeIdle: () => void,
): (close: () => Promise<void>) => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (close) => {
    const cut = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, patienceMs);
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    closeIdle();
    await Promise.all([closed, close()]);
    clearTimeout(cut);
  };
}
