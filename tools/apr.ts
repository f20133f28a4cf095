import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { annualPercentageRate } from '#shared/apr/annual-percentage-rate.ts';
import { readQuestion, Unanswerable } from './apr/question.ts';
import { faultSentences, USAGE } from './apr/sentences.ts';

async function textOf(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    // npm changes to the folder of the project; the file is named from where it was started.
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'There is no file' : 'No text can be read from';
    throw new Unanswerable(`${why} ${file}.`, { cause: error });
  }
}

async function answer(file: string): Promise<string> {
  const result = annualPercentageRate(readQuestion(await textOf(file)));
  if (!result.ok) throw new Unanswerable(faultSentences[result.fault]);
  const { aprPercent, unitPeriod, financeChargeCents, totalOfPaymentsCents } = result.figures;
  return JSON.stringify({ aprPercent, unitPeriod, financeChargeCents, totalOfPaymentsCents });
}

const words = process.argv.slice(2);
const [file = ''] = words;
if (words.includes('--help')) console.log(USAGE);
else if (words.length !== 1 || file === '' || /^-./.test(file)) {
  console.error('Name one file with the question, or - for the standard input; --help says more.');
  process.exitCode = 2;
} else {
  try {
    console.log(await answer(file));
  } catch (error) {
    console.error(error instanceof Unanswerable ? error.message : error);
    process.exitCode = 1;
  }
}
