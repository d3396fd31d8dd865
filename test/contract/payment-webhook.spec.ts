import { expect } from 'chai';
import { openPaidVenue, signed, webhookSecret, type PaidVenue } from '../support/paid-venue.ts';
import { openVenue } from '../support/server.ts';

const minuteMs = 60_000;
let count = 0;
const event = (id = `evt_${(count += 1)}`, more: object = {}) => ({
  id,
  type: 'payment_intent.succeeded',
  data: { object: { id: 'pi_of_nobody', object: 'payment_intent' } },
  ...more,
});

describe('Messages of the payment provider', () => {
  let venue: PaidVenue;
  const heard: string[] = [];

  before(async () => {
    venue = await openPaidVenue({ heard: (line) => heard.push(line) });
  });
  after(() => venue.close());

  const send = (body: string | Uint8Array<ArrayBuffer>, signature: string): Promise<Response> =>
    fetch(`${venue.url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
      body,
    });
  const seq = (): number => venue.venue.exchange.durableSeq;
  const known = (id: string): boolean => venue.venue.exchange.peek(({ payments }) => payments.heard.has(id));

  async function refused(body: string, signature: string): Promise<void> {
    await venue.settled();
    const before = seq();
    const reply = await send(body, signature);
    const problem = (await reply.json()) as { readonly code: string };
    expect([reply.status, problem.code]).to.deep.equal([400, 'message_not_genuine']);
    expect(seq()).to.equal(before);
  }

  it('PRV-2: a genuine one is kept before it is answered', async () => {
    const { body, signature } = signed(event('evt_good'));
    const reply = await send(body, signature);
    expect([reply.status, await reply.json()]).to.deep.equal([200, { received: true }]);
    expect(known('evt_good')).to.equal(true);
  });

  it('PRV-2: one that is sent again is answered and taken once', async () => {
    const { body, signature } = signed(event('evt_again'));
    await send(body, signature);
    await venue.settled();
    const news = (): number => venue.venue.exchange.peek(({ payments }) => payments.news.size);
    expect((await send(body, signature)).status).to.equal(200);
    expect(news()).to.equal(0);
  });

  it('PRV-3: one that was forged, changed or is not signed is refused and leaves nothing', async () => {
    const { body, signature } = signed(event());
    await refused(body, signed(event(), { secret: 'whsec_of_somebody_else' }).signature);
    await refused(body.replace('pi_of_nobody', 'pi_of_somebody'), signature);
    await refused(body, '');
    await refused(body, 'nonsense');
  });

  it('PRV-3: one that is older than 300 s is refused, one that is nearly as old is not', async () => {
    const old = signed(event(), { agoMs: 5 * minuteMs + 1_500 });
    await refused(old.body, old.signature);
    const young = signed(event(), { agoMs: 5 * minuteMs - 5_000 });
    expect((await send(young.body, young.signature)).status).to.equal(200);
  });

  it('PRV-3: one of the live mode is none of a venue in test mode', async () => {
    const { body, signature } = signed(event(undefined, { livemode: true }));
    await refused(body, signature);
  });

  it('PRV-2: what is about nothing of the venue’s is answered and not kept', async () => {
    await venue.settled();
    const before = seq();
    const { body, signature } = signed(event('evt_other', { type: 'customer.created' }));
    expect((await send(body, signature)).status).to.equal(200);
    expect([known('evt_other'), seq()]).to.deep.equal([false, before]);
  });

  it('PRV-3: one that is too large is refused before it is read', async () => {
    const large = signed(event(undefined, { filler: 'x'.repeat(256 * 1024) }));
    const reply = await send(large.body, large.signature).catch(() => undefined);
    expect(reply?.status ?? 413).to.equal(413);
    expect(known('evt_large')).to.equal(false);
  });

  it('PRV-2: bytes count as they were sent, whatever they mean as text', async () => {
    const { body, signature } = signed(event('evt_bytes', { words: 'è già così: €\u2028' }));
    expect((await send(new TextEncoder().encode(body), signature)).status).to.equal(200);
    expect(known('evt_bytes')).to.equal(true);
  });

  it('PRV-4: neither bodies nor signatures nor secrets are in the log', () => {
    const log = heard.join('\n');
    for (const secret of [webhookSecret, venue.standin.key, 'pi_of_somebody', 'v1=', 'stripe-signature'])
      expect(log.toLowerCase()).not.to.contain(secret.toLowerCase());
  });

  it('has no address where the venue runs on play money', async () => {
    const plain = await openVenue();
    const { body, signature } = signed(event());
    const reply = await fetch(`${plain.url}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'Stripe-Signature': signature },
      body,
    });
    expect(reply.status).to.equal(404);
    await plain.close();
  });
});
