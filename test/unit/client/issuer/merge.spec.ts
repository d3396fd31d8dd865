import { emptyDraft, type Draft, type ListingFacts, type ListingTexts } from '@piazza/shared/contract';
import { expect } from 'chai';
import { compareDrafts, mergeDrafts } from '../../../../client/src/features/issuer/draft/merge.ts';
import { approvalsOf, byUrgency } from '../../../../client/src/features/issuer/turns.ts';
import { writeCsv } from '../../../../client/src/features/issuer/offer/csv.ts';

const draft = (texts: Partial<ListingTexts>, facts: Partial<ListingFacts> = {}): Draft => ({
  texts: { ...emptyDraft.texts, ...texts },
  facts: { ...emptyDraft.facts, ...facts },
});

describe('two versions of a draft', () => {
  const base = draft({ title: 'Orti', story: 'Ieri' });

  it('are told apart by who changed what', () => {
    const mine = draft({ title: 'Orti miei', story: 'Oggi', team: 'Noi' });
    const theirs = draft({ title: 'Orti loro', story: 'Oggi' }, { sector: 'food' });
    expect(compareDrafts(base, mine, theirs)).to.deep.equal({
      both: ['texts.title'],
      mine: ['texts.story', 'texts.team'],
      theirs: ['facts.sector'],
    });
  });

  it('become one in which only what is chosen comes from here', () => {
    const reserves = { community: 1, retail: 2, institutional: 3 };
    const mine = draft({ title: 'Orti miei', story: 'Ieri' }, { reserves });
    const theirs = draft({ title: 'Orti loro', story: 'Domani' });
    const merged = mergeDrafts(theirs, mine, ['texts.title', 'facts.reserves']);
    expect(merged).to.deep.equal(draft({ title: 'Orti miei', story: 'Domani' }, { reserves }));
  });
});

describe('the turn', () => {
  it('is first of those listings that wait for their issuer', () => {
    const listings = [
      { status: 'live', since: 9 },
      { status: 'submitted', since: 8 },
      { status: 'approved', since: 1 },
      { status: 'draft', since: 2 },
      { status: 'failed', since: 99 },
    ] as const;
    const order = byUrgency(listings).map(({ status }) => status);
    expect(order).to.deep.equal(['draft', 'approved', 'submitted', 'live', 'failed']);
  });

  it('counts only approvals that still hold', () => {
    const handed = { to: 'submitted', at: 1 } as const;
    const back = { to: 'changes_requested', at: 3 } as const;
    const approved = (at: number) => ({ verdict: 'approved', at });
    const taken = { verdict: 'taken', at: 2 };
    const standing = (transitions: readonly (typeof handed | typeof back | { to: 'submitted'; at: 4 })[]) =>
      approvalsOf({ transitions, reviews: [taken, approved(2), { ...taken, at: 5 }, approved(6)] });
    expect(standing([handed])).to.equal(2);
    expect(standing([handed, back, { to: 'submitted', at: 4 }])).to.equal(1);
    expect(standing([handed, back])).to.equal(0);
    expect(approvalsOf({ transitions: [], reviews: [] })).to.equal(0);
  });
});

describe('the register as CSV', () => {
  it('quotes what needs it and disarms formulas', () => {
    const rows = [
      ['Holder', 'Units'],
      ['Rossi, "Ada"', '10'],
      ['=1+1', '-5'],
      ['Zoë\nB', '3'],
    ];
    expect(writeCsv(rows)).to.equal(
      '\uFEFFHolder,Units\r\n"Rossi, ""Ada""",10\r\n\'=1+1,\'-5\r\n"Zoë\nB",3\r\n',
    );
  });
});
