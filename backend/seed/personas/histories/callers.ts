import type { CalendarDate } from '#shared/calendar/dates.ts';
import { issueStatement } from '../../family/statements.ts';
import { personas } from '../../personas.ts';
import { accountOf, type PersonaFamily } from '../persona-family.ts';
import { visit } from '../visit.ts';

const { dmitri, edith, ruth, suharti, thao, walter, ximena } = personas;

const clinic = { kind: 'office_visit', description: 'Video visit, primary care' } as const;

export const suhartiAlone: PersonaFamily = {
  members: [suharti],
  writeBills(book) {
    const visited = visit(book, accountOf(book, suharti), {
      daysAgo: 33,
      lines: [{ ...clinic, billed: 18_000, insurerPaid: 6_000, adjusted: 2_400 }],
    });
    issueStatement(book, visited, 15);
  },
};

export const dangelo: PersonaFamily = {
  members: [ruth, walter],
  deceased: { persona: walter, daysAgo: 96 },
  writeBills(book) {
    accountOf(book, ruth);
    const lastStay = visit(book, accountOf(book, walter), {
      daysAgo: 97,
      lines: [
        {
          kind: 'facility',
          description: 'Intensive care, three nights',
          billed: 5_480_000,
          insurerPaid: 4_020_000,
          adjusted: 1_300_000,
        },
        { kind: 'deductible', description: 'Deductible, hospital stay', billed: 120_000 },
      ],
    });
    issueStatement(book, lastStay, 58);
  },
};

export const stClairOsei: PersonaFamily = {
  members: [edith],
  writeBills(book) {
    book.representatives.push(
      { mrn: edith.mrn, name: 'Naomi Osei', validUntil: book.calendar.daysAgo(-320) },
      { mrn: edith.mrn, name: 'Gerald Pike', validUntil: book.calendar.daysAgo(45) },
    );
    const visited = visit(book, accountOf(book, edith), {
      daysAgo: 50,
      lines: [
        {
          kind: 'imaging',
          description: 'Echocardiogram',
          billed: 142_000,
          insurerPaid: 88_000,
          adjusted: 32_450,
        },
      ],
    });
    issueStatement(book, visited, 36);
  },
};

export const volkov: PersonaFamily = {
  members: [dmitri],
  locked: { persona: dmitri, daysAgo: 2 },
  writeBills(book) {
    const visited = visit(book, accountOf(book, dmitri), {
      daysAgo: 44,
      insurance: 'none',
      lines: [{ ...clinic, billed: 16_500, adjusted: 3_300 }],
    });
    issueStatement(book, visited, 40);
  },
};

export const nguyenDo: PersonaFamily = {
  members: [thao],
  writeBills(book) {
    const visited = visit(book, accountOf(book, thao), {
      daysAgo: 28,
      lines: [{ kind: 'copay', description: 'Copay, primary care', billed: 3_000 }],
    });
    issueStatement(book, visited, 25);
  },
};

export const vargas: PersonaFamily = {
  members: [ximena],
  payer: {
    givenName: 'Raúl',
    familyName: 'Vargas',
    birthDate: '1986-04-13' as CalendarDate,
    phone: ximena.phone,
  },
  writeBills(book) {
    const visited = visit(book, accountOf(book, ximena), {
      daysAgo: 37,
      lines: [
        {
          kind: 'office_visit',
          description: 'Well-child visit',
          billed: 24_800,
          insurerPaid: 17_000,
          adjusted: 4_300,
        },
      ],
    });
    issueStatement(book, visited, 32);
  },
};
