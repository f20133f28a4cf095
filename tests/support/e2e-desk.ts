import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personas } from '#backend/seed/personas.ts';
import { type Steps, stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';
import { type FaultLine, openFaultLine } from '#tools/faults/fault-line.ts';
import { valueInPage } from './ask-in-page.ts';
import { startTestBackend, type TestBackend, type TestBackendOptions } from './test-backend.ts';

/** The real desk in the real Electron, the real backend, and a line between them that can break. */
export interface WholeDesk {
  readonly backend: TestBackend;
  readonly line: FaultLine;
  readonly folder: string;
  /** The desk that runs now; `restart` brings another. */
  desk: DrivenDesk;
  steps: Steps;
  /** Starts the desk again on the same files, after it has ended or was killed. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function openWholeDesk(
  delayMs = 1_500,
  options: TestBackendOptions = {},
): Promise<WholeDesk> {
  const backend = await startTestBackend(options);
  const line = await openFaultLine(backend.url, { delayMs: () => delayMs });
  const folder = mkdtempSync(join(tmpdir(), 'remit-e2e-'));
  const open = () => driveDesk({ backendUrl: line.url, dataFolder: folder });
  const desk = await open();
  const whole: WholeDesk = {
    backend,
    line,
    folder,
    desk,
    steps: stepsOn(desk),
    async restart() {
      whole.desk = await open();
      whole.steps = stepsOn(whole.desk);
    },
    async end() {
      await whole.desk.close().catch(() => undefined);
      await line.close();
      await backend.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return whole;
}

/** As far as a verified caller whose balance is on the screen, for somebody who has signed in. */
export async function verifiedCallOn({ steps }: WholeDesk): Promise<void> {
  await steps.startCall();
  await steps.sayNotice();
  await steps.locate();
  await steps.verify();
  await steps.readBalance();
}

/**
 * The same without the keyboard, for tests of what comes after: the page's own questions are asked from
 * inside it, and it shows what they led to.
 */
export async function askedCallOn({ desk: { page }, steps }: WholeDesk): Promise<void> {
  const { mrn, birthDate, phone } = personas.marisol;
  await valueInPage(page, 'call.start', { language: 'en', interpreter: false, tty: false });
  await valueInPage(page, 'call.said', { script: 'recording_notice' });
  await valueInPage(page, 'patients.choose', { mrn });
  await valueInPage(page, 'verification.begin', { callerRole: 'patient' });
  await valueInPage(page, 'verification.answer', { factor: 'birth_date', said: birthDate });
  await valueInPage(page, 'verification.answer', { factor: 'phone', said: phone });
  await page.getByText('Caller verified').waitFor();
  await steps.readBalance();
}

/** Signs in, and goes as far as a verified caller whose balance is on the screen. */
export async function verifiedOn(whole: WholeDesk): Promise<void> {
  await whole.steps.signIn();
  await verifiedCallOn(whole);
}
