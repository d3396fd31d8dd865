import type { ListingView } from '@piazza/shared/contract';
import { expect } from 'chai';
import { readSetting } from '../../../client/src/features/approvals/setting-value.ts';
import { changedFields, requestedChanges } from '../../../client/src/features/desk/changes.ts';
import { screenOf } from '../../../client/src/features/desk/queue/targets.ts';
import { routeTree } from '../../../client/src/app/routes.ts';
import { queueKinds } from '@piazza/shared/contract';
import { completeDraft } from '../../support/draft.ts';

describe('a setting as it is typed', () => {
  it('is euro, percent or days, with comma or point', () => {
    expect(readSetting('cents', '1250,50')).to.equal(125_050);
    expect(readSetting('cents', ' 1250.5 ')).to.equal(125_050);
    expect(readSetting('basis_points', '12,5')).to.equal(1_250);
    expect(readSetting('days_ms', '7')).to.equal(7 * 86_400_000);
  });
  it('is nothing else', () => {
    for (const text of ['', '-1', '1e3', '1.234', '1.000,00', 'due'])
      expect(readSetting('cents', text)).to.equal(null);
    expect(readSetting('days_ms', '1,5')).to.equal(null);
  });
});

describe('a listing handed in again', () => {
  const previous = completeDraft(0);
  const draft = completeDraft(0, { texts: { team: 'Altre persone' } });
  const review = {
    reviewerName: 'Olga',
    mine: false,
    at: 1,
    verdict: 'changes_requested',
    reason: 'Due risposte mancano',
    comments: [
      { field: 'texts.team', text: 'Chi siete?' },
      { field: 'texts.risks', text: 'E se gela?' },
    ],
  };
  const listing = { previous, draft, reviews: [review] } as unknown as ListingView;
  it('has the fields marked that differ, and no others', () => {
    expect([...changedFields(listing)]).to.deep.equal(['texts.team']);
    expect([...changedFields({ previous: null, draft })]).to.deep.equal([]);
    expect([...changedFields({ previous: draft, draft })]).to.deep.equal([]);
  });
  it('says of each thing asked for whether its field has changed', () => {
    expect(requestedChanges(listing)).to.deep.equal([
      { field: 'texts.team', text: 'Chi siete?', by: 'Olga', changed: true },
      { field: 'texts.risks', text: 'E se gela?', by: 'Olga', changed: false },
    ]);
    expect(requestedChanges({ ...listing, reviews: [] })).to.deep.equal([]);
  });
});

describe('what waits on the desk', () => {
  const routes = Object.values(routeTree.children ?? {}).map(
    (route) => (route.options as { path: string }).path,
  );
  it('is opened at addresses that exist', () => {
    for (const kind of queueKinds) {
      const to = screenOf({ kind, object: 'xyz_1.class' });
      if (to === null) continue;
      const [path = ''] = to.split(/[?#]/);
      const fits = routes.some((route) => new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path));
      expect(fits, `${kind}: ${to}`).to.equal(true);
    }
  });
  it('leads to the object itself', () => {
    expect(screenOf({ kind: 'listing', object: 'lst_1' })).to.equal('/desk/listings/lst_1');
    expect(screenOf({ kind: 'proposal', object: 'apr_1' })).to.equal('/desk/proposals/apr_1');
  });
});
