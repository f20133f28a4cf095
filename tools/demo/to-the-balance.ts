import type { Stage } from './stage.ts';

type Parts = Pick<Stage, 'steps' | 'step'>;

/** Every call begins alike: the notice, who it is about, who calls, and the balance. */
export async function callAgain({ steps, step }: Parts, what: string): Promise<void> {
  await step(what, async () => {
    await steps.startCall();
    await steps.sayNotice();
    await steps.locate();
    await steps.verify();
  });
}

/** Signs in, and goes step by step as far as a verified caller who knows the balance. */
export async function callToTheBalance({ steps, step }: Parts): Promise<void> {
  await step('sign in', () => steps.signIn());
  await step('start the call', () => steps.startCall());
  await step('say the recording notice', () => steps.sayNotice());
  await step('locate by medical record number', () => steps.locate());
  await step('verify the caller by two factors', () => steps.verify());
  await step('read the balance', () => steps.readBalance());
}
