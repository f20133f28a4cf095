import type { Page } from 'playwright';

/**
 * Two hands on a keyboard. Keys that do something are counted as actions; characters that are typed
 * are not (the count the product promises is "typed characters aside").
 */
export interface Hands {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  actions(): number;
}

export function handsOn(page: () => Page): Hands {
  let actions = 0;
  return {
    async press(key) {
      actions += 1;
      await page().keyboard.press(key);
    },
    type: text => page().keyboard.type(text),
    actions: () => actions,
  };
}
