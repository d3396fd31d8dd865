import {
  ageOn,
  checkLetter,
  countries,
  isDay,
  isForeignId,
  readTaxCode,
  taxCodeProblem,
  taxIdentityProblem,
  writtenTaxIdentity,
} from '@piazza/shared/identity';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { property } from '../../../support/property.ts';

/** Made up: six letters nobody's name gives, a birthplace no register knows. */
const withCheck = (first: string): string => first + checkLetter(first);
const plain = withCheck('XQZWKJ84D09Z999');
const woman = withCheck('XQZWKJ84D49Z999');

/** The decree's own tables, written out as it prints them: a slow twin of the check letter. */
const odd: Readonly<Record<string, number>> = Object.fromEntries(
  (
    '0:1 1:0 2:5 3:7 4:9 5:13 6:15 7:17 8:19 9:21 A:1 B:0 C:5 D:7 E:9 F:13 G:15 H:17 I:19 J:21 K:2 L:4 M:18 N:20 ' +
    'O:11 P:3 Q:6 R:8 S:12 T:14 U:16 V:10 W:22 X:25 Y:24 Z:23'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), Number(pair.slice(2))]),
);
const even = (character: string): number =>
  /[0-9]/.test(character) ? Number(character) : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character);
const twin = (first: string): string => {
  const sum = [...first].reduce(
    (total, character, at) => total + (at % 2 === 0 ? odd[character]! : even(character)),
    0,
  );
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(sum % 26);
};

const monthLetters = Array.from('ABCDEHLMPRST');
const letters = (count: number) =>
  fc
    .array(fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')), {
      minLength: count,
      maxLength: count,
    })
    .map((all) => all.join(''));
const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''));
const anyCode = fc
  .tuple(
    letters(6),
    digits(2),
    fc.constantFrom(...monthLetters),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    letters(1),
    digits(3),
  )
  .map(([names, year, month, day, isWoman, place, number]) =>
    withCheck(`${names}${year}${month}${String(isWoman ? day + 40 : day).padStart(2, '0')}${place}${number}`),
  );

describe('the Italian tax code (PRT-1)', () => {
  it('gives the check letter of the decree, for the specimen that is printed everywhere', () => {
    // The specimen that explanations of the code print: Mario Rossi, who is nobody.
    expect(checkLetter('RSSMRA85T10A562')).to.equal('S');
    expect(readTaxCode('RSSMRA85T10A562S')).to.deep.equal({
      code: 'RSSMRA85T10A562S',
      yearOfCentury: 85,
      month: 12,
      day: 10,
      birthplace: 'A562',
    });
  });
  property('agrees with a table written out as the decree prints it', 300, [anyCode], (code) => {
    expect(code.charAt(15)).to.equal(twin(code.slice(0, 15)));
    expect(readTaxCode(code)).to.be.an('object');
  });
  it('is read however it is typed', () => {
    const typed = `${plain.slice(0, 3)} ${plain.slice(3, 6)} ${plain.slice(6).toLowerCase()} `;
    expect(readTaxCode(typed)).to.have.property('code', plain);
  });
  it('counts forty more for the day of a woman', () => {
    expect(readTaxCode(plain)).to.include({ day: 9, month: 4, yearOfCentury: 84 });
    expect(readTaxCode(woman)).to.include({ day: 9, month: 4, yearOfCentury: 84 });
  });
  for (const [text, what] of [
    ['', 'nothing'],
    [plain.slice(0, 15), 'fifteen characters'],
    [`${plain}A`, 'seventeen characters'],
    ['XQZWK184D09Z999A', 'a digit among the names'],
    ['XQZWKJA4D09Z999A', 'a letter that stands for no digit'],
    ['12345678901', 'eleven digits, which are no natural person’s'],
  ] as const)
    it(`has a shape: not ${what}`, () => expect(readTaxCode(text)).to.equal('shape'));
  for (const month of 'FGIJKNOQUVWXYZ')
    it(`knows no month ${month}`, () =>
      expect(readTaxCode(withCheck(`XQZWKJ84${month}09Z999`))).to.equal('month'));
  for (const [letter, month] of monthLetters.entries())
    it(`knows ${month} as month ${letter + 1}`, () =>
      expect(readTaxCode(withCheck(`XQZWKJ84${month}09Z999`))).to.include({ month: letter + 1 }));
  for (const day of ['00', '31', '40', '41', '71', '72', '99'])
    it(`looks at the day ${day} of April`, () => {
      const read = readTaxCode(withCheck(`XQZWKJ84D${day}Z999`));
      if (day === '41') expect(read).to.include({ day: 1 });
      else expect(read).to.equal('day');
    });
  it('allows 29 February, since it does not tell the century', () => {
    expect(readTaxCode(withCheck('XQZWKJ00B29Z999'))).to.include({ day: 29 });
    expect(readTaxCode(withCheck('XQZWKJ00B30Z999'))).to.equal('day');
  });
  it('fails on any other check letter', () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      expect(readTaxCode(plain.slice(0, 15) + letter)).to.satisfy(
        (read: unknown) => (read === 'check') === (letter !== plain.charAt(15)),
      );
  });
  property(
    'notices every single letter or digit that was mistyped',
    200,
    [anyCode, fc.nat(14), fc.nat(35)],
    (code, at, other) => {
      const written = other < 10 ? String(other) : String.fromCharCode(55 + other);
      if (written === code.charAt(at)) return;
      const mistyped = code.slice(0, at) + written + code.slice(at + 1);
      // Letters and digits that weigh the same can stand for each other only where both may stand: then it is omocodia.
      if (twin(mistyped.slice(0, 15)) === code.charAt(15)) return;
      expect(readTaxCode(mistyped)).to.be.a('string');
    },
  );
  describe('of people who would share one (omocodia)', () => {
    const places = [14, 13, 12, 10, 9, 7, 6];
    for (let count = 1; count <= places.length; count += 1)
      it(`reads the same birth with ${count} digits turned into letters`, () => {
        const characters = plain.slice(0, 15).split('');
        for (const place of places.slice(0, count))
          characters[place] = 'LMNPQRSTUV'.charAt(Number(characters[place]));
        const code = withCheck(characters.join(''));
        expect(code).not.to.equal(plain);
        expect(readTaxCode(code)).to.include({
          code,
          day: 9,
          month: 4,
          yearOfCentury: 84,
          birthplace: 'Z999',
        });
        expect(taxCodeProblem(code, '1984-04-09')).to.equal(null);
      });
  });
  it('belongs to a birth date', () => {
    expect(taxCodeProblem(plain, '1984-04-09')).to.equal(null);
    expect(taxCodeProblem(woman, '1984-04-09')).to.equal(null);
    for (const other of ['1984-04-10', '1984-05-09', '1985-04-09'])
      expect(taxCodeProblem(plain, other)).to.equal('birth_date');
    expect(taxCodeProblem(plain, '1884-04-09'), 'the code tells no century').to.equal(null);
    expect(taxCodeProblem(`${plain.slice(0, 15)}!`, '1984-04-09')).to.equal('shape');
  });
});

