import { expect } from 'chai';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { createFormats } from '../../client/src/locale/format.ts';
import * as investing from '../support/acts/investor.ts';
import * as beginning from '../support/acts/newcomer.ts';
import { moveClock } from '../support/acts/operator.ts';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { published, type OnOffer } from '../support/listings.ts';
import { mailedToken } from '../support/mails.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');
const write = createFormats('it');
const account = {
  email: 'nuova@example.org',
  password: 'il mare visto di notte',
  displayName: 'Persona Nuova',
};
/** Net worth €70,075: a tenth is €7,007.50, shared as €7,000; 5 % of what is shared are €3,500. */
const inputs = { income: '31337', assets: '47911', commitments: '9173' };
const secrets = ['31337', '47911', '9173', '70075', '7007'];

/** Everything that leaves a page: requests with their headers and bodies, frames of its sockets. */
function tap({ context, page }: Visitor): readonly string[] {
  const sent: string[] = [];
  context.on('request', (request) => {
    sent.push(`${request.method()} ${request.url()}\n${JSON.stringify(request.headers())}`);
    const body = request.postDataBuffer();
    if (body !== null) sent.push(body.toString('utf8'));
  });
  page.on('websocket', (socket) => {
    sent.push(socket.url());
    socket.on('framesent', ({ payload }) => void sent.push(payload.toString()));
  });
  return sent;
}

/** Digits alone, so that no way of writing a number hides it. */
const hasNumber = (text: string, number: string): boolean =>
  new RegExp(`(?<!\\d)${number.split('').join('[.,\\s]?')}(?:[.,]?0{1,2})?(?!\\d)`).test(text);

