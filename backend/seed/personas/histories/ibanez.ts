import { cents } from '#shared/money/cents.ts';
import { bill } from '../../family/charges.ts';
import { issueStatement } from '../../family/statements.ts';
import { personas } from '../../personas.ts';
import { accountOf, type PersonaFamily } from '../persona-family.ts';
import { payOn, visit } from '../visit.ts';

const { consuelo, hector } = personas;

const PREMIUM_CENTS = 41_250;

/** Care and coverage side by side: $386.75 medical, $825.00 premium, of which $412.50 is past due. */
export const ibanez: PersonaFamily = {
  members: [consuelo, hector],
  email: 'consuelo.ibanez@example.org',
  writeBills(book) {
    const removal = visit(book, accountOf(book, consuelo), {
      daysAgo: 66,
      lines: [
        {
          kind: 'procedure',
          description: 'Removal of a skin lesion',
          billed: 74_000,
          insurerPaid: 31_200,
          adjusted: 14_300,
        },
        { kind: 'copay', description: 'Copay, specialist', billed: 4_500 },
      ],
    });
    issueStatement(book, removal, 62);
    const inhaler = visit(book, accountOf(book, hector), {
      daysAgo: 30,
      lines: [
        {
          kind: 'prescription',
          description: 'Albuterol inhaler, 90 mcg',
          billed: 8_675,
          insurerPaid: 3_000,
        },
      ],
    });
    issueStatement(book, inhaler, 20);
    const premiums = accountOf(book, consuelo, 'premium');
    for (const monthsAgo of [2, 1, 0]) {
      const month = book.calendar.monthAgo(monthsAgo);
      const issuedDaysAgo = 18 + monthsAgo * 30;
      const [premium] = bill(book, premiums, issuedDaysAgo, [
        {
          kind: 'premium',
          description: `Premium, Silver 70 HMO, ${month.name}`,
          billedCents: cents(PREMIUM_CENTS),
          insurance: 'none',
        },
      ]);
      if (!premium) return;
      issueStatement(book, [premium], issuedDaysAgo);
      if (monthsAgo === 2) payOn(book, issuedDaysAgo - 12, premium, PREMIUM_CENTS);
    }
  },
};
