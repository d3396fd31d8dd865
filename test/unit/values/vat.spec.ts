import { expect } from 'chai';
import { countries, isPartitaIva, isVat, plainVat, type Country } from '@piazza/shared/values';

/** The published rule, digit by digit, as slow as it is plain. */
function checkDigitOf(ten: string): number {
  let sum = 0;
  [...ten].forEach((digit, index) => {
    const doubled = Number(digit) * 2;
    if (index % 2 === 0) sum += Number(digit);
    else sum += doubled > 9 ? Math.floor(doubled / 10) + (doubled % 10) : doubled;
  });
  return (10 - (sum % 10)) % 10;
}

describe('ISS-1: VAT numbers', () => {
  it('an Italian one holds its check digit, and no other digit in its place', () => {
    for (let one = 1; one < 2_000; one += 7) {
      const ten = String(one * 4_999_999)
        .padStart(10, '0')
        .slice(-10);
      const check = checkDigitOf(ten);
      for (let digit = 0; digit < 10; digit += 1)
        expect(isPartitaIva(`${ten}${digit}`), `${ten}${digit}`).to.equal(
          digit === check && ten !== '0000000000',
        );
    }
  });
  it('any one digit mistyped, and any two neighbours swapped but 0 and 9, are found', () => {
    const right = '00743110157';
    expect(isPartitaIva(right)).to.equal(true);
    for (let at = 0; at < 11; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
        expect(isPartitaIva(typed), typed).to.equal(typed === right);
      }
      const [a = '', b = ''] = [right[at], right[at + 1]];
      const swapped = `${right.slice(0, at)}${b}${a}${right.slice(at + 2)}`;
      if (b !== '' && a !== b && a + b !== '09' && a + b !== '90')
        expect(isPartitaIva(swapped), swapped).to.equal(false);
    }
  });
  it('nought is none, nor what is too short, too long, or no digits', () => {
    for (const text of ['00000000000', '', '0074311015', '007431101570', '0074311015A', '٠٠٧٤٣١١٠١٥٧'])
      expect(isPartitaIva(text), text).to.equal(false);
  });
  it('is read as people copy it', () => {
    for (const text of [
      'IT00743110157',
      'it 00743110157',
      ' 007 431 101 57 ',
      '0074.3110.157',
      'IT-00743110157',
    ])
      expect(plainVat('IT', text), text).to.equal('00743110157');
    expect(plainVat('GR', 'EL123456789')).to.equal('123456789');
    expect(isVat('IT', 'IT 00743110157')).to.equal(true);
  });
  const samples: Readonly<Partial<Record<Country, readonly [string, string]>>> = {
    AT: ['ATU12345678', 'AT12345678'],
    BE: ['BE0123456789', 'BE2123456789'],
    CH: ['CHE123456789', 'CHE12345678'],
    CY: ['CY12345678X', 'CY123456789'],
    DE: ['DE123456789', 'DE12345678'],
    ES: ['ESB12345678', 'ES1234567'],
    FR: ['FR12345678901', 'FR1234567890'],
    GB: ['GB123456789', 'GB12345678'],
    IE: ['IE1234567WA', 'IE12345678'],
    NL: ['NL123456789B01', 'NL123456789X01'],
    RO: ['RO1234567890', 'RO1'],
    SE: ['SE123456789012', 'SE12345678901'],
  };
  for (const [country, [good, bad]] of Object.entries(samples))
    it(`${country}: by its shape`, () => {
      expect(isVat(country as Country, good)).to.equal(true);
      expect(isVat(country as Country, bad)).to.equal(false);
    });
  it('no country takes an empty one, or one with a letter of another alphabet', () => {
    for (const country of countries)
      for (const text of ['', ' ', 'А12345678', '<script>'])
        expect(isVat(country, text), country).to.equal(false);
  });
});
