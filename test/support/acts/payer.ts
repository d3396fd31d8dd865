import type { Page } from 'playwright-core';

/** Goes on with Tab until the field or button of that name has the focus: the provider's pages are met by keyboard too. */
async function tabTo(page: Page, isThere: (one: Element, wanted: string) => boolean, wanted: string) {
  const test = `(${isThere.toString()})(document.activeElement, ${JSON.stringify(wanted)})`;
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(test)) return;
  }
  throw new Error(`Tab never reaches ${wanted} at ${page.url()}`);
}

const isField = (one: Element, name: string): boolean => one.getAttribute('name') === name;
const isButton = (one: Element, text: string): boolean => one.textContent === text;

async function write(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await tabTo(page, isField, name);
    await page.keyboard.insertText(text);
  }
}

/** Fills in the provider's page for a card, and sends it. */
export async function fillCard(page: Page, number: string): Promise<void> {
  await page.waitForURL(/\/hosted\/checkout\//);
  await write(page, {
    card_number: number,
    card_expiry: '12 / 34',
    card_cvc: '123',
    card_name: 'Carla Carta',
  });
  await tabTo(page, isButton, 'Save card');
  await page.keyboard.press('Enter');
}

/** Fills in the provider's page for an account, and sends it. */
export async function fillAccount(page: Page, iban: string): Promise<void> {
  await page.waitForURL(/\/hosted\/checkout\//);
  await write(page, { iban, account_name: 'Sergio Serra' });
  await tabTo(page, isButton, 'Save bank account');
  await page.keyboard.press('Enter');
}

/** Says to the bank that it is oneself who is paying. */
export async function answerBank(page: Page): Promise<void> {
  await page.waitForURL(/\/hosted\/authenticate\//);
  await tabTo(page, isButton, 'Authenticate');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/portfolio\//);
}
