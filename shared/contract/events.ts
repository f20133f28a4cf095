import { z } from 'zod';

export const EVENTS_PATH = '/v1/events';

/**
 * What the backend says unasked, as server-sent events with a JSON body: that there is something to ask
 * for. `changed`: the feed has more; `wipe`: forget what was pulled; `session`: the session, its role or its
 * regions are others now. Losing one costs freshness, never truth.
 */
export const BackendEvent = z.object({ kind: z.enum(['changed', 'wipe', 'session']) });
export type BackendEvent = z.infer<typeof BackendEvent>;
