/** The least that Node's own HTTP server does for an order: reads all of it, and answers what the venue would. */
import { busyMs } from '../busy.ts';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

let answers = 0;
/** Every second order rests, as at the bare Express route. */
function answer(response: ServerResponse): void {
  answers += 1;
  const text = `{"orderId":"ord_1","filled":0,"resting":${answers % 2},"cancelled":0}`;
  response.writeHead(201, ['Content-Type', 'application/json', 'Content-Length', String(text.length)]);
  response.end(text);
}
const server = createServer((request, response) => {
  request.on('data', () => undefined);
  request.on('end', () => answer(response));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, listing: 'lst_1', tokens: [], people: [] });
});
process.on('message', (asked) => {
  if (asked === 'figures') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, mainMs: busyMs(), seq: 0 });
  } else process.exit(0);
});
