import { noticeKinds } from '@piazza/shared/contract';
import { expect } from 'chai';
import en from '../../../client/src/app/i18n/notices.en.ts';
import it_ from '../../../client/src/app/i18n/notices.it.ts';

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, it: it_ };
const blanks = (words: string): string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe('SCR-9: what the venue tells people by notices', () => {
  for (const kind of noticeKinds)
    it(`${kind} has words in both languages, with the same blanks`, () => {
      const said = Object.values(languages).map((words) => words[kind] ?? '');
      for (const words of said) expect(words.trim()).to.not.equal('');
      expect(blanks(said[0] ?? '')).to.deep.equal(blanks(said[1] ?? ''));
    });
  it('has no words for what it never tells', () => {
    const more = ['other', 'commitment_placed_firm'];
    for (const words of Object.values(languages))
      expect(
        Object.keys(words).filter((kind) => !more.includes(kind) && !noticeKinds.includes(kind as never)),
      ).to.deep.equal([]);
  });
  it('is told in Italian as one speaks to a person one knows', () => {
    for (const [kind, words] of Object.entries(it_))
      expect(words, kind).to.not.match(/\b(?:Lei|La preghiamo|Suo|Sua|Suoi|Sue)\b/);
  });
});
