import type { Reply } from '#shared/desk/refusal.ts';
import type { TestDesk } from './test-desk.ts';

export type Ask = (desk: TestDesk) => Promise<Reply<unknown>>;

export interface Question {
  /** Brings a desk that nobody is signed in at to where this can be asked. */
  readonly prepare: (desk: TestDesk) => Promise<void>;
  readonly ask: Ask;
}
