import type { Draft } from '@piazza/shared/contract';
import type { Page } from 'playwright-core';
import {
  isRequired,
  stepFields,
  steps,
  type Step,
} from '../../../client/src/features/issuer/draft/fields.ts';
import { openForm } from '../../../client/src/features/issuer/draft/form.ts';
import type { Say } from '../words.ts';

/** Somebody who represents an enterprise, at their screen. */
export interface Issuer {
  readonly page: Page;
  readonly say: Say;
}

/** From an empty desk to a draft: the first organisation is created on the way. */
export async function beginListing({ page, say }: Issuer, organisation: string): Promise<void> {
  await page.getByRole('link', { name: say('issuer:empty.begin'), exact: true }).click();
  const field = (name: string) => page.getByLabel(say(`issuer:organisations.${name}`));
  await field('name').fill(organisation);
  await field('legalForm').selectOption('cooperativa_sociale');
  await field('place').fill('Torino, Aurora');
  await field('about').fill('Dodici socie e soci, dal 2019.');
  await page.getByRole('button', { name: say('issuer:organisations.create'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('issuer:untitled') }).waitFor();
}

/** Fills in the fields that a step asks for, as the draft has them. */
export async function fillStep(
  { page, say }: Issuer,
  step: Exclude<Step, 'check'>,
  draft: Draft,
): Promise<void> {
  const values = openForm(draft, 'en');
  for (const field of stepFields(step)) {
    if (field === 'facts.reserves' || values[field] === '') continue;
    const label = say(`issuerFields:${field}.label`);
    const name = isRequired(field, draft.facts.instrument)
      ? label
      : `${label} (${say('issuerFields:optional')})`;
    // The list of suggestions of an input has the same name, after it.
    const input = page.locator('form').getByLabel(name, { exact: true }).first();
    if (!(await input.isVisible())) continue;
    const isChoice = await input.evaluate((element) => element instanceof HTMLSelectElement);
    await (isChoice ? input.selectOption(values[field]) : input.fill(values[field]));
  }
}

/** Goes to the step that follows. */
export async function nextStep({ page, say }: Issuer, to: Step): Promise<void> {
  const name = new RegExp(`^${say('issuer:wizard.next')}.*${say(`issuer:step.${to}.name`)}$`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 2, name: say(`issuer:step.${to}.title`) }).waitFor();
}

/** Waits until the venue has everything that was typed. */
export async function saved({ page }: Issuer): Promise<void> {
  await page.locator('[data-save="saved"]').waitFor();
}

/** Writes a whole draft, step by step, and ends at the check. */
export async function writeDraft(issuer: Issuer, draft: Draft): Promise<void> {
  for (const [at, step] of steps.entries()) {
    if (step === 'check') continue;
    await fillStep(issuer, step, draft);
    await nextStep(issuer, steps[at + 1] ?? 'check');
  }
  await saved(issuer);
}

/** Presses a button that asks once more, and confirms. */
export async function confirmed(
  { page }: { readonly page: Page },
  button: string,
  confirm = button,
): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  // It goes when the venue has answered.
  await dialog.waitFor({ state: 'hidden' });
}
