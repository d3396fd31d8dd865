import { expect } from 'chai';
import * as fc from 'fast-check';
import { readMoment, writeMoment } from '../../../../client/src/features/issuer/draft/rome.ts';

describe('moments typed in Rome time', () => {
  it('mean the wall clock of Rome, in winter and in summer', () => {
    expect(readMoment('2026-12-01T18:00')).to.equal(Date.UTC(2026, 11, 1, 17));
    expect(readMoment('2026-07-01T18:00')).to.equal(Date.UTC(2026, 6, 1, 16));
  });

  it('do not exist in the hour that summer time leaves out', () => {
    expect(readMoment('2026-03-29T02:30')).to.equal(null);
    expect(readMoment('2026-03-29T03:00')).to.equal(Date.UTC(2026, 2, 29, 1));
  });

  it('are the first of the two in the hour that passes twice', () => {
    expect(readMoment('2026-10-25T02:30')).to.equal(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('are refused in any other form', () => {
    for (const text of ['', '2026-12-01', '2026-13-01T10:00', '2026-02-30T10:00', '2026-12-01T25:00', 'now'])
      expect(readMoment(text), text).to.equal(null);
  });

  it('come back as they were written, whatever the minute', () => {
    const minutes = fc.integer({ min: 0, max: Math.floor(Date.UTC(2099, 0) / 60_000) });
    fc.assert(
      fc.property(minutes, (minute) => {
        const text = writeMoment(minute * 60_000);
        const read = readMoment(text);
        return read !== null && writeMoment(read) === text;
      }),
    );
  });
});
