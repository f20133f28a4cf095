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
  await step('sign in, days later', async () => {
    await steps.signIn(userId);
    // A desk follows within seconds; a call that began before would have taken days.
    await desk.page
      .getByRole('banner')
      .getByText(`Sandbox date: ${saidHere(date)}`)
      .waitFor();
  });
}

/** The day of a desk that stands here while it is noon in California: `Sun, November 29, 2026`. */
const saidHere = (date: string) =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  }).format(Date.parse(`${date}T20:00Z`));

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
