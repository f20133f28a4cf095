import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/dates.ts';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';
import { letterOf } from '../letters/letter-desk.ts';
import { type Bill, billed, day, stepsOf } from './bills.ts';
import { collector, hold } from './collector.ts';

const LATER = 3_600_000;
let backend: TestBackend;
let daily: ReturnType<typeof collector>;
beforeAll(async () => {
  // Nobody but the test sends a letter.
  backend = await startTestBackend({ postEveryMs: LATER });
  daily = collector(backend);
  await daily.run(day('2027-03-01'));
});
afterAll(async () => {
  await daily.close();
  await backend.stop();
});

/** Its day 90 is 2 June, and day 120 is 2 July. */
const billedOn = day('2027-03-04');
const dueOn = addDays(billedOn, 30);
const noticeOn = addDays(billedOn, 90);

async function lettersAbout({ accountId }: Bill) {
  const { rows } = await backend.pool.query(
    `SELECT letter_id AS id, sent_on::text AS sent, withdrawn_at IS NOT NULL AS withdrawn
     FROM letter JOIN collections_notice AS notice ON notice.notice_id = collections_notice_id
     WHERE account_id = $1 ORDER BY asked_at`,
    [accountId],
  );
  return rows;
}

describe('the written notice', () => {
  it('is one letter for an account, in the language of whoever owes, and nothing follows for 30 days', async () => {
    const english = await billed(backend, { dueOn, billedOn });
    await billed(backend, { dueOn, billedOn, beside: english });
    const spanish = await billed(backend, { dueOn, billedOn, language: 'es' });
    await daily.run(addDays(noticeOn, -1));
    expect(await lettersAbout(english)).toEqual([]);
    await daily.run(noticeOn);
    await daily.send();
    const [letter, ...more] = await lettersAbout(english);
    expect([letter.sent, more]).toEqual([noticeOn, []]);
    expect((await letterOf(backend, letter.id)).text).toMatch(
      /unpaid medical bill.*Financial assistance is available.*\$800\.00.*Nothing before.*July 2, 2027/s,
    );
    const [carta] = await lettersAbout(spanish);
    expect((await letterOf(backend, carta.id)).text).toMatch(
      /ayuda económica.*2 de julio de 2027/s,
    );
    await daily.run(addDays(noticeOn, 29));
    expect((await stepsOf(backend, english)).join()).not.toContain('extraordinary');
    await daily.run(addDays(noticeOn, 30));
    expect(await stepsOf(backend, english)).toContain(
      `extraordinary_action ${addDays(noticeOn, 30)}`,
    );
  });

  it('is withdrawn when a hold begins before it leaves, and written again when the clock runs', async () => {
    const bill = await billed(backend, { dueOn, billedOn });
    await daily.run(noticeOn);
    await hold(backend, bill, { kind: 'dispute', from: noticeOn, until: addDays(noticeOn, 1) });
    await daily.send();
    expect(await lettersAbout(bill)).toMatchObject([{ sent: null, withdrawn: true }]);
    await daily.run(addDays(noticeOn, 1));
    expect(await lettersAbout(bill)).toHaveLength(1);
    await daily.run(addDays(noticeOn, 2));
    await daily.send();
    expect(await lettersAbout(bill)).toMatchObject([
      { withdrawn: true },
      { sent: addDays(noticeOn, 2), withdrawn: false },
    ]);
  });
});
