import { z } from 'zod';

/** The fifty states and the District of Columbia, in the order of their names. */
export const stateCodes =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  );

/** The postal code of a state or of the District of Columbia. */
export const StateCode = z
  .string()
  .refine(code => stateCodes.includes(code))
  .brand<'StateCode'>();
export type StateCode = z.infer<typeof StateCode>;
