import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { originateAch } from '#backend/ach/originate/originate-ach.ts';
import { connect, openPool } from '#backend/database/connect.ts';

/** Writes the file of the cut-off and says where it stands; whoever started it kills it there. */
const [databaseUrl = '', vaultKey = '', now = '', where = ''] = process.argv.slice(2);
const db = connect(openPool(databaseUrl, 3));
const parts = sandboxAch({ db, clock: () => Number(now), vaultKey });

async function stop(): Promise<void> {
  process.stdout.write('standing\n');
  await new Promise<void>(resolve => setTimeout(resolve, 600_000));
}

await originateAch({
  ...parts,
  bank: {
    ...parts.bank,
    async handOver(id, text) {
      if (where === 'before the bank') await stop();
      await parts.bank.handOver(id, text);
      await stop();
    },
  },
});
