import { z } from 'zod';
import { AssistanceLetterKind } from '../assistance/assistance-letter.ts';
import { assistanceLetterRoutes } from '../contract/assistance-letters.ts';
import { call } from './call.ts';

/** Letters about applications for assistance, which the backend writes and sends. */
export const letterCalls = {
  'letters.ofCase': call({
    input: z.strictObject({ caseId: z.uuid() }),
    output: assistanceLetterRoutes.assistanceLetters.reply,
  }),
  /** As PDF, word for word as it leaves; null when nobody named a file. */
  'letters.save': call({
    input: z.strictObject({ letterId: z.uuid(), kind: AssistanceLetterKind }),
    output: z.object({ savedAs: z.string().nullable() }),
  }),
  /** False when nobody chose a printer. */
  'letters.print': call({
    input: z.strictObject({ letterId: z.uuid(), kind: AssistanceLetterKind }),
    output: z.object({ printed: z.boolean() }),
  }),
};
