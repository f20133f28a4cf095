import { card } from './en/card.ts';
import { common } from './en/common.ts';
import { problems } from './en/problems.ts';
import { receipt } from './en/receipt.ts';
import { spoken } from './en/spoken.ts';
import { summary } from './en/summary.ts';

/** Every namespace of the English catalogue. */
export const english = { card, common, problems, receipt, spoken, summary };