describe('a tax identity (PRT-1)', () => {
  it('of Italy is a tax code, of other countries a number whose shape alone is looked at', () => {
    expect(taxIdentityProblem({ country: 'IT', code: plain }, '1984-04-09')).to.equal(null);
    expect(taxIdentityProblem({ country: 'IT', code: '12 345 678 901' }, '1984-04-09')).to.equal('shape');
    expect(taxIdentityProblem({ country: 'DE', code: '12 345 678 901' }, '1984-04-09')).to.equal(null);
    for (const wrong of ['', 'abc', '12!45', 'x'.repeat(31)]) expect(isForeignId(wrong)).to.equal(false);
  });
  it('is the same however it is written, and another country’s is another', () => {
    const one = writtenTaxIdentity({ country: 'FR', code: '07 01 987-765.493' });
    expect(writtenTaxIdentity({ country: 'FR', code: '0701987765493' })).to.equal(one);
    expect(writtenTaxIdentity({ country: 'BE', code: '0701987765493' })).not.to.equal(one);
    expect(writtenTaxIdentity({ country: 'IT', code: plain.toLowerCase() })).to.equal(`IT ${plain}`);
  });
  it('names countries once, by two letters', () => {
    expect(new Set(countries).size).to.equal(countries.length);
    for (const country of countries) expect(country).to.match(/^[A-Z]{2}$/);
    expect(countries).to.include.members(['IT', 'SM', 'DE', 'XK']);
  });
});

describe('days and ages (PRT-1)', () => {
  it('knows which days exist', () => {
    for (const day of ['2000-02-29', '1984-04-09', '2026-12-31']) expect(isDay(day)).to.equal(true);
    for (const day of ['1900-02-29', '2026-02-30', '2026-13-01', '2026-4-9', 'today', ''])
      expect(isDay(day)).to.equal(false);
  });
  it('counts completed years, to the day', () => {
    expect(ageOn('2008-11-23', '2026-11-22')).to.equal(17);
    expect(ageOn('2008-11-23', '2026-11-23')).to.equal(18);
    expect(ageOn('2008-02-29', '2026-02-28')).to.equal(17);
    expect(ageOn('2008-02-29', '2026-03-01')).to.equal(18);
  });
});
