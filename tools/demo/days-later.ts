import { addDays, dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Stage } from './stage.ts';

/** Another shift, days later: out, the sandbox moves, and in again, perhaps as somebody else. */
export async function daysLater(
  { desk, steps, step, sandbox }: Stage,
  days: number,
  userId?: string,
): Promise<void> {
  const date = addDays(dateIn('America/Los_Angeles', instantOf(Date.now())), days);
  await step('sign out', () => signOut(desk));
  await step(`the sandbox moves ${days} days`, async () => {
    await sandbox.moveTo(date);
  });
  await step('sign in, days later', () => steps.signIn(userId));
}

/** The desk is handed to somebody else. */
export async function handTo({ desk, steps, step }: Stage, userId: string): Promise<void> {
  await step(`${userId} signs in`, async () => {
    await signOut(desk);
    await steps.signIn(userId);
  });
}

async function signOut({ page }: Stage['desk']): Promise<void> {
  await page.getByRole('banner').getByRole('button', { expanded: false }).first().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}
