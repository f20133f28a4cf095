import { afterAll, beforeAll, expect, test } from 'vitest';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { paymentLink } from '#shared/search/payment-link.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { startTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const key = AttemptKey.parse('0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10');
const password = 'sandbox-only';
let backend: TestBackend;
let desk: TestDesk;
beforeAll(async () => {
  backend = await startTestBackend();
  desk = startTestDesk(backend.url);
});
afterAll(async () => {
  await desk.stop();
  await backend.stop();
});

const open = (...words: string[]) => desk.desk.links.open(['remit-desk', '.', ...words]);
const take = () => desk.ask('links.take', null);

test('a link that is opened while nobody is signed in waits for a supervisor, and is followed once', async () => {
  open(paymentLink(key));
  expect(await take()).toMatchObject({ ok: false, reason: 'signed_out' });
  await desk.value('session.signIn', { userId: 's.lindqvist', password });
  expect(await take()).toMatchObject({ value: { kind: 'payment', key } });
  expect(await take()).toMatchObject({ value: null });
});

test('one that is opened while the desk is locked waits until it is not', async () => {
  await desk.value('session.lock', null);
  open(paymentLink(key));
  expect(await take()).toMatchObject({ ok: false, reason: 'locked' });
  await desk.value('session.unlock', { password });
  expect(await take()).toMatchObject({ value: { kind: 'payment', key } });
});

test('one that leads to no payment is said to, whatever else it asks for', async () => {
  open(`${paymentLink(key)} --inspect`);
  expect(await take()).toMatchObject({ value: { kind: 'strange' } });
  open('--inspect');
  expect(await take()).toMatchObject({ value: null });
});

test('a representative is told that it is for supervisors, and hears nothing of the payment', async () => {
  await desk.value('session.signOut', null);
  await desk.value('session.signIn', { userId: 'r.ames', password });
  open(paymentLink(key));
  expect(await take()).toEqual({ ok: true, value: { kind: 'not_yours' } });
  expect(await take()).toMatchObject({ value: null });
});
