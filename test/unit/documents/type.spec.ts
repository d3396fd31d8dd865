import { expect } from 'chai';
import * as fc from 'fast-check';
import { nameFor } from '../../../server/src/documents/name.ts';
import { typeOf } from '../../../server/src/documents/type.ts';
import { sound, unsound, unsoundNames } from '../../support/files.ts';
import { property } from '../../support/property.ts';

describe('ISS-9: what a file is', () => {
  for (const [type, bytes] of Object.entries(sound))
    it(`${type} by its content`, () => expect(typeOf(bytes)).to.equal(type));
  for (const [what, bytes] of Object.entries(unsound))
    it(`${what} is no document`, () => expect(typeOf(bytes)).to.equal(null));
  it('nothing is none', () => expect(typeOf(new Uint8Array(0))).to.equal(null));
  it('bytes in the middle of a larger buffer are looked at alone', () => {
    const whole = Buffer.concat([Buffer.from('before'), sound.docx, Buffer.from('after')]);
    expect(typeOf(whole.subarray(6, 6 + sound.docx.length))).to.equal('docx');
    expect(typeOf(whole.subarray(6))).to.equal(null);
  });

  const spoiled = fc.constantFrom(...Object.values(sound)).chain((bytes) =>
    fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }).map((changes) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    }),
  );
  property('any bytes are judged without a fault', 400, [fc.uint8Array({ maxLength: 4_000 })], (bytes) => {
    typeOf(bytes);
  });
  property('so is a sound file spoiled in a few places', 400, [spoiled], (bytes) => {
    typeOf(bytes);
  });
  property(
    'a sound file with anything behind it that is not white is never taken for what it was',
    300,
    [
      fc.constantFrom('pdf', 'png', 'docx', 'xlsx', 'odt'),
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
    ] as [fc.Arbitrary<keyof typeof sound>, fc.Arbitrary<Uint8Array>],
    (kind, more) => {
      const bytes = Buffer.concat([sound[kind], more]);
      const white = /^[\r\n\t ]*$/.test(Buffer.from(more).toString('latin1'));
      const ends = Buffer.from(more).includes('%%EOF');
      if (!(kind === 'pdf' && (white || ends))) expect(typeOf(bytes)).not.to.equal(kind);
    },
  );
});

describe('ISS-9: names of files', () => {
  for (const name of unsoundNames)
    it(`${JSON.stringify(name)} is none for a PDF`, () => expect(nameFor(name, 'pdf')).to.equal(null));
  it('gets the ending of what it is where it has none, and keeps its own where that is right', () => {
    expect(nameFor('Statuto', 'pdf')).to.deep.equal({ name: 'Statuto.pdf', type: 'pdf' });
    expect(nameFor('Foto.JPG', 'jpeg')).to.deep.equal({ name: 'Foto.jpg', type: 'jpeg' });
    expect(nameFor('dati.csv', 'txt')).to.deep.equal({ name: 'dati.csv', type: 'csv' });
    expect(nameFor('dati', 'txt')).to.deep.equal({ name: 'dati.txt', type: 'txt' });
  });
  it('is kept in one form: composed, single blanks, nothing at its ends', () => {
    expect(nameFor('  Società   \u0065\u0301tica .pdf', 'pdf')?.name).to.equal('Società ética.pdf');
    expect(nameFor('...Bilancio.pdf', 'pdf')?.name).to.equal('Bilancio.pdf');
  });
  it('is cut where it is long, and never in the middle of a letter', () => {
    const name = nameFor(`${'𝒳'.repeat(150)}.pdf`, 'pdf')?.name ?? '';
    expect([...name]).to.have.length(124);
    expect(name).to.match(/^𝒳+\.pdf$/u);
  });
  property(
    'any text gives a name that is safe in itself, or none',
    500,
    [fc.string({ unit: 'binary' })],
    (text) => {
      const name = nameFor(text, 'pdf')?.name;
      if (name === undefined) return;
      expect(name).to.match(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.pdf$/u);
      expect(name.startsWith('.')).to.equal(false);
    },
  );
});
