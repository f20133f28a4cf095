import type { ChargeKind } from '#shared/billing/charge.ts';
import type { SeededCharge } from '../../family/family.ts';
import { issueStatement } from '../../family/statements.ts';
import { personas } from '../../personas.ts';
import { accountOf, type PersonaFamily } from '../persona-family.ts';
import { payOn, visit } from '../visit.ts';

const { bertram, leilani, meiLing, otis } = personas;

export const wong: PersonaFamily = {
  members: [meiLing],
  email: 'meiling.wong@example.org',
  writeBills(book) {
    const [mammogram] = visit(book, accountOf(book, meiLing), {
      daysAgo: 70,
      lines: [
        {
          kind: 'imaging',
          description: 'Screening mammogram, both sides',
          billed: 39_000,
          insurerPaid: 22_000,
          adjusted: 12_500,
        },
      ],
    });
    if (!mammogram) return;
    issueStatement(book, [mammogram], 60);
    payOn(book, 41, mammogram, 4_500);
  },
};

export const fitzgeraldHale: PersonaFamily = {
  members: [bertram],
  writeBills(book) {
    const transplant = visit(book, accountOf(book, bertram), {
      daysAgo: 58,
      insurance: 'denied',
      lines: [
        { kind: 'procedure', description: 'Liver transplant', billed: 18_442_655 },
        {
          kind: 'facility',
          description: 'Intensive care, eleven nights',
          billed: 7_920_000,
        },
        { kind: 'laboratory', description: 'Tissue typing, donor and patient', billed: 480_500 },
      ],
    });
    issueStatement(book, transplant, 26);
  },
};

const dialysis: readonly (readonly [ChargeKind, string])[] = [
  ['facility', 'Dialysis center, four hours'],
  ['procedure', 'Hemodialysis'],
  ['laboratory', 'Renal function panel'],
  ['prescription', 'Epoetin alfa, 4,000 units'],
];

/** Every other day for 300 days; the insurer leaves a few dollars of each charge. */
export const kaahumanu: PersonaFamily = {
  members: [leilani],
  writeBills(book) {
    const account = accountOf(book, leilani);
    let unstated: SeededCharge[] = [];
    for (let line = 0; line < 300; line += 1) {
      const daysAgo = 302 - line;
      const [kind, description] = dialysis[line % dialysis.length] ?? ['procedure', 'Hemodialysis'];
      const billed = 21_000 + ((line * 3_700) % 29_000);
      const left = 600 + ((line * 37) % 900);
      const charges = visit(book, account, {
        daysAgo,
        lines: [{ kind, description, billed, insurerPaid: billed - left }],
      });
      unstated.push(...charges);
      if (line % 30 !== 29) continue;
      issueStatement(book, unstated, daysAgo - 1);
      unstated = [];
    }
  },
};

/** One visit a month: not due yet, then 1–30, 31–60, 61–90 and 91 days or more past due. */
const otisVisits = [
  { daysAgo: 140, issuedDaysAgo: 130, kind: 'office_visit', billed: 20_500, left: 8_200 },
  { daysAgo: 118, issuedDaysAgo: 105, kind: 'laboratory', billed: 9_400, left: 2_350 },
  { daysAgo: 84, issuedDaysAgo: 75, kind: 'prescription', billed: 4_800, left: 1_940 },
  { daysAgo: 55, issuedDaysAgo: 45, kind: 'procedure', billed: 52_000, left: 15_615 },
  { daysAgo: 29, issuedDaysAgo: 15, kind: 'coinsurance', billed: 11_275, left: 11_275 },
] as const;

const otisServices = {
  office_visit: 'Cardiology consultation',
  laboratory: 'Lipid panel',
  prescription: 'Atorvastatin 20 mg, 90 tablets',
  procedure: 'Joint injection, shoulder',
  coinsurance: 'Coinsurance 20 %, physical therapy',
};

export const freeman: PersonaFamily = {
  members: [otis],
  writeBills(book) {
    const account = accountOf(book, otis);
    for (const { daysAgo, issuedDaysAgo, kind, billed, left } of otisVisits) {
      const charges = visit(book, account, {
        daysAgo,
        lines: [{ kind, description: otisServices[kind], billed, insurerPaid: billed - left }],
      });
      issueStatement(book, charges, issuedDaysAgo);
    }
    visit(book, account, {
      daysAgo: 6,
      insurance: 'pending',
      lines: [{ kind: 'imaging', description: 'Chest X-ray, two views', billed: 21_600 }],
    });
  },
};
