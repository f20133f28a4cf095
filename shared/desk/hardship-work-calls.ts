import { z } from 'zod';
import {
  Callback,
  CaseToClose,
  Handover,
  hardshipWorkRoutes,
  ItemDone,
  PriorityToSet,
  Takeover,
} from '../contract/hardship-work.ts';
import { HardshipCase } from '../hardship/case.ts';
import { call } from './call.ts';

const ofCase = { caseId: z.uuid() };
const ofItem = { ...ofCase, itemId: z.uuid() };

/** What a counselor does in a case of their own; each answers with the case as it then is. */
export const hardshipWorkCalls = {
  'cases.callBack': call({
    input: z.strictObject({ ...ofItem, callback: Callback }),
    output: HardshipCase,
  }),
  'cases.finishItem': call({
    input: z.strictObject({ ...ofItem, done: ItemDone }),
    output: HardshipCase,
  }),
  'cases.setPriority': call({
    input: PriorityToSet.extend(ofCase),
    output: HardshipCase,
  }),
  'cases.close': call({
    input: z.strictObject({ ...ofCase, close: CaseToClose }),
    output: HardshipCase,
  }),
  'cases.takeOver': call({
    input: z.strictObject({ ...ofCase, takeover: Takeover }),
    output: HardshipCase,
  }),
  'cases.handOver': call({
    input: z.strictObject({ ...ofCase, handover: Handover }),
    output: HardshipCase,
  }),
  'cases.colleagues': call({
    input: z.strictObject(ofCase),
    output: hardshipWorkRoutes.caseColleagues.reply,
  }),
};
