import { expect } from 'chai';
import type { PersonId } from '@piazza/shared/values';
import { MemoryVault } from '../../../server/src/adapters/memory/vault.ts';
import { createErasures } from '../../../server/src/identity/erasures.ts';
import type { VaultStore } from '../../../server/src/ports/vault.ts';
import { Authenticator } from '../../support/authenticator.ts';
import { codeAt } from '../../support/one-time-codes.ts';
import { ada, openIdentity, rejectionOf, withAda, type Bench } from './fixture.ts';

/** Everything an account can leave in the store. */
const lived = async () => {
  const bench = await withAda();
  const { passkeys, twoFactor, passwordReset, taxes } = bench.identity;
  const signedIn = await bench.login();
  const device = new Authenticator('https://piazza.example');
  const { ceremony, options } = await passkeys.begin(bench.adaId);
  await passkeys.add(bench.adaId, ceremony, device.create(options), 'Laptop');
  await passkeys.ask('step_up', bench.adaId);
  await passwordReset.request(ada.email);
  await taxes.note({ country: 'DE', code: '12 345 678 901' }, bench.adaId);
  const { secret } = await twoFactor.begin(bench.adaId);
  await twoFactor.confirm(bench.adaId, codeAt(secret, bench.clock.now));
  await rejectionOf(bench.login());
  // What an organisation wrote to her is sealed for the organisation.
  const organisation = await bench.vault.createSubject();
  await bench.outbox.send({ subject: organisation, to: ada.email, title: 'An invitation', text: 'Come in' });
  await bench.outbox.send({
    subject: organisation,
    to: 'bruno@example.org',
    title: 'Another',
    text: 'You too',
  });
  const { subject } = bench.people.find(bench.adaId)!;
  return { bench, signedIn, subject };
};

const left = (bench: Bench, personId: PersonId, subject: string): string[] =>
  [...bench.medium.entries.values()]
    .filter(({ key, value }) =>
      [key, Buffer.from(value).toString('latin1')].some(
        (text) => text.includes(subject) || text.includes(`"${personId}"`) || text.includes(`/${personId}`),
      ),
    )
    .map(({ key }) => key)
    // That a session has ended must be known for as long as its last access token lives.
    .filter((key) => !key.startsWith('revoked/'));

/** A store whose process dies at its n-th write. */
const dying = (store: VaultStore, survives: number): VaultStore => {
  let writes = 0;
  const write = <T>(work: () => Promise<T>): Promise<T> => {
    writes += 1;
    return writes > survives ? Promise.reject(new Error('the process died')) : work();
  };
  return {
    get: (key) => store.get(key),
    list: (prefix, options) => store.list(prefix, options),
    commit: (changes) => write(() => store.commit(changes)),
    compact: () => write(() => store.compact()),
    close: () => store.close(),
  };
};

describe('SEC-8: an erasure', () => {
  it('leaves nothing that names the person, and what is others’ alone', async () => {
    const { bench, subject } = await lived();
    const kinds = new Set(left(bench, bench.adaId, subject).map((key) => key.split('/')[0]));
    expect([...kinds]).to.include.members(['cred', 'factor', 'passkey', 'passkey-of', 'family', 'login']);
    expect([...kinds]).to.include.members(['ceremony', 'reset', 'key', 'owned', 'mail', 'tax-of', 'email']);
    await bench.identity.erase(bench.adaId, subject);
    expect(left(bench, bench.adaId, subject)).to.deep.equal([]);
    expect((await bench.mails()).map(({ to }) => to)).to.deep.equal(['bruno@example.org']);
    const taxes = [...bench.medium.entries.keys()].filter((key) => key.startsWith('tax'));
    expect(taxes).to.deep.equal([]);
  });

  it('is finished by the next start, wherever the process died', async () => {
    let died = 0;
    for (let survives = 0; ; survives += 1) {
      const { bench, subject } = await lived();
      const store = dying(new MemoryVault(bench.medium), survives);
      const { people, medium, clock } = bench;
      const dead = await openIdentity({ store, people, medium, clock });
      const end = await dead.identity.erase(bench.adaId, subject).catch((error: unknown) => error);
      if (end === undefined) break;
      died += 1;
      const again = await openIdentity({ people, medium, clock });
      await again.identity.erase(bench.adaId, subject);
      expect(left(again, bench.adaId, subject), `after ${survives} writes`).to.deep.equal([]);
      expect((await again.mails()).map(({ to }) => to)).to.deep.equal(['bruno@example.org']);
    }
    expect(died).to.be.at.least(6);
  });
});

describe('SEC-8: what was begun', () => {
  const first = 'per_1' as PersonId;
  const bruno = 'per_2' as PersonId;

  it('is carried out one after the other, each completed only when nothing is left', async () => {
    const open = new Set([first, bruno]);
    const steps: string[] = [];
    const erasures = createErasures(
      async (personId) => {
        steps.push(`erase ${personId}`);
        await Promise.resolve();
        steps.push(`erased ${personId}`);
      },
      {
        erasing: () => [...open].map((personId) => ({ personId, subject: 'sub', along: [] })),
        complete: async (personId) => {
          steps.push(`complete ${personId}`);
          open.delete(personId);
        },
      },
    );
    await Promise.all([erasures.finish(), erasures.finish()]);
    expect(steps).to.deep.equal([
      'erase per_1',
      'erased per_1',
      'complete per_1',
      'erase per_2',
      'erased per_2',
      'complete per_2',
    ]);
  });

  it('is not completed where it failed, and is tried again', async () => {
    let failing = true;
    const completed: PersonId[] = [];
    const erasures = createErasures(
      () => (failing ? Promise.reject(new Error('no room')) : Promise.resolve()),
      {
        erasing: () => (completed.length === 0 ? [{ personId: first, subject: 'sub', along: [] }] : []),
        complete: async (personId) => void completed.push(personId),
      },
    );
    const outcome = await erasures.finish().catch((error: unknown) => error);
    expect(outcome).to.be.an('error');
    expect(completed).to.be.empty;
    failing = false;
    await erasures.finish();
    expect(completed).to.deep.equal([first]);
  });
});
