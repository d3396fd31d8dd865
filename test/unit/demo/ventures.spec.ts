import { draft, draftGaps, instruments, organisationProfile, sectors } from '@piazza/shared/contract';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { z } from 'zod';
import { chapters } from '../../../server/src/demo/chapters.ts';
import { crowdParts, representativeParts, shownParts } from '../../../server/src/demo/cast.ts';
import { factsOf, laterIssue, textsOf, type Venture } from '../../../server/src/demo/venture.ts';
import { ventures } from '../../../server/src/demo/ventures/index.ts';
import { termProblems } from '../../../server/src/domain/listings/index.ts';

const now = Date.UTC(2026, 4, 4, 9);
const DAY = 86_400_000;
const all: readonly Venture[] = Object.values(ventures);

/** The IRIS catalogue of the GIIN (versions 5.1 to 5.3): the metrics the story measures by, with their names there. */
const iris: Readonly<Record<string, string>> = {
  OI8147: 'Full-time Employees: Minorities/Previously Excluded',
  OI6508: 'Part-time Employees: Minorities/Previously Excluded',
  OI8869: 'Permanent Employees: Total',
  OI5323: 'Caregivers Employed: Total',
  PI2845: 'Client Households: Provided New Access',
  PI2822: 'Client Individuals: Provided New Access',
  PI2575: 'Client Organizations: Provided New Access',
  PI4060: 'Client Individuals: Total',
  PI9327: 'Client Individuals: Active',
  PI2640: 'Individuals Housed',
  PI5842: 'Energy Generated for Sale: Renewable',
  PI5678: 'Waste Reductions from Services Sold',
  PI2998: 'Individuals Trained: Total',
  PI2173: 'School Enrollment: Low Income',
};

describe('the ventures of the demo story', () => {
  for (const venture of all) {
    describe(venture.key, () => {
      const facts = factsOf(venture.facts, now + 30 * DAY, null);

      it('is a whole draft that the contract takes and no gap remains in', () => {
        const value = { texts: textsOf(venture), facts };
        expect(z.decode(draft, z.encode(draft, value))).to.deep.equal(value);
        expect(draftGaps(value)).to.deep.equal([]);
      });

      it('has terms that hold together', () => {
        expect(termProblems(facts, millis(now))).to.deep.equal([]);
        expect(facts.hardCap).to.be.within(3_000_000, 150_000_000);
        expect(facts.softCap! / facts.hardCap!).to.be.within(0.4, 0.75);
      });

      it('is measured by a metric of the catalogue, from a baseline to more', () => {
        expect(iris).to.have.property(facts.indicator!);
        expect(facts.target).to.be.above(facts.baseline!);
      });

      it('says something in every field', () => {
        for (const [field, text] of Object.entries(venture.texts)) {
          expect(text.trim().length, field).to.be.at.least(field === 'indicatorUnit' ? 10 : 24);
          expect(text, field).to.not.match(/lorem|ipsum|TODO|xxx|[ \t]{2,}/i);
        }
        expect(venture.texts.story.length).to.be.above(500);
        expect(venture.texts.story).to.include('\n\n');
      });

      it('names a use for every euro it asks for', () => {
        const numbers = venture.texts.useOfProceeds.matchAll(/(?:€\s?)?([0-9]+(?:[.,][0-9]{3})+)(?:\s?€)?/g);
        const sum = [...numbers].reduce(
          (total, [, digits = '']) => total + Number(digits.replaceAll(/\D/g, '')),
          0,
        );
        // The one that is still a draft has not counted yet.
        if (venture !== ventures.pasticceria) expect(sum * 100).to.equal(facts.hardCap);
      });

      it('belongs to an organisation that says it is a demonstration', () => {
        expect(organisationProfile.parse(venture.organisation)).to.deep.equal(venture.organisation);
        expect(venture.organisation.name).to.match(/ \(demo\)$/);
        expect(venture.organisation.about).to.match(
          /inventat[ao] per questa dimostrazione|invented for this demonstration/,
        );
        expect(venture.organisation.website).to.equal('');
      });
    });
  }

  it('have titles of their own, later issues included', () => {
    const titles = chapters.map(({ venture }) => venture.texts.title);
    expect(new Set(titles).size).to.equal(titles.length);
    const later = all.map((venture) => laterIssue(venture, 12).texts.title);
    expect(new Set([...titles, ...later]).size).to.equal(titles.length + later.length);
    for (const title of later) expect(title.length).to.be.at.most(80);
  });

  it('are all told, and spread over every sector and instrument', () => {
    const told = new Set(chapters.map(({ venture }) => venture.key));
    for (const { key } of all) expect(told).to.include(key);
    expect([...new Set(all.map(({ facts }) => facts.sector))]).to.have.members([...sectors]);
    expect([...new Set(all.map(({ facts }) => facts.instrument))]).to.have.members([...instruments]);
  });

  it('are written in Italian for the most part, and in English', () => {
    const english = all.filter(({ language }) => language === 'en');
    expect(english.length).to.be.within(4, all.length / 2);
    for (const { texts } of english) expect(texts.story).to.match(/ the .* and /s);
    for (const { language, texts } of all)
      if (language === 'it') expect(texts.story).to.match(/ (?:che|di|la) /);
  });
});

describe('the people of the demo story', () => {
  const everybody = [...Object.values(shownParts), ...crowdParts, ...representativeParts];

  it('are nobody real: each name says so, none comes twice', () => {
    for (const { name } of everybody) expect(name).to.match(/^[A-Z][a-z]+(?: [A-Z][a-z]+)? \(demo\)$/);
    expect(new Set(everybody.map(({ name }) => name)).size).to.equal(everybody.length);
  });

  it('are an enterprise, two operators, an administrator, a verifier and investors of every tier', () => {
    const roles = Object.values(shownParts).map(({ role }) => role);
    const count = (role: string): number => roles.filter((one) => one === role).length;
    expect([count('enterprise'), count('operator'), count('administrator'), count('verifier')]).to.deep.equal(
      [1, 2, 1, 1],
    );
    const tiers = Object.values(shownParts)
      .filter(({ role }) => role === 'investor')
      .map(({ tier }) => tier);
    expect([...new Set(tiers)].toSorted()).to.deep.equal(['community', 'institutional', 'retail']);
    expect(crowdParts.length).to.be.at.least(40);
  });
});
