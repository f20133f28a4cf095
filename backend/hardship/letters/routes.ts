import type { FastifyInstance } from 'fastify';
import { instantOf } from '#shared/calendar/dates.ts';
import { personOf } from '../../http/caller.ts';
import { serve } from '../../http/serve.ts';
import { keepWords, wordsOf } from '../../letters/write-letter.ts';
import type { BackendParts } from '../../server.ts';
import { noteLooked } from '../note-looked.ts';
import { guarantorOfLetter, lettersOfCase } from './read-letters.ts';

/** Letters about applications for assistance: which there are, and each as it leaves. */
export function assistanceLetterRoutes(app: FastifyInstance, { db, clock }: BackendParts): void {
  /** Whoever asks first has it written: what is shown here is what leaves. */
  async function writtenOut(letterId: string): Promise<Buffer> {
    const now = instantOf(clock());
    const words = await wordsOf(db, letterId, now);
    return (await db.transaction().execute(trx => keepWords(trx, words, now))).pdf;
  }

  serve(app, 'assistanceLetters', async ({ params }, caller) => {
    const person = personOf(caller);
    const { guarantorId, letters } = await lettersOfCase(db, person, params.caseId);
    if (letters.length > 0) {
      await noteLooked(
        db,
        person,
        { action: 'letters_listed', guarantorId, hourly: true },
        clock(),
      );
    }
    return { letters };
  });

  serve(app, 'assistanceLetter', async ({ params }, caller) => {
    const person = personOf(caller);
    const { letterId } = params;
    const guarantorId = await guarantorOfLetter(db, person, letterId);
    const looked = { action: 'letter_opened', guarantorId, reason: letterId } as const;
    await noteLooked(db, person, looked, clock());
    return writtenOut(letterId);
  });
}
