import { buildDesk } from './build-desk.ts';

await buildDesk();
