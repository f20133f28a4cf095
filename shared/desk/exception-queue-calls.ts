import { z } from 'zod';
import {
  ExceptionFilter,
  ExceptionHandover,
  ExceptionResolution,
  exceptionQueueRoutes,
} from '../contract/exception-queue.ts';
import { call } from './call.ts';

const {
  exceptionQueue,
  exceptionCounts,
  exception,
  takeException,
  putBackException,
  handOverException,
  exceptionColleagues,
  resolveException,
} = exceptionQueueRoutes;

const ofCase = z.strictObject({ caseId: z.uuid() });

/** A supervisor's queue of what went wrong. Nothing of it is kept at this desk. */
export const exceptionQueueCalls = {
  'exceptions.list': call({ input: ExceptionFilter, output: exceptionQueue.reply }),
  'exceptions.counts': call({ input: z.null(), output: exceptionCounts.reply }),
  'exceptions.read': call({ input: ofCase, output: exception.reply }),
  'exceptions.take': call({ input: ofCase, output: takeException.reply }),
  'exceptions.putBack': call({ input: ofCase, output: putBackException.reply }),
  'exceptions.handOver': call({
    input: ofCase.extend(ExceptionHandover.shape),
    output: handOverException.reply,
  }),
  'exceptions.colleagues': call({ input: ofCase, output: exceptionColleagues.reply }),
  'exceptions.resolve': call({
    input: ofCase.extend(ExceptionResolution.shape),
    output: resolveException.reply,
  }),
};
