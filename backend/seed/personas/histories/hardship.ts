import { newId } from '../../family/book.ts';
import { openDispute, openPlan } from '../../family/circumstances.ts';
import { issueStatement } from '../../family/statements.ts';
import { personas } from '../../personas.ts';
import { accountOf, type PersonaFamily } from '../persona-family.ts';
import { payOn, visit } from '../visit.ts';

const { darnell, earl, hannah, priya } = personas;

export const raman: PersonaFamily = {
  members: [priya],
  writeBills(book) {
    const [suite, pathology] = visit(book, accountOf(book, priya), {
      daysAgo: 72,
      lines: [
        {
          kind: 'facility',
          description: 'Outpatient surgery suite',
          billed: 384_000,
          insurerPaid: 216_000,
          adjusted: 98_000,
        },
        {
          kind: 'laboratory',
          description: 'Pathology, two specimens',
          billed: 41_000,
          insurerPaid: 21_500,
          adjusted: 9_800,
        },
      ],
    });
    if (!suite || !pathology) return;
    issueStatement(book, [suite, pathology], 55);
    openDispute(book, suite, 12);
  },
};

export const booker: PersonaFamily = {
  members: [darnell],
  email: 'darnell.booker@example.org',
  writeBills(book) {
    const emergency = visit(book, accountOf(book, darnell), {
      daysAgo: 84,
      insurance: 'none',
      lines: [
        {
          kind: 'facility',
          description: 'Emergency department, level 4',
          billed: 286_000,
          adjusted: 57_200,
        },
        {
          kind: 'imaging',
          description: 'CT of the abdomen with contrast',
          billed: 214_000,
          adjusted: 42_800,
        },
      ],
    });
    issueStatement(book, emergency, 80);
    book.applications.push({
      applicationId: newId(book),
      programme: 'mfa',
      openedOn: book.calendar.daysAgo(18),
      closedOn: null,
    });
  },
};

export const lindstrom: PersonaFamily = {
  members: [hannah],
  email: 'hannah.lindstrom@example.org',
  writeBills(book) {
    const birth = visit(book, accountOf(book, hannah), {
      daysAgo: 61,
      lines: [
        {
          kind: 'facility',
          description: 'Labor and delivery',
          billed: 1_640_000,
          insurerPaid: 1_180_000,
          adjusted: 340_000,
        },
      ],
    });
    issueStatement(book, birth, 47);
    openPlan(book, birth, { months: 6, nextDueInDays: 9 });
  },
};

export const vanDyke: PersonaFamily = {
  members: [earl],
  writeBills(book) {
    const account = accountOf(book, earl);
    const [scan] = visit(book, account, {
      daysAgo: 163,
      lines: [
        {
          kind: 'imaging',
          description: 'Ultrasound of the abdomen',
          billed: 76_000,
          insurerPaid: 29_000,
          adjusted: 18_500,
        },
      ],
    });
    if (!scan) return;
    issueStatement(book, [scan], 151);
    payOn(book, 118, scan, 5_000);
    const fee = visit(book, account, {
      daysAgo: 89,
      insurance: 'none',
      lines: [
        { kind: 'late_fee', description: 'Late fee, ultrasound of the abdomen', billed: 1_500 },
      ],
    });
    issueStatement(book, fee, 86);
  },
};
