/** A bare Express JSON route that parses an order and answers what the venue would, doing nothing. */
import { busyMs } from '../busy.ts';
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
let answers = 0;
/** Every second order rests, so that as large a part of the requests are cancels as at the venue. */
const answer: express.RequestHandler = (_request, response) => {
  answers += 1;
  response.status(201).json({ orderId: 'ord_1', filled: 0, resting: answers % 2, cancelled: 0 });
};
app.post('/api/v1/markets/:listingId/orders', express.json(), answer);
app.delete('/api/v1/orders/:orderId', answer);
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, listing: 'lst_1', tokens: [], people: [] });
});
process.on('message', (asked) => {
  if (asked === 'figures') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, mainMs: busyMs(), seq: 0 });
  } else process.exit(0);
});
