import { join } from 'node:path';
import { SANDBOX_PASSWORD } from '#backend/sign-in/sandbox-accounts.ts';
import { saveTo } from '../card-call.ts';
import type { Stage } from '../stage.ts';

/** One page of a supervisor's workspace: what is done there before its picture is taken. */
export interface Stop {
  readonly name: string;
  readonly work: (stage: Stage) => Promise<void>;
}

const sees = ({ desk }: Stage, text: string | RegExp) =>
  desk.page.getByText(text).first().waitFor();

/** The pages in the order in which a supervisor's day goes through them. */
export const tour: readonly Stop[] = [
  {
    name: 'what went wrong, with owner and age',
    async work(stage) {
      await stage.steps.hands.press('F2');
      await stage.desk.page.getByRole('region', { name: 'Exceptions', exact: true }).waitFor();
    },
  },
  {
    name: 'every payment, found at once',
    async work(stage) {
      await stage.steps.hands.press('F6');
      await stage.desk.page.getByRole('grid', { name: 'Payments found' }).waitFor();
      await sees(stage, /^\d[\d,]* payments?$/);
    },
  },
  {
    name: 'one payment from key press to settlement',
    async work({ desk, steps }) {
      await desk.page.getByRole('grid', { name: 'Payments found' }).focus();
      await steps.hands.press('Enter');
      const payment = desk.page.getByRole('region', { name: 'Payment', exact: true });
      await payment.getByRole('heading', { name: 'Timeline' }).waitFor();
    },
  },
  {
    name: 'the payments as a file for a spreadsheet',
    async work(stage) {
      await saveTo(stage.desk, join(stage.folder, 'payments.csv'));
      await stage.steps.hands.press('Control+e');
      await stage.desk.page.getByRole('menuitem', { name: 'Payments found: CSV' }).click();
      await sees(stage, /payments\.csv/);
    },
  },
  {
    name: 'applications for assistance',
    async work(stage) {
      await stage.steps.hands.press('F8');
      await stage.desk.page
        .getByRole('region', { name: 'Applications to decide', exact: true })
        .waitFor();
    },
  },
  {
    name: 'the runs of the day',
    async work(stage) {
      await stage.steps.hands.press('F4');
      const runs = stage.desk.page.getByRole('region', { name: 'Runs', exact: true });
      await runs.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
  {
    name: 'a business day against processor, bank and ledger',
    async work(stage) {
      await stage.steps.hands.press('Shift+F4');
      await stage.desk.page.getByRole('table', { name: /What moved on/ }).waitFor();
    },
  },
  {
    name: 'the day is closed and signed',
    async work(stage) {
      await stage.desk.page.getByRole('textbox', { name: /^Password of/ }).fill(SANDBOX_PASSWORD);
      await stage.steps.hands.press('Control+Enter');
      await sees(stage, /closed this day on/);
    },
  },
  {
    name: 'the floor now and over time',
    async work(stage) {
      await stage.steps.hands.press('Shift+F8');
      await stage.desk.page.getByRole('group', { name: /^Sums taken on each day/ }).waitFor();
    },
  },
  {
    name: 'the audit trail',
    async work(stage) {
      await stage.steps.hands.press('Shift+F6');
      await stage.desk.page.getByRole('grid', { name: 'Records, the newest first' }).waitFor();
    },
  },
  {
    name: 'the whole trail is verified',
    async work(stage) {
      await stage.desk.page.getByRole('button', { name: 'Verify the whole trail' }).click();
      await sees(stage, /^Whole: /);
    },
  },
  {
    name: 'who looked at which patient, and why',
    async work(stage) {
      await stage.steps.hands.press('Shift+F3');
      await stage.desk.page
        .getByRole('region', { name: 'Who looked at whom', exact: true })
        .waitFor();
    },
  },
  {
    name: 'unlocking a record',
    async work(stage) {
      await stage.steps.hands.press('F3');
      await stage.desk.page.getByRole('heading', { name: 'Unlock a record' }).waitFor();
    },
  },
];
