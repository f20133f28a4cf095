import { BadArguments } from '#backend/command/typed-words.ts';
import { readArguments } from './plan/arguments.ts';
import { makePlan, PlanRefused } from './plan/make-plan.ts';
import { asJson, asTable } from './plan/print.ts';
import { USAGE } from './plan/usage.ts';

try {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) console.log(USAGE);
  else console.log(wanted.json ? asJson(makePlan(wanted)) : asTable(makePlan(wanted)));
} catch (error) {
  if (!(error instanceof BadArguments || error instanceof PlanRefused)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof BadArguments ? 2 : 1;
}
