import { issueStatement } from '../../family/statements.ts';
import { personas } from '../../personas.ts';
import { accountOf, type PersonaFamily } from '../persona-family.ts';
import { payOn, visit } from '../visit.ts';

const { marisol, tomas } = personas;

/** The bill of the README and the demo: $1,284.60 due, $312.40 of it 47 days past due. */
export const oneilDang: PersonaFamily = {
  members: [marisol, tomas],
  email: 'marisol.oneil-dang@example.org',
  writeBills(book) {
    const [knee, laboratory] = visit(book, accountOf(book, marisol), {
      daysAgo: 79,
      lines: [
        {
          kind: 'imaging',
          description: 'MRI of the knee without contrast, deductible',
          billed: 169_000,
          insurerPaid: 94_000,
          adjusted: 45_760,
        },
        {
          kind: 'laboratory',
          description: 'Comprehensive metabolic panel, deductible',
          billed: 38_000,
          insurerPaid: 20_000,
          adjusted: 8_000,
        },
      ],
    });
    if (!knee || !laboratory) return;
    issueStatement(book, [knee, laboratory], 77);
    payOn(book, 50, knee, 8_000);
    const sprain = visit(book, accountOf(book, tomas), {
      daysAgo: 40,
      insurance: 'pending',
      lines: [
        {
          kind: 'office_visit',
          description: 'Office visit, orthopedics, with casting',
          billed: 97_220,
        },
      ],
    });
    issueStatement(book, sprain, 23);
  },
};
