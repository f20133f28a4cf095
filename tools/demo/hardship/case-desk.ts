import type { Locator } from 'playwright';
import type { Stage } from '../stage.ts';

/** A counselor's hands in a case. */
export interface CaseDesk extends Stage {
  /** A part of the page by its name. */
  part(name: string): Locator;
  /** Goes there with Tab, as somebody without a mouse does. */
  tabTo(target: Locator): Promise<void>;
  /** Goes to a box and types over what stands there. */
  fill(box: Locator, text: string): Promise<void>;
  /** Goes to a button and presses it. */
  push(button: Locator): Promise<void>;
  /** Brings a part to the top, for whoever looks at the picture. */
  show(part: Locator): Promise<void>;
  openFirst(): Promise<void>;
  take(): Promise<void>;
}

/** No page has more than so many places for the focus. */
const MOST_TABS = 150;

export function caseDesk(stage: Stage): CaseDesk {
  const { page } = stage.desk;
  const { hands } = stage.steps;
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      if (await target.evaluate(it => it.matches(':focus'))) return;
      await hands.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}.`);
  }
  return {
    ...stage,
    part,
    tabTo,
    async fill(box, text) {
      await tabTo(box);
      await hands.press('Control+a');
      await hands.type(text);
    },
    async push(button) {
      await tabTo(button);
      await hands.press('Enter');
    },
    show: shown => shown.evaluate(it => it.scrollIntoView({ block: 'start' })),
    async openFirst() {
      const row = page.getByRole('list', { name: /^Open cases/ }).getByRole('button');
      await row.first().waitFor();
      await hands.press('ArrowDown');
      await hands.press('Enter');
      await part('What the caller said').waitFor();
    },
    async take() {
      await hands.press('Control+t');
      await part('Case')
        .getByText(/^You have it since/)
        .waitFor();
    },
  };
}
