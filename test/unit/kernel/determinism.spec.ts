import { expect } from 'chai';
import * as fc from 'fast-check';
import { violations } from '../../../server/src/domain/venue/index.ts';
import type { CommitmentId } from '@piazza/shared/values';
import { Refusal } from '../../../server/src/kernel/exchange.ts';
import { redecide } from '../../../server/src/kernel/redecide.ts';
import { stateHash } from '../../../server/src/kernel/canonical.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { restore } from '../../../server/src/kernel/restore.ts';
import { foldRecord, initialState } from '../../../server/src/kernel/state.ts';
import { cancel, place, revoke } from '../../support/domain-cast.ts';
import { day, hour } from '../../support/domain-venue.ts';
import {
  advance,
  keyed,
  openOffer,
  recordsOf,
  startKernel,
  type Kernel,
  type OpenOffer,
} from '../../support/kernel.ts';
import { property } from '../../support/property.ts';
import { storeKits } from '../../support/stores.ts';

/** A thing that happens to a venue with one open offer and four investors. */
type Step =
  | { readonly does: 'commit'; readonly who: number; readonly units: number; readonly key: number }
  | { readonly does: 'revoke'; readonly who: number; readonly which: number }
  | { readonly does: 'top up'; readonly who: number; readonly key: number }
  | { readonly does: 'pass'; readonly hours: number }
  | { readonly does: 'jump'; readonly hours: number }
  | { readonly does: 'cancel' }
  | { readonly does: 'restart' };

const who = fc.nat(3);
const key = fc.nat(12);
const anyStep = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('commit'), who, units: fc.nat(60).map((n) => n * 5), key }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('revoke'), who, which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('top up'), who, key }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pass'), hours: fc.integer({ min: -3, max: 80 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('jump'), hours: fc.nat(400) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'cancel' }) },
  { weight: 1, arbitrary: fc.constant({ does: 'restart' }) },
);

async function take({ exchange, clock, state }: Kernel, offer: OpenOffer, step: Step): Promise<void> {
  const investor = 'who' in step ? offer.investors[step.who]! : offer.investors[0]!;
  const under = 'key' in step ? keyed(`key-${step.key}`, `${step.does} ${JSON.stringify(step)}`) : undefined;
  switch (step.does) {
    case 'commit':
      return void (await exchange.command(place(step.units, offer.offer), investor, under));
    case 'revoke': {
      const own = state.venue.offers.byInvestor.get(investor) ?? [];
      return void (await exchange.command(revoke(own[step.which] ?? ('cmt_none' as CommitmentId)), investor));
    }
    case 'top up':
      return void (await exchange.command({ kind: 'wallet.topUp', amountCents: 50_000 }, investor, under));
    case 'pass':
      return clock.tick(step.hours * hour);
    case 'jump':
      return void (await exchange.command(advance(step.hours * hour), offer.operators[0]));
    case 'cancel':
      return void (await exchange.command(cancel(offer.offer), offer.operators[1]));
    case 'restart':
  }
}

/** Lets all of it happen, and hands over what was running and what lies in the journal. */
async function happened(
  steps: readonly Step[],
): Promise<{ hash: string; records: JournalRecord[]; replayed: string }> {
  const stores = await storeKits[0]!.open();
  let kernel = await startKernel({ stores });
  const offer = await openOffer(kernel.exchange, 4, 12 * day);
  for (const one of steps) {
    if (one.does === 'restart') {
      await kernel.stop();
      kernel = await startKernel({ stores, clock: kernel.clock });
      continue;
    }
    await take(kernel, offer, one).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    expect(violations(kernel.state.venue)).to.deep.equal([]);
  }
  await kernel.stop();
  expect(kernel.faults).to.deep.equal([]);
  const { state } = await restore({ journal: stores.journal, head: stores.head });
  return {
    hash: stateHash(kernel.state),
    records: await recordsOf(stores.journal),
    replayed: stateHash(state),
  };
}

describe('Replay', () => {
  property(
    'gives what was running, whatever happened',
    60,
    [fc.array(anyStep, { maxLength: 40 })],
    async (steps) => {
      const { hash, replayed } = await happened(steps);
      expect(replayed).to.equal(hash);
    },
  );

  property(
    'decides every command as it was decided then',
    60,
    [fc.array(anyStep, { maxLength: 40 })],
    async (steps) => {
      const state = initialState();
      for (const record of (await happened(steps)).records) {
        expect(redecide(state, record)).to.equal(undefined);
        foldRecord(state, record);
      }
    },
  );

  it('tells a record that was decided otherwise, or out of its turn', async () => {
    const { records } = await happened([
      { does: 'commit', who: 0, units: 100, key: 1 },
      { does: 'jump', hours: 400 },
    ]);
    const difference = (changed: (record: JournalRecord) => JournalRecord): string | undefined => {
      const state = initialState();
      for (const record of records) {
        const found = redecide(state, changed(record));
        if (found !== undefined) return found;
        foldRecord(state, record);
      }
      return undefined;
    };
    const commitment = records.find(({ command }) => command.kind === 'commitments.place')!;
    const altered = (change: Partial<JournalRecord>) => (record: JournalRecord) =>
      record === commitment ? { ...record, ...change } : record;
    expect(difference((record) => record)).to.equal(undefined);
    expect(difference(altered({ outcome: { result: {} } }))).to.contain(`record ${commitment.seq}`);
    expect(difference(altered({ events: [] }))).to.contain('commitments.place gave');
    expect(difference(altered({ at: commitment.at + 30 * day }))).to.contain('was due before it');
    expect(
      difference((record) => (record.timer === undefined ? record : { ...record, at: record.at + 1 })),
    ).to.contain('ran at');
  });
});
