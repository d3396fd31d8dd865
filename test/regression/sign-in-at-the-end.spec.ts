import { expect } from 'chai';
import type { VaultStore } from '../../server/src/ports/vault.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { OpenKit } from '../support/stores.ts';

const many = 50;
const password = 'quattro gatti sul tetto';
const emails = Array.from({ length: many }, (_, one) => `investor-${one}@example.org`);

const enrol = async ({ venue }: TestVenue): Promise<void> => {
  const rest = { password, displayName: 'Ines', locale: 'it', roles: ['investor'] } as const;
  await Promise.all(emails.map((email) => venue.identity.accounts.createAccount({ email, ...rest })));
};

/** What everybody is answered who signs in at once; `heard` after each answer. */
const signIns = async ({ url }: TestVenue, heard: () => void = () => undefined): Promise<string[]> =>
  Promise.all(
    emails.map(async (email) => {
      const reply = await fetch(`${url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      heard();
      const { code } = (await reply.json()) as { code?: string };
      return code === undefined ? String(reply.status) : `${reply.status} ${code}`;
    }),
  );

describe('ACC-7: fifty people who sign in at once', () => {
  let venue: TestVenue;
  afterEach(() => venue.close());

  for (const stores of ['memory', 'lmdb'] as const) {
    it(`are all let in, keeping their accounts in ${stores}`, async () => {
      venue = await openVenue({ stores });
      await enrol(venue);
      for (let time = 0; time < 2; time += 1)
        expect(new Set(await signIns(venue))).to.deep.equal(new Set(['200']));
    });

    it(`are let in or told that the venue is closing when its ${stores} stores close meanwhile`, async () => {
      let opened: OpenKit | undefined;
      venue = await openVenue({ stores, around: (kit) => (opened = kit) });
      await enrol(venue);
      let answers = 0;
      const told = await signIns(venue, () => {
        answers += 1;
        // As a fault or a second Ctrl-C does: the stores close first, the process ends a little later.
        if (answers === 10) void opened?.vault.close();
      });
      expect(new Set(told)).to.deep.equal(new Set(['200', '503 shutting_down']));
    });
  }

  it('are told that the venue is closing when its disk takes no more, and it does close', async () => {
    let isFull = false;
    const full = ({ vault }: OpenKit): VaultStore => ({
      get: (key) => vault.get(key),
      list: (prefix, options) => vault.list(prefix, options),
      commit: async (changes) => {
        if (isFull) throw new Error('the medium refused a write: no space left on device');
        return vault.commit(changes);
      },
      compact: () => vault.compact(),
      close: () => vault.close(),
    });
    venue = await openVenue({ around: (kit) => ({ ...kit, vault: full(kit) }), expectsFaults: true });
    await enrol(venue);
    isFull = true;
    expect(new Set(await signIns(venue))).to.deep.equal(new Set(['503 shutting_down']));
    expect(venue.faults, 'the venue asked to end').to.have.length(many);
    expect(String(venue.faults[0])).to.contain('no space left on device');
  });
});
