import { checkLetter } from '@piazza/shared/identity';
import { expect } from 'chai';
import { onboardingSearch } from '../../../../client/src/features/onboarding/search.ts';
import {
  detailsOf,
  identityGaps,
  noDetails,
  type IdentityValues,
} from '../../../../client/src/features/onboarding/identity-form.ts';

const first = 'XQZWKJ84D09Z999';
const whole: IdentityValues = {
  ...noDetails,
  givenName: 'Prova',
  familyName: 'Esempio',
  birthDate: '1984-04-09',
  street: 'Via Esempio 1',
  postalCode: '10100',
  city: ' Torino ',
  taxCode: first + checkLetter(first),
};
const today = '2026-11-23';
const gaps = (changes: Partial<IdentityValues>) => identityGaps({ ...whole, ...changes }, today);

describe('the form of an identity (PRT-1)', () => {
  it('may be sent when all is there and agrees', () => {
    expect(gaps({})).to.deep.equal([]);
    expect(detailsOf(whole)).to.include({ city: 'Torino', country: 'IT', taxCountry: 'IT' });
  });
  it('names each field that is missing', () => {
    expect(identityGaps(noDetails, today).map(([field]) => field)).to.deep.equal([
      'givenName',
      'familyName',
      'birthDate',
      'street',
      'postalCode',
      'city',
      'taxCode',
    ]);
    expect(gaps({ birthDate: '1984-02-30' })).to.deep.equal([['birthDate', 'missing']]);
  });
  it('looks at the tax code of its country, and at the age', () => {
    expect(gaps({ taxCode: `${first}0` })).to.deep.equal([['taxCode', 'shape']]);
    expect(gaps({ birthDate: '1984-04-10' })).to.deep.equal([['taxCode', 'birth_date']]);
    expect(gaps({ taxCountry: 'DE', taxCode: '12 345 678' })).to.deep.equal([]);
    expect(gaps({ taxCountry: 'DE', taxCode: '?' })).to.deep.equal([['taxCode', 'foreignProblem']]);
    expect(gaps({ birthDate: '2008-11-24', taxCountry: 'DE', taxCode: '12 345 678' })).to.deep.equal([
      ['birthDate', 'underAge'],
    ]);
    expect(gaps({ birthDate: '2008-11-23', taxCountry: 'DE', taxCode: '12 345 678' })).to.deep.equal([]);
  });
});

describe('the way back from the onboarding', () => {
  it('leads to an address of this client, and to no other', () => {
    const back = (to: unknown) => onboardingSearch.parse({ to }).to;
    expect(back('/offers/ofr_1/commit')).to.equal('/offers/ofr_1/commit');
    for (const other of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      7,
    ])
      expect(back(other), String(other)).to.equal(undefined);
  });
});
