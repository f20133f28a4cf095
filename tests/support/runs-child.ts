import { sandboxAch } from '#backend/ach/compose-ach.ts';
import { connect, openPool } from '#backend/database/connect.ts';
import { httpProcessor } from '#backend/processor/http.ts';
import { noPost } from '#backend/receipts/post.ts';
import { runDue } from '#backend/runs/run-due.ts';
import { runSteps } from '#backend/runs/steps.ts';

/** Does what is due, or one kind of it, as a process that can be killed in the middle; small pieces, so that there is one. */
const [databaseUrl = '', processorUrl = '', atMs = '', vaultKey = '', kind] = process.argv.slice(2);
const ahead = Number(atMs) - Date.now();
const db = connect(openPool(databaseUrl, 3));
const processor = httpProcessor({ url: processorUrl, timeoutMs: 1_500 });
const openAch = (clock: () => number) => sandboxAch({ db, clock, vaultKey });
const parts = {
  db,
  processor,
  post: noPost,
  openAch,
  clock: () => Date.now() + ahead,
  leaseMs: 1_500,
  pieceSize: 2,
};
const steps = runSteps.filter(step => kind === undefined || step.kind === kind);
await runDue(parts, steps, {
  ended: ({ line }) => console.log(line),
  failed: error => console.error(error),
});
await db.destroy();
