import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Locale, Role } from '@piazza/shared/contract';
import { createFormats } from '../../client/src/locale/format.ts';
import { tellAndCheck } from '../support/acts/dossier.ts';
import * as investing from '../support/acts/investor.ts';
import * as issuing from '../support/acts/issuer.ts';
import * as operating from '../support/acts/operator.ts';
import { openBrowser, type Eyes, type TestBrowser, type Visitor } from '../support/browser.ts';
import { Chronicle } from '../support/chronicle.ts';
import { completeDraft, day, hour } from '../support/draft.ts';
import { onboardIn } from '../support/protection.ts';
import { openSite, type Site } from '../support/site.ts';
import { goTo, settled, signIn } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

const password = 'quattro gatti sul tetto';
const title = 'Gli orti di via Cigna';
const comment = 'Dite quanto si perde se gela in aprile.';
const en = createFormats('en');
const it_ = createFormats('it');
declare global {
  var sameVisit: boolean;
}
interface Person extends Visitor {
  readonly id: PersonId;
  readonly say: Say;
}
/** One of the five: how they see the venue, and as what. */
interface Part extends Eyes {
  readonly role: Role;
  readonly language: Locale;
}
const parts = {
  Elsa: { role: 'enterprise', language: 'en' },
  Olga: { role: 'operator', language: 'it' },
  Oreste: { role: 'operator', language: 'en', scheme: 'dark' },
  Ines: { role: 'investor', language: 'it', screen: 'phone' },
  Ivo: { role: 'investor', language: 'en' },
} as const satisfies Record<string, Part>;

// Ten euro a unit in lots of ten: Ines asks for 8 lots, Ivo for 20, and there are 25.
const caps = { softCap: 100_000 as never, hardCap: 250_000 as never, minimumTicket: 10_000 as never };
const draft = (now: number) =>
  completeDraft(now, {
    texts: { title },
    facts: { ...caps, closesAt: (now + 5 * day + 12 * hour) as never },
  });

