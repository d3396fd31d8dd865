import { checkLetter } from '@piazza/shared/identity';
import { currentBank, questionBanks } from '@piazza/shared/knowledge';
import type { Investor } from './investor.ts';

/** Nobody's: six letters that no name gives, a birthplace no register knows; born on 9 April 1984. */
const first = 'XQZWKJ84D09Z999';
export const madeUpTaxCode = first + checkLetter(first);
export const birthDate = '1984-04-09';

interface Account {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
}

/** Opens an account as an investor; the mailed link is another matter. */
export async function register({ page, say }: Investor, account: Account): Promise<void> {
  await page.locator('#role-investor').check();
  await page.getByLabel(say('account:field.displayName')).fill(account.displayName);
  await page.locator('#email').fill(account.email);
  await page.locator('#password').fill(account.password);
  await page.getByRole('button', { name: say('account:register.submit'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('account:register.doneTitle') }).waitFor();
}

/** Says who one is; a wrong last letter is noticed before anything is sent. */
export async function identify({ page, say }: Investor): Promise<void> {
  const fields = {
    givenName: 'Prova',
    familyName: 'Esempio',
    birthDate,
    street: 'Via Esempio 1',
    postalCode: '10100',
    city: 'Torino',
  };
  for (const [field, value] of Object.entries(fields)) await page.locator(`#${field}`).fill(value);
  const send = page.getByRole('button', { name: say('onboarding:identity.send'), exact: true });
  const wrong = madeUpTaxCode.endsWith('A') ? 'B' : 'A';
  await page.locator('#taxCode').fill(first + wrong);
  await send.click();
  await page.getByText(say('onboarding:identity.problem.check')).first().waitFor();
  await page.locator('#taxCode').fill(madeUpTaxCode.toLowerCase());
  await send.click();
}

const bank = questionBanks[currentBank] ?? [];

/** Answers every question of the paper on the page, so many of them rightly, and hands it in. */
export async function answer({ page, say }: Investor, right: number): Promise<void> {
  const questions = await page.locator('fieldset').all();
  for (const [at, fieldset] of questions.entries()) {
    const asked = await fieldset.locator('legend').innerText();
    const question = bank.find(({ it }) => asked.includes(it.ask));
    if (question === undefined) throw new Error(`no such question: ${asked}`);
    const option = question.it.options[at < right ? 0 : 1];
    await fieldset.getByRole('radio', { name: option, exact: true }).check();
  }
  await page.getByRole('button', { name: say('onboarding:knowledge.submit'), exact: true }).click();
}

/** What is typed into the simulation, in whole euro. */
export type LossInputs = Readonly<Record<'income' | 'assets' | 'commitments', string>>;

/** Types what one has and owes, computes, and shares the rounded result or keeps it. */
export async function simulate({ page, say }: Investor, inputs: LossInputs, shares: boolean): Promise<void> {
  for (const [field, value] of Object.entries(inputs)) await page.locator(`#loss-${field}`).fill(value);
  await page.getByRole('button', { name: say('onboarding:loss.compute'), exact: true }).click();
  await page.getByRole('heading', { name: say('onboarding:loss.resultTitle') }).waitFor();
  if (shares) await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: say('onboarding:loss.save'), exact: true }).click();
}
