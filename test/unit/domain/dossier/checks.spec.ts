import type { DocumentId } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  checkItems,
  openChecks,
  type CheckItem,
  type DossierCommand,
} from '../../../../server/src/domain/dossier/index.ts';
import type { DocumentsCommand } from '../../../../server/src/domain/documents/index.ts';
import { approve, cast, orgOf, sealed } from '../../../support/domain-cast.ts';
import { does, given, happened, underReview, type Step } from '../../../support/given.ts';

const organisation = orgOf.enzo;
type Check = Extract<DossierCommand, { kind: 'dossier.check' }>;
const tick = (item: CheckItem, changes: Partial<Check> = {}): Check => ({
  kind: 'dossier.check',
  organisation,
  item,
  clear: true,
  document: null,
  reason: sealed('seen'),
  ...changes,
});
const unchecked: Step = (venue) => venue.state.dossier.byOrganisation.get(organisation)!.ticks.clear();
const paper = (changes: Partial<Extract<DocumentsCommand, { kind: 'documents.add' }>> = {}): Step =>
  does(cast.olga, {
    kind: 'documents.add',
    organisation,
    listing: null,
    documentKind: 'register_extract',
    type: 'pdf',
    visibility: 'operators',
    name: sealed('visura.pdf'),
    content: sealed('visura'),
    size: 10,
    ...changes,
  });
const evidence = 'doc_1' as DocumentId;

describe('ISS-7: due diligence', () => {
  for (const item of checkItems)
    it(`nothing is admitted while ${item} is open`, () => {
      const open = (venue: Parameters<Step>[0]): void =>
        void venue.state.dossier.byOrganisation.get(organisation)!.ticks.delete(item);
      const waiting = [underReview(), open, does(cast.olga, approve())];
      given(...waiting)
        .when(cast.oreste, approve())
        .refuses('due_diligence_incomplete', { items: [item] });
    });
  it('the first approval may come before, the second when all is ticked', () => {
    const { state } = given(underReview(), unchecked, does(cast.olga, approve())).venue;
    expect(state.listings.listings.get('lst_1' as never)?.status).to.equal('under_review');
    const done = checkItems.map((item) => does(cast.ottavia, tick(item, { document: evidence })));
    given(underReview(), unchecked, paper(), does(cast.olga, approve()), ...done)
      .when(cast.oreste, approve())
      .accepts();
  });
  it('criminal record and register extract need evidence, the others may have it', () => {
    for (const item of checkItems) {
      const needs = item === 'criminal_record' || item === 'register_extract';
      const bare = given(unchecked).when(cast.olga, tick(item));
      if (needs) bare.refuses('evidence_needed', { item });
      else bare.accepts();
      given(unchecked, paper())
        .when(cast.olga, tick(item, { document: evidence }))
        .accepts();
    }
  });
  it('evidence is a document of that organisation that is still there', () => {
    const other = paper({ organisation: orgOf.elsa });
    given(other)
      .when(cast.olga, tick('sanctions', { document: evidence }))
      .refuses('not_found');
    const gone = does(cast.olga, { kind: 'documents.remove', document: evidence, reason: sealed('old') });
    given(paper(), gone)
      .when(cast.olga, tick('sanctions', { document: evidence }))
      .refuses('not_found');
    given()
      .when(cast.olga, tick('sanctions', { document: evidence }))
      .refuses('not_found');
  });
  it('nobody checks an issuer that one of their accounts acts for', () => {
    given()
      .when(cast.mirko, tick('sanctions', { organisation: orgOf.mirko }))
      .refuses('conflict_of_interest');
    const same = happened({ kind: 'people.identified', person: cast.olga, natural: cast.enzo });
    given(same).when(cast.olga, tick('sanctions')).refuses('conflict_of_interest');
    given(same).when(cast.oreste, tick('sanctions')).accepts();
  });
  it('only operators do, and of an organisation that is there', () => {
    given().when(cast.enzo, tick('sanctions')).refuses('not_allowed');
    given().when(cast.adele, tick('sanctions')).refuses('not_allowed');
    given()
      .when(cast.olga, tick('sanctions', { organisation: 'org_9' as never }))
      .refuses('not_found');
  });
  it('a tick is taken back with a reason, and only where there is one', () => {
    const back = tick('sanctions', { clear: false });
    const { state } = given().when(cast.oreste, back).accepts();
    expect(openChecks(state.dossier, organisation)).to.deep.equal(['sanctions']);
    given(unchecked).when(cast.oreste, back).refuses('nothing_to_change');
    given(unchecked, paper())
      .when(cast.oreste, tick('register_extract', { clear: false }))
      .refuses('nothing_to_change');
  });
  it('who ticked, when and why is kept with it', () => {
    const { state, now } = given(unchecked, paper())
      .when(cast.olga, tick('sanctions', { document: evidence }))
      .accepts();
    expect(state.dossier.byOrganisation.get(organisation)?.ticks.get('sanctions')).to.deep.equal({
      by: cast.olga,
      at: now,
      reason: sealed('seen'),
      document: evidence,
    });
  });
});
