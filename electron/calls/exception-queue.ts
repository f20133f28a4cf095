import type { exceptionQueueCalls } from '#shared/desk/exception-queue-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** A supervisor's queue of what went wrong. Nothing of it is kept at this desk: without the backend it is refused. */
export function exceptionQueueHandlers({
  backend,
}: DeskParts): SomeHandlers<keyof typeof exceptionQueueCalls> {
  return {
    'exceptions.list': query => backend.ask('exceptionQueue', { query }),
    'exceptions.counts': () => backend.ask('exceptionCounts', {}),
    'exceptions.read': params => backend.ask('exception', { params }),
    'exceptions.take': params => backend.ask('takeException', { params }),
    'exceptions.putBack': params => backend.ask('putBackException', { params }),
    'exceptions.handOver': ({ caseId, ...body }) =>
      backend.ask('handOverException', { params: { caseId }, body }),
    'exceptions.colleagues': params => backend.ask('exceptionColleagues', { params }),
    'exceptions.resolve': ({ caseId, ...body }) =>
      backend.ask('resolveException', { params: { caseId }, body }),
  };
}
