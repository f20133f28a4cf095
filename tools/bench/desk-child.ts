import { logFailure } from '#electron/log/log.ts';
import { steadyHeap } from '#electron/start/steady-heap.ts';
import { serveParent } from '../faults/child-side.ts';
import { type PullAsked, pullBeside } from './pull-beside.ts';

/** The desk under the bench in a process of its own, as at a workstation. */
steadyHeap();
serveParent('ready', { pull: (asked: PullAsked) => pullBeside(asked, logFailure) });
