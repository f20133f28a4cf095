import { inject } from 'vitest';

// `tmpdir` asks for it each time, and so does every process that a test starts.
process.env.TMPDIR = inject('filesOfTheRun');