describe('a first investor, from registration to a revoked and a kept commitment (PRT-12)', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let say: Say;
  let offer: OnOffer;
  let nuova: Visitor & { readonly say: Say };
  let olga: Visitor & { readonly say: Say };
  let sent: readonly string[];

  before(async () => {
    venue = await openVenue({ clientFolder, clock: new TestClock() });
    [cast, browser, say] = await Promise.all([castOf(venue), openBrowser(), wordsOf('it')]);
    offer = await published(cast);
    const enter = async (name: string) => ({
      ...(await browser.visitor(name, { language: 'it', origin: venue.url })),
      say,
    });
    [nuova, olga] = await Promise.all([enter('nuova'), enter('olga')]);
    sent = tap(nuova);
    await signIn(olga.page, cast.olga);
  });
  after(async () => {
    await browser.close();
    await venue.close();
  });

  const me = () => {
    const { personId } = venue.venue.exchange.peek(({ people }) => ({
      personId: [...people.people.values()].at(-1)!.id,
    }));
    return personId;
  };
  const cash = () =>
    venue.venue.exchange.peek(({ ledger }) => ({ ...ledger.accounts.get(`cash:${me()}` as never) }));
  const commitments = () =>
    venue.venue.exchange.peek(({ offers }) =>
      (offers.byInvestor.get(me()) ?? []).map((id) => offers.commitments.get(id)!.status),
    );
  const look = async (step: string): Promise<void> => {
    await nuova.screenshot(`first-investor/${step}`);
    await axe(nuova.page);
  };
  const onboarding = (page: Page) => page.getByRole('heading', { level: 1, name: say('onboarding:title') });

  it('registers, opens the mailed link and signs in, on the way to an offer', async () => {
    const { page } = nuova;
    await page.goto(`/offers/${offer.offerId}/commit`);
    await page
      .getByRole('main')
      .getByRole('link', { name: say('common:nav.register'), exact: true })
      .click();
    await beginning.register(nuova, account);
    await page.goto(`/verify?token=${await mailedToken(cast, account.email)}`);
    await page.getByRole('button', { name: say('account:verify.submit'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('account:verify.doneTitle') }).waitFor();
    await signIn(page, account);
  });

  it('is led to the onboarding before a first commitment (PRT-11)', async () => {
    const { page } = nuova;
    await page.goto(`/offers/${offer.offerId}/commit`);
    await page.getByText(say('commit:obstacle.onboarding'), { exact: true }).waitFor();
    await look('obstacle');
    await page.getByRole('link', { name: say('commit:obstacle.onboard'), exact: true }).click();
    await onboarding(page).waitFor();
    await page.getByRole('link', { name: say('onboarding:go.identity'), exact: true }).waitFor();
    await look('onboarding');
  });

  it('says who they are, with a tax code that is checked before it is sent (PRT-1)', async () => {
    const { page } = nuova;
    await page.getByRole('link', { name: say('onboarding:go.identity'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('onboarding:identity.title') }).waitFor();
    await settled(page);
    await beginning.identify(nuova);
    await onboarding(page).waitFor();
    await page.getByRole('link', { name: say('onboarding:go.knowledge'), exact: true }).waitFor();
  });

  it('goes on where they left off (PRT-13)', async () => {
    const { page } = nuova;
    await page.goto('/');
    await page.goto('/onboarding');
    const next = page.getByRole('link', { name: say('onboarding:go.knowledge'), exact: true });
    await next.click();
    await page.getByRole('button', { name: say('onboarding:knowledge.start'), exact: true }).click();
    await page.getByRole('button', { name: say('onboarding:knowledge.submit'), exact: true }).waitFor();
    const asked = await page.locator('legend').allInnerTexts();
    await look('paper');
    await page.reload();
    await page.getByRole('button', { name: say('onboarding:knowledge.submit'), exact: true }).waitFor();
    expect(await page.locator('legend').allInnerTexts(), 'the same paper').to.deep.equal(asked);
  });

  it('fails the test, is warned, has each question explained, and acknowledges it (PRT-7)', async () => {
    const { page } = nuova;
    await beginning.answer(nuova, 3);
    await page.getByText(say('onboarding:knowledge.failedTitle')).waitFor();
    const judged = (as: string) => page.getByText(say(`onboarding:knowledge.${as}`), { exact: true }).count();
    await eventually(async () =>
      expect([await judged('isRight'), await judged('isWrong')]).to.deep.equal([3, 7]),
    );
    await look('failed');
    const go = page.getByRole('button', { name: say('onboarding:knowledge.acknowledgeButton'), exact: true });
    await go.click();
    await page.getByText(say('onboarding:knowledge.acknowledgeMissing')).waitFor();
    await page.getByRole('checkbox').check();
    await go.click();
    await page.getByRole('link', { name: say('onboarding:go.loss'), exact: true }).waitFor();
  });

  it('simulates the loss in the browser, and no input ever leaves it (PRT-9)', async () => {
    const { page } = nuova;
    await page.getByRole('link', { name: say('onboarding:go.loss'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: say('onboarding:loss.title') }).waitFor();
    await settled(page);
    await beginning.simulate(nuova, inputs, true);
    await page.getByText(say('onboarding:readyTitle')).waitFor();
    await look('ready');
    const result = sent.filter((text) => text.includes('"bearable":"7000.00"'));
    expect(result, 'the rounded result was sent, and nothing more').to.deep.equal(['{"bearable":"7000.00"}']);
  });

  it('is approved by an operator, who gives a reason, and is told (PRT-2)', async () => {
    const { page } = olga;
    await page.goto('/desk/identities');
    const name = account.displayName;
    await page.getByRole('link', { name: say('onboarding:desk.open', { name }), exact: true }).click();
    await page.getByText(beginning.madeUpTaxCode.toLowerCase()).waitFor();
    await axe(page);
    const approve = page.getByRole('button', { name: say('onboarding:desk.approve'), exact: true });
    await approve.click();
    await page.getByText(say('onboarding:desk.reasonMissing')).waitFor();
    await page.getByLabel(say('onboarding:desk.reason')).fill('Documento e tessera visti');
    await approve.click();
    await page.getByText(/Documento e tessera visti/).waitFor();
    await olga.screenshot('first-investor/approved');
    await nuova.page.goto('/notices');
    await nuova.page.getByText(say('notices:identity_approved')).waitFor();
  });

  it('commits below their own threshold, told of the reflection period before and after (PRT-10)', async () => {
    const { page } = nuova;
    await page.goto('/portfolio');
    await investing.topUp(nuova, 9_000);
    await page.goto(`/offers/${offer.offerId}`);
    // More than €1,000, less than 5 % of the net worth that was shared.
    await investing.prepare(nuova, 2_000);
    await look('before-committing');
    await investing.commit(nuova, write.money(200_000));
    await page.getByText(say('commitment:reflection.law')).waitFor();
    await look('after-committing');
    expect(cash(), 'nothing is captured').to.include({ available: 900_000, held: 0 });
  });

  it('revokes it by the same route, without a reason', async () => {
    const { page } = nuova;
    await investing.revoke(nuova, write.money(200_000));
    await page
      .getByText(say('commit:done.revoked', { amount: write.money(200_000) }))
      .first()
      .waitFor();
    expect(commitments()).to.deep.equal(['revoked']);
  });

  it('commits more than the threshold, after a wrong answer and the right one, and keeps it', async () => {
    const { page } = nuova;
    await page.goto(`/offers/${offer.offerId}`);
    await investing.prepare(nuova, 4_000, true);
    await investing.commit(nuova, write.money(400_000));
    expect(commitments()).to.deep.equal(['revoked', 'pledged']);
    expect(cash()).to.include({ available: 900_000, held: 0 });
  });

  it('has it captured only when the reflection period is over, and is told', async () => {
    await olga.page.goto('/desk/clock');
    await settled(olga.page);
    for (const expected of ['pledged', 'pledged', 'pledged', 'pledged'] as const) {
      await moveClock(olga, 'day');
      expect(commitments().at(-1)).to.equal(expected);
    }
    await moveClock(olga, 'day');
    expect(commitments()).to.deep.equal(['revoked', 'captured']);
    expect(cash()).to.include({ available: 500_000, held: 400_000 });
    const { page } = nuova;
    await page.goto('/notices');
    await page.getByText(say('notices:commitment_captured')).waitFor();
    await page.getByText(say('notices:commitment_revoked')).waitFor();
    await look('notices');
  });

  it('has sent no input of the simulation at any moment (PRT-9)', () => {
    const everything = sent.filter((text) => secrets.some((secret) => hasNumber(text, secret)));
    expect(everything).to.deep.equal([]);
    expect(sent.length, 'and plenty was looked at').to.be.above(100);
    expect(hasNumber('{"income":"31.337,00"}', '31337'), 'which would have been seen').to.equal(true);
    expect(nuova.complaints).to.deep.equal([]);
  });
});
