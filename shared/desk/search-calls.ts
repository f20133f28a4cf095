import { z } from 'zod';
import { Instant } from '../calendar/dates.ts';
import { paymentLifeRoutes } from '../contract/payment-life.ts';
import {
  PAYMENTS_ON_A_PAGE,
  paymentSearchRoutes,
  SearchedPayment,
} from '../contract/payment-search.ts';
import { call } from './call.ts';

const { searchPayments, totalPayments, searchChoices, savedViews, saveView, removeView } =
  paymentSearchRoutes;
const { paymentLife } = paymentLifeRoutes;

/** A payment as the copy has it: who took it, and since when its state stands, only the backend knows. */
const CopiedPayment = SearchedPayment.omit({ takenByName: true, stateAt: true });

/** A supervisor's search over payments. */
export const searchCalls = {
  'search.payments': call({ input: searchPayments.body, output: searchPayments.reply }),
  /**
   * The first page out of the desk's own copy, where the copy holds all of it; else null. Never asks the backend,
   * which may know better by now.
   */
  'search.copied': call({
    input: searchPayments.body.pick({ filters: true, sort: true }),
    output: z
      .object({
        payments: z.array(CopiedPayment).max(PAYMENTS_ON_A_PAGE),
        asOf: Instant,
        /** Whether there is nothing beyond this page. */
        isAll: z.boolean(),
      })
      .nullable(),
  }),
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
