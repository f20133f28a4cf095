import { dueDayOf } from '#shared/hardship/due-in.ts';
import { openItem } from '../../hardship/open-item.ts';
import { type CameUp, endWhatPassed, whatCameUp } from '../../hardship/what-came-up.ts';
import { countedItems, noteItems } from '../counted-items.ts';
import type { RunDay, RunParts, RunStep } from '../run-step.ts';

const KIND = 'hardship';

/** Gives one thing to the counselors; under the guarantor's lock it is looked for again, so that two servers give it once. */
async function give({ db }: RunParts, day: RunDay, { kind, about, guarantorId, cents }: CameUp) {
  const { region, today, now } = day;
  await db.transaction().execute(async trx => {
    await trx
      .selectFrom('guarantor')
      .where('guarantor_id', '=', guarantorId)
      .select('guarantor_id')
      .forNoKeyUpdate()
      .execute();
    const isOpen = (await whatCameUp(trx, day, guarantorId)).some(
      each => each.kind === kind && each.about === about,
    );
    if (!isOpen) return;
    await openItem(trx, { guarantorId, kind, about, dueOn: dueDayOf(kind, today), now });
    await noteItems(trx, { kind: KIND, region, today }, [{ id: about, cents }]);
  });
}

/** Broken promises and plans that are not paid become something to do in the guarantor's case. */
export const openHardshipItems: RunStep = {
  kind: KIND,
  fromHour: 7,
  async run(parts, day, report) {
    const { region, today, now } = day;
    await endWhatPassed(parts.db, region, now);
    const cameUp = await whatCameUp(parts.db, day);
    for (const [done, each] of cameUp.entries()) {
      report({ done, total: cameUp.length });
      await give(parts, day, each);
    }
    const result = await countedItems(parts.db, { kind: KIND, region, today });
    report({ done: result.done, total: result.done });
    return result;
  },
};
