import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkExport } from '../../scripts/journal/check.ts';
import type { EvidenceLine } from '../../server/src/kernel/evidence.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { listingIn } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('The audit trail of an object, taken out and checked', () => {
  let venue: TestVenue;
  let cast: Cast;
  let folder: string;
  let lines: string[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-trail-'));
    venue = await openVenue();
    cast = await castOf(venue);
    const object = await listingIn(cast, 'approved');
    const { bytes } = await cast.olga.api.call('audit.export', { params: { object } });
    lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  });
  after(async () => {
    await venue.close();
    await rm(folder, { recursive: true });
  });

  async function check(changed: readonly string[]): Promise<{ code: number; said: string }> {
    const file = join(folder, 'trail.jsonl');
    await writeFile(file, `${changed.join('\n')}\n`);
    let said = '';
    const out = { write: (text: string) => ((said += text), true) };
    const terminal = { out, err: out } as unknown as Parameters<typeof checkExport>[1];
    const stores = { journal: venue.venue.context.journal } as Parameters<typeof checkExport>[0];
    return { code: await checkExport(stores, terminal, file), said };
  }
  const edited = (at: number, change: (line: EvidenceLine) => EvidenceLine): string[] =>
    lines.map((text, index) =>
      index === at ? JSON.stringify(change(JSON.parse(text) as EvidenceLine)) : text,
    );
  const faultOf = async (changed: readonly string[]): Promise<string> => {
    const { code, said } = await check(changed);
    expect(code, said).to.equal(1);
    return said;
  };

  it('RPT-6: is what the journal holds, from the draft to the second approval', async () => {
    const { code, said } = await check(lines);
    expect(code, said).to.equal(0);
    const kinds = lines.slice(1).map((text) => (JSON.parse(text) as EvidenceLine).command);
    expect(kinds[0]).to.equal('listings.create');
    expect(kinds.filter((kind) => kind === 'review.approve')).to.have.length(2);
  });

  it('RPT-6: a line that was changed, added, told twice or left out is found', async () => {
    expect(await faultOf(edited(2, (line) => ({ ...line, actor: 'per_zz' })))).to.contain(
      'other than its batch',
    );
    expect(await faultOf(edited(2, (line) => ({ ...line, at: line.at + 1 })))).to.contain(
      'other than its batch',
    );
    expect(await faultOf(edited(2, (line) => ({ ...line, seq: line.seq + 100_000 })))).to.contain(
      'not in its batch',
    );
    const flipped = (line: EvidenceLine): EvidenceLine => {
      const bytes = Buffer.from(line.batch.bytes, 'base64');
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
      return { ...line, batch: { ...line.batch, bytes: bytes.toString('base64') } };
    };
    expect(await faultOf(edited(2, flipped))).to.contain('FAULT: record');
    expect(await faultOf([...lines, lines.at(-1) ?? ''])).to.contain('told twice');
    expect(await faultOf(lines.toSpliced(3, 1))).to.contain('the export says');
  });

  it('RPT-6: a trail of another journal is not this one’s', async () => {
    const other = await openVenue();
    const otherCast = await castOf(other);
    const object = await listingIn(otherCast, 'draft');
    const { bytes } = await otherCast.olga.api.call('audit.export', { params: { object } });
    await other.close();
    expect(await faultOf(new TextDecoder().decode(bytes).trimEnd().split('\n'))).to.contain('FAULT');
  });

  it('RPT-6: is the desk’s alone, and of objects that have a trail', async () => {
    const ask = (api: Cast['olga']['api'], object: string) =>
      api.refusal('audit.export', { params: { object } });
    expect(await ask(cast.enzo.api, 'lst_1')).to.equal('not_allowed');
    expect(await ask(cast.olga.api, 'lst_zzzz')).to.equal('not_found');
  });
});
