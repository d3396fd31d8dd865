import { randomBytes } from 'node:crypto';
import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { createOutbox } from '../../server/src/identity/outbox.ts';
import { sweepOld } from '../../server/src/retention.ts';
import { createVault } from '../../server/src/vault/vault.ts';
import { startKernel, type Kernel } from '../support/kernel.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';

describe('what upkeep destroys every day', () => {
  let kit: OpenKit;
  let kernel: Kernel;
  before(async () => {
    kit = await storeKits.find(({ name }) => name === 'memory')!.open();
    kernel = await startKernel({ stores: kit });
  });
  after(async () => {
    await kernel.stop();
    await kit.destroy();
  });

  it('CON-10: a mail is there for ninety days of real time, and a millisecond later it is not', async () => {
    let now = Date.UTC(2026, 0, 15);
    const sources = { randomBytes, realNow: () => now };
    const vault = await createVault(kit.vault, sources);
    const mails = await createOutbox(kit.vault, vault, sources, 1_000);
    await mails.send({
      subject: await vault.createSubject(),
      to: 'ada@example.org',
      title: 'Hello',
      text: 'There',
    });
    const sweep = () => sweepOld({ exchange: kernel.exchange, vault, mails, realNow: sources.realNow });
    now += policy.mailsKeptMs;
    expect(await sweep()).to.equal(0);
    expect(await kit.vault.list('mail/')).to.have.length(1);
    now += 1;
    expect(await sweep()).to.equal(1);
    expect(await kit.vault.list('mail/')).to.have.length(0);
  });

  it('what a crash left between the record and the vault goes with the next round', async () => {
    const vault = await createVault(kit.vault, { randomBytes, realNow: () => 0 });
    const mails = { removeBefore: () => Promise.resolve(0) };
    const subject = await vault.createSubject();
    const { ref } = await vault.seal(subject, { text: 'over' });
    // As a crash after the key went and before the documents did.
    await kit.vault.commit([{ key: `key/${subject}`, value: null }]);
    vault.forget(subject);
    expect(await vault.destroy({ subjects: [subject], refs: [] })).to.equal(1);
    expect(await kit.vault.get(`doc/${ref}`)).to.equal(undefined);
    expect(await vault.destroy({ subjects: [subject], refs: [ref, 'fil_none'] })).to.equal(0);
    const parts = { exchange: kernel.exchange, vault, mails, realNow: () => 0 };
    expect(await sweepOld(parts), 'nothing is due in an empty venue').to.equal(0);
  });
});
