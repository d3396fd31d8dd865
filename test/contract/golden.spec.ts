import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pourInto } from '../../scripts/golden/file.ts';
import { beginMissingDuties } from '../../server/src/core.ts';
import { withoutDuties } from '../../server/src/domain/duties/index.ts';
import { evolveVersion, violations } from '../../server/src/domain/venue/index.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { takeSnapshot } from '../../server/src/kernel/snapshot.ts';
import { TestClock } from '../support/clock.ts';
import { sealed } from '../support/domain-cast.ts';
import { onLocalStores, startKernel } from '../support/kernel.ts';

interface Golden {
  readonly evolveVersion: number;
  readonly journals: Readonly<Record<string, { seq: number; hash: string; stateHash: string }>>;
}
const path = (name: string): string => fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
const golden = JSON.parse(readFileSync(path('golden.json'), 'utf8')) as Golden;

/** The newest batch that ends at or before the middle of the journal: where a snapshot may be taken. */
async function middle(journal: Parameters<typeof pourInto>[0], seq: number): Promise<number> {
  let found = 0;
  for await (const { lastSeq } of journal.read(1)) if (lastSeq <= seq / 2) found = lastSeq;
  return found;
}

onLocalStores('JNL-12 DUT-16: journals of earlier versions', (kit) => {
  it('gave the hashes written down when the rules of this version were laid down', () => {
    expect(golden.evolveVersion, 'npm run golden -- hashes').to.equal(evolveVersion);
    expect(Object.keys(golden.journals)).to.include.members(['primary', 'trading']);
  });
  for (const [name, wanted] of Object.entries(golden.journals)) {
    it(`${name} opens, gives its state by replay and from a snapshot, and the venue goes on`, async () => {
      const { journal, snapshots } = kit();
      await pourInto(journal, path(`${name}.journal.gz`));
      const whole = await restore({ journal });
      expect({ ...whole.head, stateHash: stateHash(whole.state) }).to.deep.equal(wanted);
      expect(violations(whole.state.venue)).to.deep.equal([]);

      const upTo = await middle(journal, wanted.seq);
      expect((await takeSnapshot({ journal, snapshots, upTo }))?.seq).to.equal(upTo);
      const short = await restore({ journal, snapshots });
      expect(short.from).to.equal(upTo);
      expect(stateHash(short.state)).to.equal(wanted.stateHash);

      const { at } = whole.state.line;
      // Its clock was moved ahead by commands of the journal; what is added to this one must reach the same moment.
      const clock = new TestClock(at - whole.state.venue.house.clockOffsetMs);
      const kernel = await startKernel({ stores: kit(), clock });
      const newcomer = { kind: 'people.register', subject: 'new', profile: sealed('new') } as const;
      await kernel.exchange.command({ ...newcomer, roles: ['investor'] }, 'venue');
      // DUT-16: what was funded before the venue kept a calendar has one from this start on, once.
      const before = kernel.exchange.peek(withoutDuties);
      if (name === 'trading') expect(before).to.not.deep.equal([]);
      const listings = kernel.state.venue.duties.issues.size + before.length;
      for (let start = 0; start < 2; start += 1) await beginMissingDuties(kernel.exchange);
      const { issues, reports } = kernel.state.venue.duties;
      expect([issues.size, reports.size]).to.deep.equal([listings, 2 * listings]);
      for (const { since } of issues.values()) expect(since).to.be.at.least(at);
      expect(kernel.exchange.peek(withoutDuties)).to.deep.equal([]);
      expect(kernel.faults).to.deep.equal([]);
      expect(violations(kernel.state.venue)).to.deep.equal([]);
      await kernel.stop();
    });
  }
});
