import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeDesk, verifiedOn, type WholeDesk } from '#tests/support/e2e-desk.ts';
import { approvedCard, checkingAccount } from '#tools/demo/steps.ts';

let whole: WholeDesk;

beforeAll(async () => {
  whole = await openWholeDesk();
});
afterAll(() => whole.end());

test('a call with a new card takes at most sixteen actions, typed characters aside', async () => {
  await verifiedOn(whole);
  const { steps } = whole;
  await steps.takeCard(approvedCard);
  await steps.confirm();
  await steps.hands.press('F8');
  await whole.desk.page.getByText('Said: confirmation number').waitFor();
  await steps.wrapUp();
  expect(steps.hands.actions()).toBeLessThanOrEqual(16);
});

test('a call with a debit of a bank account takes at most eighteen', async () => {
  const { steps } = whole;
  const before = steps.hands.actions();
  await steps.startCall();
  await steps.sayNotice();
  await steps.locate();
  await steps.verify();
  await whole.desk.page.getByText('$972.20', { exact: true }).first().waitFor();
  await steps.takeAccount(checkingAccount);
  await steps.readAuthorisation();
  await steps.hands.press('Control+Enter');
  await steps.waitForResult('Approved');
  await steps.hands.press('F8');
  await whole.desk.page.getByText('Said: confirmation number').waitFor();
  await steps.wrapUp();
  expect(steps.hands.actions() - before).toBeLessThanOrEqual(18);
});

test('a call with a stored card takes at most twelve, and no number is typed', async () => {
  const another = await openWholeDesk();
  try {
    await verifiedOn(another);
    const { steps, desk } = another;
    await steps.takeCard(approvedCard);
    await steps.keepCard();
    await steps.confirm();
    await steps.wrapUp();
    const before = steps.hands.actions();
    await steps.startCall();
    await steps.sayNotice();
    await steps.locate();
    await steps.verify();
    await steps.takeKeptCard();
    await steps.hands.press('Control+Enter');
    await steps.waitForResult('Approved');
    await steps.hands.press('F8');
    await desk.page.getByText('Said: confirmation number').waitFor();
    await steps.wrapUp();
    expect(steps.hands.actions() - before).toBeLessThanOrEqual(12);
  } finally {
    await another.end();
  }
});
