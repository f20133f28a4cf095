import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyMoved } from '#tests/support/card-call.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { approvedCard, stepsOn } from '#tools/demo/steps.ts';
import { type DrivenDesk, driveDesk } from '#tools/drive-desk.ts';
import { packageDesk } from '#tools/packaging/package-desk.ts';
import { packagedDesk } from '#tools/packaging/packaged-desk.ts';

let backend: TestBackend;
let folder: string;
let desk: DrivenDesk | undefined;
/** How a fuse is written into the program. */
const [off, on] = [...'01'].map(digit => digit.charCodeAt(0));
const packaged = packagedDesk('inspectable');

beforeAll(async () => {
  await packageDesk('inspectable');
  backend = await startTestBackend();
  folder = mkdtempSync(join(tmpdir(), 'remit-packaged-'));
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the package is no Node for others to start and loads nothing but its own archive', async () => {
  const fuses = await getCurrentFuseWire(packaged);
  expect(fuses[FuseV1Options.RunAsNode]).toBe(off);
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(off);
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(on);
  expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(on);
});

test('the package holds the bundle and SQLite, no sources and no test', () => {
  const archive = join(dirname(packaged), 'resources/app.asar');
  const files = listPackage(archive, { isPack: false });
  expect(files).toContain('/dist/electron/main.cjs');
  const foreign = files.filter(file => !/^\/(dist|node_modules|package\.json)/.test(file));
  expect(foreign).toEqual([]);
});

test('the packaged desk starts and takes a payment', async () => {
  desk = await driveDesk({ backendUrl: backend.url, dataFolder: folder, packaged });
  const steps = stepsOn(desk);
  await steps.signIn();
  await steps.startCall();
  await steps.sayNotice();
  await steps.locate();
  await steps.verify();
  await steps.readBalance();
  await steps.takeCard(approvedCard);
  await steps.confirm();
  expect(await steps.result()).toBe('Approved');
  // Only the thread that keeps the copy makes this file, and it was started out of the archive.
  await expect.poll(() => existsSync(join(folder, 'cache.db'))).toBe(true);
  expect(await moneyMoved(backend)).toMatchObject({ processorCharges: 1, ledgerCents: 31_240 });
});
