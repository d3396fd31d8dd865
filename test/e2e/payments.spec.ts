import { expect } from 'chai';
import { createFormats } from '../../client/src/locale/format.ts';
import * as paying from '../support/acts/payer.ts';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { Keyboard } from '../support/keyboard.ts';
import { commit, published, type OnOffer } from '../support/listings.ts';
import { daysPass, numbers, openShop } from '../support/payers.ts';
import type { PaidVenue } from '../support/paid-venue.ts';
import { clientFolder } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const english = createFormats('en');
const italian = createFormats('it');

describe('two who pay: a card that asks who is paying, and a debit that fails late', () => {
  let shop: PaidVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let offer: OnOffer;
  let carla: Player;
  let sergio: Player;
  let atCard: Visitor & { readonly say: Say };
  let atDebit: Visitor & { readonly say: Say };
  let keys: Keyboard;

  const enter = async (who: Player, language: 'en' | 'it', screen: 'desktop' | 'phone') => {
    const visitor = await browser.visitor(who.displayName, { language, screen, origin: shop.url });
    await who.api.call('me.update', { body: { displayName: who.displayName, locale: language } });
    await signIn(visitor.page, who);
    return { ...visitor, say: await wordsOf(language) };
  };
  const look = async ({ page, screenshot }: Visitor, step: string): Promise<void> => {
    await settled(page);
    await screenshot(`payments/${step}`);
    await axe(page);
  };
  const commitmentOf = async (who: Player) => {
    const [found] = (await who.api.call('commitments.mine')).items;
    if (found === undefined) throw new Error(`${who.displayName} has committed to nothing`);
    return found;
  };
  const openCommitment = async (who: Player, { page }: Visitor): Promise<void> => {
    await page.goto(`/portfolio/commitments/${(await commitmentOf(who)).id}`);
    await settled(page);
  };
  /** A notice begins so; what it names is the reader's to see. */
  const told = async ({ page, say }: typeof atCard, kind: string, amount: string): Promise<void> => {
    await page.goto('/notices');
    const [begins = ''] = say(`notices:${kind}`, { amount, until: '§' }).split('§');
    await page.getByText(begins).first().waitFor();
  };
  const shows = ({ page, say }: typeof atCard, key: string, values?: Record<string, string>) =>
    page
      .getByRole('region', { name: say('payments:way.title') })
      .getByText(say(key, values))
      .first()
      .waitFor();

  before(async () => {
    shop = await openShop(clientFolder);
    [cast, browser] = await Promise.all([castOf(shop), openBrowser()]);
    offer = await published(cast);
    carla = await cast.join('carla@example.org', { displayName: 'Carla Carta', roles: ['investor'] });
    sergio = await cast.join('sergio@example.org', { displayName: 'Sergio Serra', roles: ['investor'] });
    [atCard, atDebit] = [await enter(carla, 'en', 'desktop'), await enter(sergio, 'it', 'phone')];
    keys = new Keyboard(atCard.page);
    // So much that the offer reaches its minimum whatever becomes of the two.
    await commit(cast.ivo, offer.offerId, 200);
  });
  after(async () => {
    await browser.close();
    await shop.close();
  });

  it('PAY-1: says on every page which money moves here', async () => {
    const { page, say } = atCard;
    await page.goto('/portfolio/payments');
    await page.getByText(`${say('common:mode.SIMULATION')} · ${say('common:money.test')}`).waitFor();
    await page.getByText(say('payments:money.test')).waitFor();
    await page.getByText(say('payments:methods.empty')).waitFor();
    await look(atCard, 'nothing-yet');
  });

  it('PAY-2: leaves a card on the provider’s page with the keyboard alone, and finds it when back', async () => {
    const { page, say } = atCard;
    await keys.tabTo('button', say('payments:methods.addCard'));
    await page.keyboard.press('Enter');
    await paying.fillCard(page, numbers.asks);
    await paying.answerBank(page);
    await page.getByText(say('payments:methods.added')).waitFor();
    await page.getByText(say('payments:methods.card', { brand: 'Visa', last4: '3184' })).waitFor();
    await look(atCard, 'card-left');
  });

  it('PAY-2: leaves an account for debits, and is told what a debit means for the units', async () => {
    const { page, say } = atDebit;
    await page.goto('/portfolio/payments');
    await page.getByText(say('payments:methods.sepaNote')).waitFor();
    await page.getByRole('button', { name: say('payments:methods.addSepa') }).click();
    await paying.fillAccount(page, numbers.failsLate);
    await page.getByText(say('payments:methods.added')).waitFor();
    await look(atDebit, 'account-left');
  });

  it('PAY-3: commits with the card by the keyboard; the last step names it and when it is charged', async () => {
    const { page, say } = atCard;
    await page.goto(`/offers/${offer.offerId}/commit`);
    await settled(page);
    await keys.tabToField(say('commit:amount.amountLabel'));
    await keys.write('500');
    await keys.tabToField(say('commit:payBy.label'));
    await page.keyboard.press('ArrowDown');
    await page.getByText(say('commit:payBy.card')).waitFor();
    await look(atCard, 'commit-how-much');
    await keys.tabTo('button', say('commit:flow.next'));
    await page.keyboard.press('Enter');
    await keys.tabTo('checkbox', say('commit:warnings.read'));
    await page.keyboard.press('Space');
    await keys.tabTo('button', say('commit:flow.next'));
    await page.keyboard.press('Enter');
    await page.getByText(say('commitment:reflection.law')).waitFor();
    await page.getByText(say('commit:payBy.name.card', { brand: 'Visa', last4: '3184' })).waitFor();
    await look(atCard, 'commit-review');
    const amount = english.money(50_000);
    await keys.tabTo('button', say('commit:review.commit', { amount }));
    await page.keyboard.press('Enter');
    await page.getByText(say('commit:done.title', { amount })).first().waitFor();
    await openCommitment(carla, atCard);
    await shows(atCard, 'payments:way.charge', { amount });
    await shows(atCard, 'payments:methods.card', { brand: 'Visa', last4: '3184' });
    await look(atCard, 'pledged');
  });

  it('PAY-3: commits with the debit', async () => {
    const { page, say } = atDebit;
    await page.goto(`/offers/${offer.offerId}/commit`);
    await settled(page);
    await page.getByLabel(say('commit:amount.amountLabel'), { exact: true }).fill('1000');
    await page.getByLabel(say('commit:payBy.label')).selectOption({ index: 1 });
    await page.getByText(say('commit:payBy.sepa_debit')).waitFor();
    await page.getByRole('button', { name: say('commit:flow.next'), exact: true }).click();
    await page.getByRole('checkbox', { name: say('commit:warnings.read') }).check();
    await page.getByRole('button', { name: say('commit:flow.next'), exact: true }).click();
    await page.getByText(say('commit:payBy.name.sepa_debit', { last4: '3457' })).waitFor();
    await look(atDebit, 'debit-review');
    const amount = italian.money(100_000);
    await page.getByRole('button', { name: say('commit:review.commit', { amount }), exact: true }).click();
    await page.getByText(say('commit:done.title', { amount })).first().waitFor();
  });

  it('PAY-4: charges nothing before the reflection period is over', async () => {
    await daysPass(shop, cast, 4);
    const { payment } = await carla.api.call('payments.ofCommitment', {
      params: { commitmentId: (await commitmentOf(carla)).id },
    });
    expect(payment).to.equal(null);
    await daysPass(shop, cast, 1);
  });

  it('PAY-5: tells that the bank asks who is paying, until when, and leads to its page and back', async () => {
    const { page } = atCard;
    await told(atCard, 'payment_action_needed', english.moneyExact(50_000));
    await look(atCard, 'card-told');
    await keys.tabTo('link', (await commitmentOf(carla)).title);
    await keys.follow();
    await shows(atCard, 'payments:status.action_needed');
    await look(atCard, 'card-asks');
    await keys.tabTo('button', /^Authenticate the payment of €500/);
    await page.keyboard.press('Enter');
    await paying.answerBank(page);
    await shows(atCard, 'payments:status.succeeded');
    await shows(atCard, 'payments:explain.succeeded');
    await look(atCard, 'card-paid');
    expect(keys.faults).to.deep.equal([]);
  });

  it('PAY-6: shows a debit under way, and says that nothing is needed', async () => {
    await told(atDebit, 'payment_processing', italian.moneyExact(100_000));
    await openCommitment(sergio, atDebit);
    await shows(atDebit, 'payments:status.processing');
    await shows(atDebit, 'payments:explain.processing');
    await look(atDebit, 'debit-under-way');
  });

  it('PAY-6: says that it has failed, that nothing was taken, and what saves the commitment', async () => {
    const { page, say } = atDebit;
    const { id: commitmentId } = await commitmentOf(sergio);
    for (let day = 0; day < 10; day += 1) {
      await daysPass(shop, cast, 1);
      const { payment } = await sergio.api.call('payments.ofCommitment', { params: { commitmentId } });
      if (payment?.status === 'method_needed') break;
    }
    await shows(atDebit, 'payments:status.method_needed');
    await page.getByRole('link', { name: say('payments:underway.addMethod') }).waitFor();
    await look(atDebit, 'debit-refused');
    await told(atDebit, 'payment_method_needed', italian.moneyExact(100_000));
    await openCommitment(sergio, atDebit);
    await daysPass(shop, cast, 3);
    await shows(atDebit, 'payments:status.failed');
    await shows(atDebit, 'payments:way.missingText', { amount: italian.money(100_000) });
    await look(atDebit, 'debit-failed');
    await told(atDebit, 'payment_failed', italian.moneyExact(100_000));
    await openCommitment(sergio, atDebit);
    await page.getByRole('link', { name: say('payments:way.transfer') }).click();
    await page.getByRole('button', { name: say('payments:transfer.show') }).click();
    await page.getByText(say('payments:transfer.copyIban')).waitFor();
    await look(atDebit, 'debit-transfer');
  });

  it('PAY-7: takes the bank transfer, and both have their units when the offer is decided', async () => {
    const customer = shop.venue.exchange.peek(({ payments }) => payments.customers.get(sergio.id)) ?? '';
    shop.standin.control.fund(customer, 100_000);
    await shop.settled();
    await eventually(async () => expect((await sergio.api.call('wallet.read')).available).to.equal(100_000));
    await daysPass(shop, cast, 25);
    for (const [who, visitor, units] of [
      [carla, atCard, 50],
      [sergio, atDebit, 100],
    ] as const) {
      const { items } = await who.api.call('holdings.mine');
      expect(items.map((one) => Number(one.units))).to.deep.equal([units]);
      await openCommitment(who, visitor);
      await visitor.page
        .getByText(visitor.say('commitment:timeline.settled'), { exact: true })
        .first()
        .waitFor();
      await look(visitor, `${visitor.name}-settled`);
    }
    await shows(atDebit, 'payments:way.held');
    expect(shop.standin.control.state('payment').doubles, 'charged once each').to.deep.equal([]);
    shop.standin.control.audit();
  });

  it('complains of nothing on the venue’s own pages', () => {
    const own = [...atCard.complaints, ...atDebit.complaints].filter(
      (line) => !line.includes(shop.standin.url),
    );
    expect(own).to.deep.equal([]);
  });
});
