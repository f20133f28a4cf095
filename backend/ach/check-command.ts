import { parseArgs } from 'node:util';
import { BadArguments } from '../command/typed-words.ts';
import { checkAchFile } from './read-file.ts';
import { reportForMachines, reportForPeople } from './show-report.ts';

const USAGE = 'usage: npm run ach:check -- FILE [--json], where - as FILE reads standard input';

function readArguments(words: string[]): { file: string; json: boolean } {
  const options = { json: { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, json: values.json };
  } catch (error) {
    throw new BadArguments(USAGE, { cause: error });
  }
  throw new BadArguments(USAGE);
}

try {
  const { file, json } = readArguments(process.argv.slice(2));
  const report = await checkAchFile(file);
  if (json) console.log(JSON.stringify(reportForMachines(report)));
  else console.log(reportForPeople(report).join('\n'));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
