import type { Page } from 'playwright';

/**
 * Two hands on a keyboard. Keys that do something are counted as actions; characters that are typed
 * are not (the count the product promises is "typed characters aside").
 */
export interface Hands {
  /** Presses a key on the desk's page, or on another: the capture view. */
  press(key: string, on?: Page): Promise<void>;
  /** Strikes a key whose page is gone before the key could come up again. */
  strike(key: string, on: Page): Promise<void>;
  type(text: string): Promise<void>;
  actions(): number;
}

export function handsOn(page: () => Page): Hands {
  let actions = 0;
  return {
    async press(key, on = page()) {
      actions += 1;
      await on.keyboard.press(key);
    },
    async strike(key, on) {
      actions += 1;
      // It may be gone before it can say that the key went down.
      await on.keyboard.down(key).catch(failure => {
        if (!on.isClosed()) throw failure;
      });
    },
    type: text => page().keyboard.type(text),
    actions: () => actions,
  };
}
