import { expect } from 'chai';
import type { Cents } from '@piazza/shared/values';
import { castOf } from '../support/cast.ts';
import { Promptness } from '../support/promptness.ts';
import { openHeldVenue } from '../support/held-venue.ts';
import { pause, waitFor } from '../support/wait.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const euro = (whole: number): Cents => (whole * 100) as Cents;

describe(`JNL-2: a flush that fails (SEED=${seed})`, () => {
  const promptness = new Promptness('JNL-2: the venue asks to end within a second');

  for (const error of ['EIO', 'ENOSPC'] as const) {
    it(`with ${error} is never tried again, and nobody hears a further word`, async () => {
      const { venue: test, journal } = await openHeldVenue({ expectsFaults: true });
      const { ines } = await castOf(test);
      const nth = 1 + (seed % 5);
      journal.fail(nth, error);
      let acknowledged = 0;
      const top = (): Promise<unknown> =>
        ines.api
          .call('wallet.topUp', { body: { amount: euro(1) } })
          .then(() => (acknowledged += 1))
          .catch(() => undefined);
      for (let at = 1; at < nth; at += 1) await top();
      expect(acknowledged).to.equal(nth - 1);
      const silent = Promise.race([Promise.all([top(), top(), top()]), pause(700)]);
      await promptness.of(
        error,
        waitFor('the venue to ask to end', () => test.faults[0]),
      );
      promptness.judge(1_000);
      await silent;
      expect(acknowledged, 'acknowledged after the fault').to.equal(nth - 1);
      expect(journal.afterFault, 'appends tried again').to.equal(0);
      await test.close().catch(() => undefined);
    });
  }
});