describe('SCR-1: five people at once, from an empty venue to the register of holders', () => {
  const chronicle = new Chronicle();
  const people = {} as Record<keyof typeof parts, Person>;
  let site: Site;
  let browser: TestBrowser;

  async function enter(name: keyof typeof parts): Promise<void> {
    const part: Part = parts[name];
    const email = `${name.toLowerCase()}@example.org`;
    const { accounts } = site.venue.identity;
    const id = await accounts.createAccount({
      email,
      password,
      displayName: name,
      locale: part.language,
      roles: [part.role],
    });
    const visitor = await browser.visitor(name, { ...part, origin: site.url });
    await chronicle.introduce(visitor);
    await signIn(visitor.page, { email, password });
    await settled(visitor.page);
    people[name] = { ...visitor, id, say: await wordsOf(part.language) };
  }

  /** What somebody reads on the page they are on. */
  const reads = (who: Person, text: string, exact = true) =>
    [who, who.page.getByRole('main').getByText(text, { exact })] as const;
  /** Why the venue refuses Olga's second approval, where her screen offers none. */
  const secondApproval = async () => {
    const credentials = { email: 'olga@example.org', password };
    const { accessToken } = await site.client().call('auth.login', { body: credentials });
    const olga = site.client(accessToken);
    const [waiting] = (await olga.call('review.queue')).items;
    if (waiting === undefined) throw new Error('nothing waits');
    const params = { listingId: waiting.id };
    const { contentHash } = await olga.call('listings.read', { params });
    const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
    return olga.refusal('review.approve', { params, body: { contentHash, ...gates, reason: 'Ancora' } });
  };
  const show = (step: string, ...who: readonly Person[]) => chronicle.show('five-people', step, ...who);

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    await Promise.all((Object.keys(parts) as (keyof typeof parts)[]).map(enter));
    for (const { id } of [people.Ines, people.Ivo]) await onboardIn(site, id, people.Olga.id);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('an enterprise writes a listing that saves itself, and hands it in', async () => {
    const { Elsa, Olga, Oreste } = people;
    await goTo(Elsa.page, '/issuer');
    await show('begin', Elsa);
    await issuing.beginListing(Elsa, 'Orto Condiviso');
    const account = (name: string) => ({ email: `${name}@example.org`, password });
    await tellAndCheck(site, account('elsa'), account('olga'));
    await issuing.writeDraft(Elsa, draft(site.venue.exchange.now()));
    await Elsa.page.reload();
    await settled(Elsa.page);
    await Elsa.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await Promise.all([goTo(Olga.page, '/desk'), goTo(Oreste.page, '/desk')]);
    // A page that were loaded again would have forgotten it.
    for (const { page } of Object.values(people)) await page.evaluate(() => (globalThis.sameVisit = true));
    await chronicle.act('hand in', Elsa, () => issuing.confirmed(Elsa, Elsa.say('issuer:check.submit')), [
      [Olga, Olga.page.getByRole('link', { name: Olga.say('desk:queue.open', { title }) })],
      [Oreste, Oreste.page.getByRole('link', { name: Oreste.say('desk:queue.open', { title }) })],
    ]);
    await show('handed-in', Elsa, Olga, Oreste);
  });

  it('an operator takes it and asks for a change, which stands beside the field at once', async () => {
    const { Elsa, Olga, Oreste } = people;
    await operating.openReview(Olga, title);
    await chronicle.act('take', Olga, () => operating.take(Olga), [
      reads(Elsa, Elsa.say('ui:status.under_review')),
      reads(Oreste, 'Olga'),
    ]);
    await chronicle.act('request changes', Olga, () => operating.requestChanges(Olga, 'risks', comment), [
      [Elsa, Elsa.page.getByRole('heading', { name: Elsa.say('issuer:request.title') })],
      reads(Oreste, Oreste.say('desk:queue.forIssuer')),
    ]);
    const where = {
      field: Elsa.say('issuerFields:texts.risks.label'),
      step: Elsa.say('issuer:step.money.name'),
    };
    await Elsa.page.getByRole('link', { name: Elsa.say('issuer:request.where', where) }).click();
    await Elsa.page.getByText(comment).waitFor();
    await show('changes-requested', Elsa, Olga, Oreste);
  });

  it('the enterprise answers, and hands it in again', async () => {
    const { Elsa, Olga, Oreste } = people;
    const { page, say } = Elsa;
    await page
      .getByRole('textbox', { name: say('issuerFields:texts.risks.label') })
      .fill('Il gelo costa un terzo.');
    await issuing.nextStep(Elsa, 'impact');
    await issuing.nextStep(Elsa, 'sheet');
    await issuing.nextStep(Elsa, 'check');
    await issuing.saved(Elsa);
    await chronicle.act('hand in again', Elsa, () => issuing.confirmed(Elsa, say('issuer:check.resubmit')), [
      [Olga, Olga.page.getByRole('button', { name: Olga.say('desk:review.take') })],
      reads(Oreste, Oreste.say('desk:queue.forMe')),
    ]);
  });

  it('two operators approve it, each once', async () => {
    const { Elsa, Olga, Oreste, Ines, Ivo } = people;
    await chronicle.act('take again', Olga, () => operating.take(Olga), [reads(Oreste, 'Olga')]);
    await chronicle.act('approve, first', Olga, () => operating.approve(Olga), [
      reads(Elsa, Elsa.say('issuer:next.under_review', { count: 1 })),
      reads(Oreste, Oreste.say('desk:queue.approvalsOf', { count: 1 }), false),
    ]);
    await Olga.page.getByText(Olga.say('desk:review.approvedByMe')).waitFor();
    await Olga.page
      .getByRole('button', { name: Olga.say('desk:review.approve') })
      .waitFor({ state: 'detached' });
    expect(await secondApproval()).to.equal('same_reviewer');
    await show('first-approval', Elsa, Olga, Oreste);
    await operating.openReview(Oreste, title);
    await operating.take(Oreste);
    await Promise.all([goTo(Ines.page, '/'), goTo(Ivo.page, '/')]);
    await chronicle.act('approve, second', Oreste, () => operating.approve(Oreste), [
      [Elsa, Elsa.page.getByRole('button', { name: Elsa.say('issuer:publish.open') })],
      reads(Ines, Ines.say('dealFlow:kind.listing_admitted')),
      reads(Ivo, Ivo.say('dealFlow:kind.listing_admitted')),
    ]);
    await show('admitted', Elsa, Oreste, Ines, Ivo);
  });

  it('the enterprise publishes it', async () => {
    const { Elsa, Ines, Ivo } = people;
    await goTo(Ivo.page, '/offers');
    const { say } = Elsa;
    const publish = () => issuing.confirmed(Elsa, say('issuer:publish.open'), say('issuer:publish.confirm'));
    await chronicle.act('publish', Elsa, publish, [
      reads(Ines, Ines.say('dealFlow:kind.offer_opened')),
      [Ivo, Ivo.page.getByRole('main').getByRole('link', { name: title })],
    ]);
    await Elsa.page.waitForURL((url) => url.pathname.startsWith('/offers/'));
    await show('open', Elsa, Ines, Ivo);
  });

  it('two investors top up and commit, one of them a large sum', async () => {
    const { Elsa, Oreste, Ines, Ivo } = people;
    await goTo(Oreste.page, '/');
    await Ines.page.getByRole('link', { name: title }).first().click();
    const offer = new URL(Elsa.page.url()).pathname;
    for (const [who, euro] of [
      [Ines, 1_000],
      [Ivo, 3_000],
    ] as const) {
      await goTo(who.page, '/portfolio');
      await investing.topUp(who, euro);
      await goTo(who.page, offer);
    }
    await investing.prepare(Ines, 500);
    await show('reflection-before', Ines);
    await chronicle.act('commit €500', Ines, () => investing.commit(Ines, it_.money(50_000)), [
      reads(Elsa, Elsa.say('venture:recent.committed', { amount: en.money(50_000) })),
      reads(Ivo, Ivo.say('venture:recent.committed', { amount: en.money(50_000) })),
      reads(Oreste, Oreste.say('dealFlow:kind.committed', { amount: en.money(50_000) })),
    ]);
    await show('committed', Ines, Ivo, Elsa);
    await goTo(Ines.page, offer);
    await investing.prepare(Ivo, 2_000, true);
    await chronicle.act('commit €2,000', Ivo, () => investing.commit(Ivo, en.money(200_000)), [
      reads(Elsa, Elsa.say('venture:recent.committed', { amount: en.money(200_000) })),
      reads(Ines, Ines.say('venture:recent.committed', { amount: it_.money(200_000) })),
      reads(Oreste, Oreste.say('dealFlow:kind.committed', { amount: en.money(200_000) })),
    ]);
    await show('large-commitment', Ines, Ivo, Elsa, Oreste);
    await goTo(Ivo.page, offer);
  });

  it('one of them thinks again', async () => {
    const { Elsa, Oreste, Ines, Ivo } = people;
    const amount = it_.money(30_000);
    await investing.prepare(Ines, 300);
    await investing.commit(Ines, amount);
    await chronicle.act('revoke €300', Ines, () => investing.revoke(Ines, amount), [
      reads(Elsa, Elsa.say('venture:recent.revoked', { amount: en.money(30_000) })),
      reads(Ivo, Ivo.say('venture:recent.revoked', { amount: en.money(30_000) })),
      reads(Oreste, Oreste.say('dealFlow:kind.revoked', { amount: en.money(30_000) })),
    ]);
    await show('revoked', Ines, Ivo, Elsa);
  });

  it('five days pass: what was pledged is held', async () => {
    const { Olga, Ines, Ivo } = people;
    await Promise.all([goTo(Ines.page, '/portfolio/commitments'), goTo(Ivo.page, '/portfolio/commitments')]);
    await goTo(Olga.page, '/desk/clock');
    await chronicle.act('five days', Olga, () => operating.moveClock(Olga, 'fiveDays'), [
      reads(Ines, Ines.say('ui:status.captured')),
      reads(Ivo, Ivo.say('ui:status.captured')),
    ]);
    await show('held', Olga, Ines, Ivo);
  });

  it('the offer closes, and waits for the last reflection period', async () => {
    const { Elsa, Olga, Oreste, Ines, Ivo } = people;
    const offer = new URL(Elsa.page.url()).pathname;
    await Promise.all([goTo(Ines.page, offer), goTo(Ivo.page, offer)]);
    await investing.prepare(Ines, 300);
    await investing.commit(Ines, it_.money(30_000));
    await chronicle.act('the closing', Olga, () => operating.moveClock(Olga, 'day'), [
      reads(Elsa, Elsa.say('venture:progress.closingNote')),
      reads(Ivo, Ivo.say('venture:progress.closingNote')),
      reads(Oreste, Oreste.say('dealFlow:kind.offer_closing', { amount: en.money(280_000) })),
    ]);
    await show('closing', Elsa, Ivo, Ines);
  });

  it('the units are allotted: holders, statement, proceeds and register show it', async () => {
    const { Elsa, Olga, Oreste, Ines, Ivo } = people;
    await Promise.all([goTo(Ines.page, '/portfolio'), goTo(Ivo.page, '/portfolio/statement')]);
    await chronicle.act('the allotment', Olga, () => operating.moveClock(Olga, 'fiveDays'), [
      // On a phone a cell begins with the name of its column.
      [Ines, Ines.page.getByRole('cell', { name: /^\D*80$/ })],
      reads(Ivo, Ivo.say('portfolio:statement.delivery', { title }), false),
      reads(Elsa, Elsa.say('issuer:desk.summary', { count: 2, units: 250 })),
      reads(Elsa, en.moneyExact(247_500)),
      reads(Oreste, Oreste.say('dealFlow:kind.offer_funded', { amount: en.money(250_000) })),
    ]);
    await show('allotted', ...Object.values(people));
    const register = Elsa.page.getByRole('table', {
      name: Elsa.say('issuer:desk.summary', { count: 2, units: 250 }),
    });
    for (const row of [/Ivo.*170/, /Ines.*80/])
      await register.getByRole('row').filter({ hasText: row }).waitFor();
    await goTo(Ivo.page, '/portfolio');
    await Ivo.page.getByRole('cell', { name: '170', exact: true }).waitFor();
    await goTo(Ines.page, '/portfolio/statement');
    await Ines.page.getByText(Ines.say('portfolio:statement.delivery', { title })).first().waitFor();
    await show('owned', Ines, Ivo);
  });

  it('changes reached everybody within a second in the median, without a reload and without a complaint', async () => {
    console.log(await chronicle.table('five-people'));
    for (const { name, page, complaints } of Object.values(people)) {
      expect(await page.evaluate(() => globalThis.sameVisit), name).to.equal(true);
      expect(complaints, name).to.deep.equal([]);
    }
    expect(chronicle.fairMs, 'ms').to.be.at.most(1_000);
  });
});
