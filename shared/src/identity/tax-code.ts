/**
 * The Italian tax code (codice fiscale) of a natural person: Ministerial Decree of 23 December 1976 (D.M. 13813).
 * Six letters of the names, two digits of the year, a letter of the month, two digits of the day (40 more for women),
 * the code of the birthplace, a check letter. Where two people would share a code, digits become letters (omocodia).
 */
export type TaxCodeProblem = 'shape' | 'month' | 'day' | 'check' | 'birth_date';

export interface TaxCode {
  /** Sixteen characters, upper case, as it is written on the card. */
  readonly code: string;
  /** Last two digits of the year of birth: the code does not tell the century. */
  readonly yearOfCentury: number;
  /** 1 … 12. */
  readonly month: number;
  /** 1 … 31. */
  readonly day: number;
  /** Cadastral code of the municipality or of the country of birth, omocodia undone: "L219". */
  readonly birthplace: string;
}

const shape = /^[A-Z]{6}[0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/;
const monthLetters = 'ABCDEHLMPRST';
/** The letter in the place of a digit is the digit's place in here. */
const omocodia = 'LMNPQRSTUV';
const womenFrom = 40;

/** What a character weighs in an odd place (counted from one); in an even place it weighs its place in the alphabet, or its digit. */
const oddWeights = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const charA = 'A'.charCodeAt(0);
const placeOf = (character: string): number =>
  character >= 'A' ? character.charCodeAt(0) - charA : Number(character);

/** The check letter of the first fifteen characters. */
export function checkLetter(first: string): string {
  let sum = 0;
  for (let at = 0; at < 15; at += 1) {
    const place = placeOf(first[at] ?? 'A');
    sum += at % 2 === 0 ? (oddWeights[place] ?? 0) : place;
  }
  return String.fromCharCode(charA + (sum % 26));
}

const digitOf = (character: string): string => {
  const place = omocodia.indexOf(character);
  return place < 0 ? character : String(place);
};
const digitsOf = (text: string): string => [...text].map(digitOf).join('');

/** Upper case, without the spaces that people put in for reading. */
export const writtenTaxCode = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

/** February has 29 days here: the code alone does not tell which year it was. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads a tax code as typed, spaces and small letters included; what is wrong with it otherwise, the first of all there is. */
export function readTaxCode(text: string): TaxCode | TaxCodeProblem {
  const code = writtenTaxCode(text);
  if (!shape.test(code)) return 'shape';
  const month = monthLetters.indexOf(code.charAt(8)) + 1;
  if (month === 0) return 'month';
  const written = Number(digitsOf(code.slice(9, 11)));
  const day = written > womenFrom ? written - womenFrom : written;
  if (day < 1 || day > (longest[month - 1] ?? 0)) return 'day';
  if (checkLetter(code) !== code.charAt(15)) return 'check';
  const birthplace = code.charAt(11) + digitsOf(code.slice(12, 15));
  return { code, yearOfCentury: Number(digitsOf(code.slice(6, 8))), month, day, birthplace };
}

/**
 * What is wrong with a tax code and the birth date beside it; null when nothing is.
 * @param birthDate a day as "1984-04-09"
 */
export function taxCodeProblem(text: string, birthDate: string): TaxCodeProblem | null {
  const read = readTaxCode(text);
  if (typeof read === 'string') return read;
  const [year = 0, month, day] = birthDate.split('-').map(Number);
  const agrees = year % 100 === read.yearOfCentury && month === read.month && day === read.day;
  return agrees ? null : 'birth_date';
}
