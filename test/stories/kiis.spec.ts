import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { policy } from '@piazza/shared/policy';
import { millis, type ListingId } from '@piazza/shared/values';
import type { ApiClient, Refusal } from '../support/api-client.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { decideChange, filedChange } from '../support/disclosures.ts';
import { listingIn, published } from '../support/listings.ts';
import { readPdf } from '../support/pdf.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('the information sheet of a listing', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());

  const hashOf = async (api: ApiClient, listingId: ListingId, version?: number): Promise<string> => {
    const query = { language: 'it' as const, ...(version === undefined ? {} : { version }) };
    const { bytes } = await api.call('kiis.pdf', { params: { listingId }, query });
    return createHash('sha256').update(bytes).digest('hex');
  };
  const problemOf = (call: Promise<unknown>): Promise<Refusal['problem']> =>
    call.then(
      () => expect.fail('was taken'),
      (error: unknown) => (error as Refusal).problem,
    );
  const answer = async (api: ApiClient, listingId: ListingId, field: string): Promise<string> => {
    const sheet = await api.call('kiis.read', { params: { listingId } });
    return sheet.parts.flatMap(({ items }) => items).find((item) => item.field === field)?.text ?? '';
  };

  it('KIS-8: is for its issuer and operators alone until the listing is admitted', async () => {
    const listingId = await listingIn(cast, 'submitted');
    const params = { listingId };
    for (const name of ['kiis.read', 'kiis.pdf', 'kiis.versions'] as const) {
      expect(await venue.client().refusal(name, { params })).to.equal('not_found');
      expect(await cast.elsa.api.refusal(name, { params })).to.equal('not_found');
    }
    for (const who of [cast.enzo, cast.olga])
      expect(await who.api.call('kiis.read', { params })).to.include({ version: null, pages: 2 });
    const approved = await listingIn(cast, 'approved');
    expect(await venue.client().call('kiis.read', { params: { listingId: approved } })).to.include({
      version: 1,
    });
  });

  it('KIS-3: is refused at submission where it is too long, with pages and lines too many, and fits when shortened', async () => {
    const listingId = await listingIn(cast, 'draft');
    const params = { listingId };
    const prose = 'Una frase lunga che riempie la scheda riga dopo riga. ';
    const full = (length: number): string => prose.repeat(200).slice(0, length);
    const { texts, facts } = cast.completeDraft();
    const long = Object.fromEntries(
      (['story', 'team', 'useOfProceeds', 'risks', 'activities', 'riskSector', 'riskDefault'] as const).map(
        (name) => [
          name,
          full(
            { story: 8_000, activities: 3_000, riskSector: 2_000, riskDefault: 2_000 }[name as 'story'] ??
              4_000,
          ),
        ],
      ),
    );
    const more = {
      riskReturn: full(2_000),
      riskLiquidity: full(2_000),
      riskOther: full(2_000),
      figures: full(2_000),
      rights: full(2_000),
    };
    const save = async (changes: object) => {
      const { revision } = await cast.enzo.api.call('listings.read', { params });
      return cast.enzo.api.call('listings.saveDraft', {
        params,
        body: { revision, draft: { texts: { ...texts, ...changes }, facts } },
      });
    };
    await save({ ...long, ...more });
    const sheet = await cast.enzo.api.call('kiis.read', { params });
    expect(sheet.pages).to.be.above(sheet.mostPages);
    const refused = await problemOf(cast.enzo.api.call('listings.submit', { params }));
    expect(refused.code).to.equal('kiis_too_long');
    expect(refused.facts).to.deep.equal({ pages: sheet.pages, mostPages: 6, linesOver: sheet.linesOver });
    await save({});
    const submitted = await cast.enzo.api.call('listings.submit', { params });
    expect(submitted.status).to.equal('submitted');
  });

  it('KIS-5: stays as it was handed in, whatever becomes of the profile', async () => {
    const { listingId } = await published(cast);
    const before = [
      await hashOf(venue.client(), listingId),
      await answer(venue.client(), listingId, 'A.identity'),
    ];
    const body = {
      name: 'Un altro nome',
      legalForm: 'ets',
      place: 'Cuneo',
      website: '',
      about: '',
    } as const;
    await cast.enzo.api.call('organisations.update', { params: { organisationId: cast.organisation }, body });
    const after = [
      await hashOf(venue.client(), listingId),
      await answer(venue.client(), listingId, 'A.identity'),
    ];
    expect(after).to.deep.equal(before);
    expect(after[1]).to.contain('Orto Condiviso').and.contain('Torino');
    expect(await answer(venue.client(), listingId, 'A.management')).to.match(/%|\(/);
  });

  it('KIS-6, KIS-4: keeps every version as the same file, and compares two', async () => {
    const { listingId, offerId } = await published(cast);
    const first = await hashOf(venue.client(), listingId);
    await decideChange(cast.olga, await filedChange(cast, offerId));
    expect(await hashOf(venue.client(), listingId)).to.not.equal(first);
    expect(await hashOf(venue.client(), listingId, 1)).to.equal(first);
    const { items } = await venue.client().call('kiis.versions', { params: { listingId } });
    expect(items.map(({ version, disclosureId }) => [version, disclosureId === null])).to.deep.equal([
      [2, false],
      [1, true],
    ]);
    const query = { version: 9 };
    expect(await venue.client().refusal('kiis.read', { params: { listingId }, query })).to.equal('not_found');
    const { bytes, name } = await venue.client().call('kiis.pdf', { params: { listingId } });
    expect(name).to.equal(`kiis-${listingId}-2-it.pdf`);
    expect(readPdf(bytes).text.replaceAll(/\s+/g, ' ')).to.contain('Un fornitore su tre è venuto meno.');
  });

  it('KIS-7: is not taken in while Annex I asks for more, and the fields are named', async () => {
    const listingId = await listingIn(cast, 'draft', {
      texts: { rights: '', riskDefault: '  ' },
      facts: { ownFunds: null },
    });
    const refused = await problemOf(cast.enzo.api.call('listings.submit', { params: { listingId } }));
    expect(refused.code).to.equal('prospectus_incomplete');
    expect(refused.facts?.['fields']).to.have.members([
      'texts.rights',
      'texts.riskDefault',
      'facts.ownFunds',
    ]);
  });

  it('KIS-9: names the fees that were in force when the version came into force, whatever is asked later', async () => {
    const before = await published(cast);
    const nothing = await answer(cast.ines.api, before.listingId, 'H.fees');
    expect(nothing).to.contain('non chiede nulla');
    const hash = await hashOf(cast.ines.api, before.listingId, 1);
    const fees = { commitmentBps: 50, tradeBps: 10, successBps: 200, admission: 50_000 as never };
    const from = millis(venue.venue.exchange.now() + policy.feeNoticeMs + 1_000);
    const { id, contentHash } = await cast.olga.api.call('fees.propose', {
      body: { ...fees, from, reason: 'The venue is to pay for itself' },
    });
    const body = { contentHash, reason: 'Announced in time' };
    await cast.oreste.api.call('approvals.approve', { params: { proposalId: id }, body });
    await cast.passTo(from);
    expect(await answer(cast.ines.api, before.listingId, 'H.fees')).to.equal(nothing);
    expect(await hashOf(cast.ines.api, before.listingId, 1)).to.equal(hash);
    const later = await listingIn(cast, 'approved');
    expect(await answer(cast.ines.api, later, 'H.fees'))
      .to.contain('0,5')
      .and.contain('2')
      .and.contain('22');
  });
});
