import { z } from 'zod';
import { paymentLifeRoutes } from '../contract/payment-life.ts';
import { paymentSearchRoutes } from '../contract/payment-search.ts';
import { call } from './call.ts';

const { searchPayments, totalPayments, searchChoices, savedViews, saveView, removeView } =
  paymentSearchRoutes;
const { paymentLife } = paymentLifeRoutes;

/** A supervisor's search over payments. Nothing of it is kept at this desk. */
export const searchCalls = {
  'search.payments': call({ input: searchPayments.body, output: searchPayments.reply }),
  'search.totals': call({ input: totalPayments.body, output: totalPayments.reply }),
  'search.choices': call({ input: z.null(), output: searchChoices.reply }),
  'search.views': call({ input: z.null(), output: savedViews.reply }),
  'search.saveView': call({
    input: saveView.body.extend({ viewId: z.uuid() }),
    output: saveView.reply,
  }),
  'search.life': call({ input: paymentLife.params, output: paymentLife.reply }),
  'search.removeView': call({ input: removeView.params, output: removeView.reply }),
};
