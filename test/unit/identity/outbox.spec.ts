import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createOutbox } from '../../../server/src/identity/outbox.ts';
import { bytesOf, openVault } from '../vault/fixture.ts';

const openOutbox = async (keep: number, parts?: Awaited<ReturnType<typeof openVault>>) => {
  const bench = parts ?? (await openVault());
  const sources = { randomBytes, realNow: () => bench.clock.now };
  const outbox = await createOutbox(bench.store, bench.vault, sources, keep);
  const subject = await bench.vault.createSubject();
  const send = (title: string, of = subject) =>
    outbox.send({ subject: of, to: 'ada@example.org', title, text: `The text of ${title}` });
  const titles = async () => (await outbox.page(undefined, 1_000)).items.map((mail) => mail.subject);
  return { ...bench, outbox, subject, send, titles };
};

describe('the mail outbox', () => {
  it('shows what was sent, the newest first, with its time', async () => {
    const { outbox, send, clock } = await openOutbox(10);
    const begun = clock.now;
    await send('first');
    clock.now += 5;
    await send('second');
    const { items, next } = await outbox.page(undefined, 10);
    expect(items.map(({ id: _id, ...mail }) => mail)).to.deep.equal([
      { at: begun + 5, to: 'ada@example.org', subject: 'second', text: 'The text of second' },
      { at: begun, to: 'ada@example.org', subject: 'first', text: 'The text of first' },
    ]);
    expect(next).to.be.null;
  });

  it('keeps the order of mails sent in one millisecond', async () => {
    const { send, titles } = await openOutbox(30);
    const sent = Array.from({ length: 20 }, (_, at) => `mail ${at}`);
    for (const title of sent) await send(title);
    expect(await titles()).to.deep.equal(sent.toReversed());
  });

  it('removes what was written before a moment, and counts right what is left', async () => {
    const { outbox, send, titles, clock, store } = await openOutbox(10);
    await send('old');
    clock.now += 1;
    await send('new');
    expect(await outbox.removeBefore(clock.now - 1)).to.equal(0);
    expect(await outbox.removeBefore(clock.now)).to.equal(1);
    expect(await titles()).to.deep.equal(['new']);
    expect(await store.list('mail/')).to.have.length(1);
    for (let count = 0; count < 10; count += 1) await send(`mail ${count}`);
    expect(await titles()).to.have.length(10);
  });

  it('is read page by page', async () => {
    const { outbox, send } = await openOutbox(30);
    for (let count = 0; count < 7; count += 1) await send(`mail ${count}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await outbox.page(cursor, 3);
      seen.push(...items.map((mail) => mail.subject));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).to.deep.equal([6, 5, 4, 3, 2, 1, 0].map((count) => `mail ${count}`));
  });

  it('survives a cursor that somebody made up', async () => {
    const { outbox, send } = await openOutbox(3);
    await send('one');
    expect((await outbox.page('~', 3)).items).to.have.length(1);
    expect((await outbox.page('', 3)).items).to.have.length(0);
  });

  it('keeps the newest only, also counted over a restart and when sent at once', async () => {
    const bench = await openOutbox(5);
    for (let count = 0; count < 4; count += 1) await bench.send(`mail ${count}`);
    const again = await openOutbox(5, bench);
    again.clock.now += 100;
    for (let count = 4; count < 8; count += 1) await again.send(`mail ${count}`);
    expect(await again.titles()).to.deep.equal([7, 6, 5, 4, 3].map((count) => `mail ${count}`));
    await Promise.all([1, 2, 3, 4, 5, 6].map((count) => again.send(`at once ${count}`)));
    await again.send('last');
    expect(await again.titles()).to.have.length(5);
  });

  it('shows no address and no text in the stored bytes, and nothing of an erased subject', async () => {
    const { outbox, vault, medium, send, subject, titles } = await openOutbox(5);
    const other = await vault.createSubject();
    await send('hers');
    await send('his', other);
    for (const secret of ['ada@', 'hers', 'The text']) expect(bytesOf(medium).includes(secret)).to.be.false;
    await vault.eraseSubject(subject);
    expect(await titles()).to.deep.equal(['his']);
    expect((await outbox.page(undefined, 1)).next).not.to.be.null;
  });
});
