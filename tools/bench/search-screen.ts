import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { newSecrets } from '#backend/secrets.ts';
import { stepsOn } from '../demo/steps.ts';
import { driveDesk } from '../drive-desk.ts';
import type { BackendGiven } from '../faults/backend-child.ts';
import { startChild } from '../faults/child.ts';
import { paintedAfter, watchForFrame, watchForRows } from './painted-rows.ts';

const backendFile = new URL('../faults/backend-child.ts', import.meta.url);

/** What somebody does who searches, with what is done before it is measured; each round asks what was not asked yet. */
interface Act {
  ready(page: Page, round: number): Promise<void>;
  act(page: Page, round: number): Promise<void>;
  /** What is waited for; the rows of the backend's answer when left out. */
  watch?(page: Page): Promise<void>;
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Search', exact: true });
const atLeast = (page: Page) => page.getByLabel('At least', { exact: true });
const atMost = (page: Page) => page.getByLabel('At most', { exact: true });
const typed = (text: (round: number) => string): Act => ({
  ready: (page, round) => box(page).fill(text(round).slice(0, -1)),
  act: (page, round) => box(page).press(text(round).slice(-1)),
});

/** An amount of its own, so that no answer is one that the page still has. */
const amongThose = async (page: Page, round: number) => {
  await box(page).fill('');
  await atLeast(page).fill(`${round + 2}.37`);
};

const acts: Readonly<Record<string, Act>> = {
  'nothing but a frame': {
    ready: page => page.getByRole('grid', { name: 'Payments found' }).focus(),
    watch: watchForFrame,
    act: page => page.keyboard.press('Shift'),
  },
  'the last digit of an MRN': typed(round => `000${10_101 + round * 7}`),
  'the last digit of a card': typed(round => `${4_207 + round * 11}`),
  'the last letter of a name': typed(round => `family${12_340 + round * 3}`),
  'a digit of an amount': {
    ready: (page, round) => atMost(page).fill(`${round + 2}`),
    act: page => atMost(page).press('5'),
  },
  'another order': {
    async ready(page, round) {
      await amongThose(page, round + 100);
      await page.getByRole('grid', { name: 'Payments found' }).focus();
    },
    act: page => page.keyboard.press('Control+5'),
  },
  'a region': {
    async ready(page, round) {
      await amongThose(page, round + 200);
      await page.getByLabel('Region', { exact: true }).focus();
    },
    act: page => page.keyboard.press('H'),
  },
};

const PHASE = "desk.ask('desk.state', null).then(state => state.value?.sync.phase)";
const LONGEST_PULL_S = 900;

async function copyIsWhole(page: Page): Promise<void> {
  for (let second = 0; second < LONGEST_PULL_S; second += 1) {
    if ((await page.evaluate(PHASE)) === 'current') return;
    await wait(1_000);
  }
  throw new Error('The copy of the desk did not become whole.');
}

/**
 * From the key to the rows on the screen of the real desk, in ms, for each act: against a backend of its own on the
 * database, with the desk's copy whole.
 */
export async function measureScreen(
  databaseUrl: string,
  rounds: number,
  heard: (name: string, took: readonly number[]) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-screen-'));
  const { noticeSecret, vaultKey } = newSecrets();
  const processorUrl = 'http://127.0.0.1:9';
  const given: BackendGiven = {
    databaseUrl,
    processorUrl,
    noticeSecret,
    vaultKey,
    clockAheadMs: 0,
  };
  const backend = await startChild<string>(backendFile, given, join(folder, 'backend.log'));
  const desk = await driveDesk({ backendUrl: backend.ready, dataFolder: join(folder, 'desk') });
  const { page } = desk;
  try {
    await stepsOn(desk).signIn('s.lindqvist');
    await copyIsWhole(page);
    await page.keyboard.press('F6');
    await page.getByRole('grid', { name: 'Payments found' }).waitFor();
    for (const [name, { ready, act, watch = watchForRows }] of Object.entries(acts)) {
      const took: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await page.getByRole('button', { name: 'Clear all' }).click();
        await ready(page, round);
        await wait(700);
        await watch(page);
        await act(page, round);
        const painted = await paintedAfter(page);
        if (painted !== null) took.push(painted);
      }
      heard(name, took);
    }
  } finally {
    await desk.close();
    await backend.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
