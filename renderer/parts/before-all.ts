import { config } from 'zod';
import { trustTextOnly } from './trusted-text.ts';

// Imported before everything else, because catalogues and profiles are parsed while modules load.
// Without `jitless` zod tries to compile its schemas, which the page's policy forbids and reports.
config({ jitless: true });
trustTextOnly();
