import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** What a person may do about the copy of the records. */
export function syncHandlers({
  sync,
}: DeskParts): SomeHandlers<'sync.pause' | 'sync.resume' | 'sync.rebuild'> {
  return {
    'sync.pause'() {
      sync.order('pause');
      return null;
    },

    'sync.resume'() {
      sync.order('resume');
      return null;
    },

    'sync.rebuild'() {
      sync.order('rebuild');
      return null;
    },
  };
}
