import type { Locator, Page } from 'playwright-core';
import { arrivesBy } from './visit.ts';

type Role = Parameters<Page['getByRole']>[0];

const isFocused = (all: Element[]): boolean =>
  all.some((one) => one === document.activeElement || one.contains(document.activeElement));

/** What is wrong with how the focus shows now; empty when nothing is. */
const faultOfFocus = (): string => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'nothing has the focus';
  // Where a page or a step begins: nothing can be done there, and it is read out instead.
  if (focused instanceof HTMLElement && focused.tabIndex === -1) return '';
  // A card wears the ring of the link that covers it.
  const ringed = [focused, focused.closest('article')].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!ringed) return `no ring around ${focused.outerHTML.slice(0, 160)}`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const within = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  if (!within) return `out of sight: ${focused.outerHTML.slice(0, 160)}`;
  const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
  const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
  const above = document.elementFromPoint(x, y);
  const related =
    above === null || focused.contains(above) || above.contains(focused) || above.closest('label') !== null;
  return related ? '' : `${above.outerHTML.slice(0, 120)} covers ${focused.outerHTML.slice(0, 120)}`;
};

/** Somebody without a mouse. Every stop of the focus must be seen, and no act may lose it. */
export class Keyboard {
  readonly #page: Page;
  readonly #faults = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Where the focus was not seen, so far. */
  get faults(): readonly string[] {
    return [...this.#faults];
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Types where the focus is, in place of what stands there. */
  async write(text: string): Promise<void> {
    await this.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text);
  }

  /** Goes on with Tab until that has the focus. @throws Error when it is not met within 150 stops */
  async tabTo(role: Role, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.#tab(this.#page.getByRole(role, { name, exact: true }), `${role} ${String(name)}`, key);
  }

  /** The same for a field by its label, whatever its kind. */
  async tabToField(label: string): Promise<void> {
    // The asterisk of a required field stands in its label too.
    const name = new RegExp(`^${label.replaceAll(/[()+.?]/g, String.raw`\$&`)}( \\*)?$`);
    await this.#tab(this.#page.getByRole('main').getByLabel(name), `field ${label}`, 'Tab');
  }

  async #tab(wanted: Locator, called: string, key: string): Promise<void> {
    // What the venue has yet to answer may bring it.
    await wanted.first().waitFor({ state: 'attached' });
    for (let stops = 0; stops < 150; stops += 1) {
      if (stops > 0 || !(await wanted.evaluateAll(isFocused))) {
        await this.press(key);
        const fault = await this.#page.evaluate(faultOfFocus);
        // From the end of the page the focus passes through the browser's own bars.
        if (fault !== '' && fault !== 'nothing has the focus') this.#faults.add(fault);
      }
      if (await wanted.evaluateAll(isFocused)) return;
    }
    throw new Error(`Tab never reaches ${called} at ${this.#page.url()}`);
  }

  /** Presses Enter on what has the focus, and waits until something of the page has it again. @throws Error when lost */
  async enter(): Promise<void> {
    await this.press('Enter');
    await this.kept();
  }

  /** Presses Enter on the link that has the focus, and waits until the page it leads to has it. */
  async follow(): Promise<void> {
    await arrivesBy(this.#page, () => this.press('Enter'));
  }

  /** @throws Error when the focus is on nothing, and stays there */
  async kept(): Promise<void> {
    // What had the focus may go only when the venue has answered, which takes a busy machine a while.
    await this.#page.waitForTimeout(400);
    const held = () => document.activeElement !== null && document.activeElement !== document.body;
    const back = this.#page.waitForFunction(held);
    await back.catch(() => {
      throw new Error(`the focus is lost at ${this.#page.url()}`);
    });
  }

  /** Opens a dialog with Enter, shows that the focus cannot leave it and comes back after Escape, and opens it again. */
  async openDialog(): Promise<Locator> {
    const opener = await this.#page.evaluateHandle(() => document.activeElement);
    const dialog = await this.intoDialog();
    for (let stops = 0; stops < 8; stops += 1) {
      await this.press('Tab');
      if (!(await dialog.evaluateAll(isFocused))) throw new Error('the focus leaves the dialog');
    }
    await this.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await this.#page.waitForFunction((one) => one === document.activeElement, opener);
    return this.intoDialog();
  }

  /** Opens a dialog with Enter, and waits until it has taken the focus: before that, Tab still goes on behind it. */
  async intoDialog(): Promise<Locator> {
    const dialog = this.#page.getByRole('dialog');
    await this.press('Enter');
    await dialog.locator(':focus').first().waitFor();
    return dialog;
  }
}
