import { z } from 'zod';
import { FeeWaiver } from '../billing/fee-waiver.ts';
import { waiverRoutes } from '../contract/waivers.ts';
import { call } from './call.ts';

/** Late fees that a caller asks not to pay. The id is minted by the page when its form opens and kept with it. */
export const waiverCalls = {
  'waivers.ask': call({
    input: waiverRoutes.askWaiver.body
      .omit({ verificationId: true })
      .extend({ waiverId: z.uuid() }),
    output: FeeWaiver,
  }),
  /** Of the guarantor whose bill the verified caller hears, the newest first. */
  'waivers.list': call({ input: z.null(), output: waiverRoutes.waivers.reply }),
};
