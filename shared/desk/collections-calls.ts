import { z } from 'zod';
import { CollectionsShown } from '../collections/account-timeline.ts';
import { call } from './call.ts';

/** Where collections stand. Asked of the backend each time: nothing of it is kept at the desk. */
export const collectionsCalls = {
  /** Of the verified caller on the line. */
  'collections.read': call({ input: z.null(), output: CollectionsShown }),
  'collections.ofCase': call({
    input: z.strictObject({ caseId: z.uuid() }),
    output: CollectionsShown,
  }),
};
