import { assistanceLetter } from './es/assistance-letter.ts';
import { authorisation } from './es/authorisation.ts';
import { collectionsNotice } from './es/collections-notice.ts';
import { collectionsSaid } from './es/collections-said.ts';
import { disclosure } from './es/disclosure.ts';
import { household } from './es/household.ts';
import { letter } from './es/letter.ts';
import { method } from './es/method.ts';
import { spokenPlanChange } from './es/plan-changes.ts';
import { receipt } from './es/receipt.ts';
import { spoken } from './es/spoken.ts';

/** What is read aloud, in Spanish; a test holds its keys against the English ones. */
export const spanish = {
  assistanceLetter,
  authorisation,
  collectionsNotice,
  collectionsSaid,
  disclosure,
  household,
  letter,
  method,
  receipt,
  spoken,
  spokenPlanChange,
};
