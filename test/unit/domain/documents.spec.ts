import { policy } from '@piazza/shared/policy';
import type { DocumentId, ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { filesOf, keptBy, type DocumentsCommand } from '../../../server/src/domain/documents/index.ts';
import { cast, lst, orgOf, sealed } from '../../support/domain-cast.ts';
import { does, drafted, given, inTurn, live, type Step } from '../../support/given.ts';
import { decide, file, owed } from '../../support/owing.ts';

const organisation = orgOf.enzo;
type Add = Extract<DocumentsCommand, { kind: 'documents.add' }>;
const add = (changes: Partial<Add> = {}): Add => ({
  kind: 'documents.add',
  organisation,
  listing: null,
  documentKind: 'statute',
  type: 'pdf',
  visibility: 'public',
  name: sealed('statuto.pdf'),
  content: sealed('bytes'),
  size: 100,
  ...changes,
});
const doc = (n = 1): DocumentId => `doc_${n}` as DocumentId;
const remove = (document = doc()): DocumentsCommand => ({
  kind: 'documents.remove',
  document,
  reason: sealed('old'),
});
const show = (visibility: Add['visibility'], document = doc()): DocumentsCommand => ({
  kind: 'documents.show',
  document,
  visibility,
});
const added = (changes: Partial<Add> = {}, who = cast.enzo): Step => does(who, add(changes));
const quota = policy.documentQuotaBytes;

describe('ISS-10: what an organisation keeps', () => {
  it('fills its quota to the byte, and not one more', () => {
    given(added({ size: quota - 100 }))
      .when(cast.enzo, add())
      .accepts();
    given(added({ size: quota - 100 }))
      .when(cast.enzo, add({ size: 101 }))
      .refuses('document_quota_exceeded', { bytes: quota - 100, files: 1 });
    given()
      .when(cast.enzo, add({ size: quota + 1 }))
      .refuses('document_quota_exceeded');
  });
  it('has so many files, whatever their size', () => {
    const many = Array.from({ length: policy.documentQuotaFiles - 1 }, () => added({ size: 1 }));
    given(...many)
      .when(cast.enzo, add({ size: 1 }))
      .accepts();
    given(...many, added({ size: 1 }))
      .when(cast.enzo, add({ size: 1 }))
      .refuses('document_quota_exceeded');
  });
  it('gets room again by removing, and each organisation has its own', () => {
    given(added({ size: quota }), does(cast.enzo, remove()))
      .when(cast.enzo, add({ size: quota }))
      .accepts();
    given(added({ size: quota }))
      .when(cast.elsa, add({ organisation: orgOf.elsa }))
      .accepts();
  });
  it('counts what operators bring as well', () => {
    given(added({ size: quota, visibility: 'operators' }, cast.olga))
      .when(cast.enzo, add())
      .refuses('document_quota_exceeded');
  });
});

describe('ISS-12: documents of issuers', () => {
  it('are brought by those who act for it, and by operators', () => {
    const { state } = given().when(cast.enzo, add()).accepts();
    expect(state.documents.byId.get(doc())).to.include({
      side: 'issuer',
      visibility: 'public',
      removed: null,
    });
    expect(given().when(cast.olga, add()).accepts().state.documents.byId.get(doc())?.side).to.equal('venue');
    for (const who of [cast.elsa, cast.ines, cast.adele]) given().when(who, add()).refuses('not_allowed');
    given()
      .when(cast.enzo, add({ visibility: 'operators' }))
      .refuses('not_allowed');
  });
  it('belong to an organisation, and to an issue of it where they say so', () => {
    given()
      .when(cast.enzo, add({ organisation: 'org_9' as never }))
      .refuses('not_found');
    given()
      .when(cast.enzo, add({ listing: 'lst_1' as ListingId }))
      .refuses('not_found');
    given(drafted())
      .when(cast.enzo, add({ listing: 'lst_1' as ListingId }))
      .accepts();
    const others = drafted({ who: cast.elsa, organisation: orgOf.elsa });
    given(others)
      .when(cast.enzo, add({ listing: 'lst_1' as ListingId }))
      .refuses('not_found');
  });
  it('are shown and hidden by the side that brought them', () => {
    given(added()).when(cast.enzo, show('issuer')).accepts();
    given(added()).when(cast.olga, show('issuer')).refuses('not_allowed');
    given(added()).when(cast.enzo, show('operators')).refuses('not_allowed');
    given(added({ visibility: 'operators' }, cast.olga))
      .when(cast.enzo, show('issuer'))
      .refuses('not_allowed');
    given(added({ visibility: 'operators' }, cast.olga))
      .when(cast.oreste, show('issuer'))
      .accepts();
    given(added(), does(cast.enzo, remove())).when(cast.enzo, show('issuer')).refuses('not_found');
    given().when(cast.enzo, show('issuer')).refuses('not_found');
  });
  it('leave a mark when they are removed, once, and no file', () => {
    const { state } = given(added()).when(cast.enzo, remove()).accepts();
    expect(state.documents.byId.get(doc())?.removed).to.include({ by: cast.enzo });
    expect(filesOf(state.documents).size).to.equal(0);
    expect(keptBy(state.documents, organisation)).to.deep.equal({ bytes: 0, files: 0 });
    given(added(), does(cast.enzo, remove())).when(cast.enzo, remove()).refuses('illegal_state');
    given(added()).when(cast.elsa, remove()).refuses('not_allowed');
    given().when(cast.enzo, remove()).refuses('not_found');
  });
  it('that investors may be relying on stay while the offer is before them; operators may still take them away', () => {
    given(live(), added()).when(cast.enzo, remove()).refuses('document_in_use');
    given(live(), added()).when(cast.enzo, show('issuer')).refuses('document_in_use');
    given(live(), added({ listing: lst(1) }))
      .when(cast.enzo, remove())
      .refuses('document_in_use');
    given(live(), added({ visibility: 'issuer' }))
      .when(cast.enzo, remove())
      .accepts();
    given(live(), added({ visibility: 'issuer' }))
      .when(cast.enzo, show('public'))
      .accepts();
    given(live(), added()).when(cast.olga, remove()).accepts();
    given(drafted(), added({ listing: lst(1) }))
      .when(cast.enzo, remove())
      .accepts();
  });
  it('ISS-8: that a check rests on stay, whoever asks', () => {
    const ticked = does(cast.olga, {
      kind: 'dossier.check',
      organisation,
      item: 'register_extract',
      clear: true,
      document: doc(),
      reason: sealed('seen'),
    });
    for (const who of [cast.enzo, cast.olga])
      given(added(), ticked).when(who, remove()).refuses('document_in_use');
  });
});

describe('DUT-15: a document that goes with a report', () => {
  const filed = inTurn(
    owed,
    added({ listing: lst(1), visibility: 'issuer' }),
    does(cast.enzo, file({ documents: [doc()] })),
  );
  it('stays from the filing on, but for what changes were asked for, or an operator takes away', () => {
    given(owed, added({ listing: lst(1) }))
      .when(cast.enzo, remove())
      .accepts();
    given(filed).when(cast.enzo, remove()).refuses('document_in_use');
    given(filed, does(cast.olga, decide())).when(cast.enzo, remove()).refuses('document_in_use');
    given(filed, does(cast.olga, decide({ accept: false })))
      .when(cast.enzo, remove())
      .accepts();
    given(filed).when(cast.olga, remove()).accepts();
  });
});
