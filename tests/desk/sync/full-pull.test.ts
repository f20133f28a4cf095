import { expect, test } from 'vitest';
import { chargeOf, mrnOf, nameOf } from '#tools/bench/made-up-families.ts';
import { countIn, deskOn, feedOf, syncOf } from './sync-desk.ts';

test('everything is pulled, page by page, and then kept up to date', async () => {
  const feed = await feedOf(95);
  const desk = await deskOn(feed);
  await expect.poll(async () => (await syncOf(desk)).phase).toBe('current');
  expect(await syncOf(desk)).toMatchObject({
    done: 95,
    total: 95,
    refused: { count: 0, last: null },
    trouble: null,
  });
  expect(
    feed.asked.filter(each => each.since?.includes('.p.') || each.since === null),
  ).toHaveLength(10);
  expect(countIn(desk, 'charge')).toBe(190);

  feed.log.push(chargeOf(7, 5, { openCents: 77 }));
  feed.say('changed');
  await expect.poll(() => countIn(desk, 'charge')).toBe(191);

  const found = await desk.value('patients.find', { by: 'mrn', mrn: mrnOf(7) as never });
  expect(found).toMatchObject({ source: 'copy', patients: [{ name: nameOf(7) }] });
});
