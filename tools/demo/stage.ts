import type { DrivenDesk } from '../drive-desk.ts';
import type { Recording } from './record.ts';
import type { DemoSandbox } from './sandbox.ts';
import type { Steps } from './steps.ts';

/** What a scenario is played on: an open desk, its backend, and a folder for what it leaves. */
export interface Stage {
  readonly desk: DrivenDesk;
  readonly steps: Steps;
  readonly step: Recording['step'];
  readonly sandbox: DemoSandbox;
  readonly folder: string;
}

/** What a scenario tells in the end, by name; `confirmationNumber` where money was taken. */
export type Played = Readonly<Record<string, string | number>>;
