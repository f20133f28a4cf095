import { expect, test } from 'vitest';
import type { Family } from '#backend/seed/family/family.ts';
import type { Persona } from '#backend/seed/personas/persona.ts';
import { personas } from '#backend/seed/personas.ts';
import { ageOn, daysBetween } from '#shared/calendar/dates.ts';
import { asOf, seedOf } from './seeds.ts';

const seeded = seedOf(60);

function familyOf({ guarantorId }: Persona): Family {
  const family = seeded.find(each => each.guarantor.guarantorId === guarantorId);
  if (!family) throw new Error(`No family of ${guarantorId}.`);
  return family;
}

function chargesOf(persona: Persona) {
  return familyOf(persona).charges.filter(charge => charge.openCents > 0);
}

function daysPastDue(charge: Family['charges'][number]): number {
  return charge.statement ? daysBetween(charge.statement.dueOn, asOf) : 0;
}

function owedBy(persona: Persona, ledger: 'medical' | 'premium' = 'medical') {
  const open = chargesOf(persona).filter(charge => charge.account.ledger === ledger);
  const pastDue = open.filter(charge => daysPastDue(charge) > 0);
  const total = (charges: typeof open) => charges.reduce((sum, each) => sum + each.openCents, 0);
  const oldest = Math.max(0, ...pastDue.map(daysPastDue));
  return { dueCents: total(open), pastDueCents: total(pastDue), oldest };
}

function patientOf(persona: Persona) {
  return familyOf(persona).patients.find(patient => patient.mrn === persona.mrn);
}

test('every hand-written person is in every seed that has room, as written', () => {
  for (const persona of Object.values(personas)) {
    const { guarantor } = familyOf(persona);
    expect(guarantor.billPayNumber).toBe(persona.billPayNumber);
    expect(patientOf(persona)).toMatchObject({
      givenName: persona.givenName,
      familyName: persona.familyName,
      birthDate: persona.birthDate,
      postalCode: persona.postalCode,
      phone: persona.phone,
    });
    const numbers = familyOf(persona).accounts.map(account => account.accountNumber);
    expect(numbers).toContain(persona.medicalAccount);
    if (persona.premiumAccount) expect(numbers).toContain(persona.premiumAccount);
  }
});

test('Marisol owes $1,284.60, of which $312.40 is past due, the oldest for 47 days', () => {
  expect(owedBy(personas.marisol)).toEqual({ dueCents: 128_460, pastDueCents: 31_240, oldest: 47 });
  const [knee, laboratory, visit] = chargesOf(personas.marisol);
  expect(knee).toMatchObject({ kind: 'imaging', insurance: 'paid', openCents: 21_240 });
  expect(laboratory).toMatchObject({ kind: 'laboratory', insurance: 'paid', openCents: 10_000 });
  expect(visit).toMatchObject({ kind: 'office_visit', insurance: 'pending', openCents: 97_220 });
  expect(visit?.account.mrn).toBe(personas.tomas.mrn);
});

test('Marisol has paid $80.00 once, by card', () => {
  const { payments } = familyOf(personas.marisol);
  expect(payments).toMatchObject([{ amountCents: 8_000, brand: 'visa', last4: '1234' }]);
});

test('Tomás and Ximena are minors; the guarantor of Ximena is not a patient', () => {
  for (const child of [personas.tomas, personas.ximena]) {
    expect(ageOn(child.birthDate, asOf)).toBeLessThan(18);
  }
  const { guarantor, patients } = familyOf(personas.ximena);
  expect(guarantor).toMatchObject({ givenName: 'Raúl', familyName: 'Vargas' });
  expect(patients.map(patient => patient.relationship)).toEqual(['child']);
});

test('Consuelo speaks Spanish and owes on both ledgers', () => {
  expect(familyOf(personas.consuelo).guarantor.language).toBe('es');
  expect(owedBy(personas.consuelo)).toEqual({ dueCents: 38_675, pastDueCents: 33_000, oldest: 32 });
  const premium = { dueCents: 82_500, pastDueCents: 41_250, oldest: 18 };
  expect(owedBy(personas.consuelo, 'premium')).toEqual(premium);
});

test('Walter is deceased and Ruth, his guarantor, is not', () => {
  expect(patientOf(personas.walter)?.deceasedOn).not.toBeNull();
  expect(patientOf(personas.ruth)).toMatchObject({ deceasedOn: null, relationship: 'self' });
});

test('Edith has one authorised representative, and one whose authorisation has run out', () => {
  const { representatives } = familyOf(personas.edith);
  const valid = representatives.filter(each => each.validUntil === null || each.validUntil >= asOf);
  expect(valid.map(each => each.name)).toEqual(['Naomi Osei']);
  expect(representatives).toHaveLength(2);
});

test('Dmitri is locked, Priya disputes, Darnell has applied and Hannah has a plan', () => {
  expect(patientOf(personas.dmitri)).toMatchObject({ verificationFailures: 3 });
  expect(patientOf(personas.dmitri)?.lockedAt).not.toBeNull();
  expect(familyOf(personas.priya).disputes).toMatchObject([{ closedOn: null }]);
  expect(familyOf(personas.darnell).applications).toMatchObject([
    { programme: 'mfa', closedOn: null },
  ]);
  expect(familyOf(personas.hannah).plans).toMatchObject([
    { months: 6, instalmentCents: 20_000, remainingCents: 120_000 },
  ]);
});

test('Earl is 121 days past due, Mei-Ling owes nothing, Bertram owes $268,431.55', () => {
  expect(owedBy(personas.earl)).toEqual({ dueCents: 25_000, pastDueCents: 25_000, oldest: 121 });
  expect(owedBy(personas.meiLing)).toEqual({ dueCents: 0, pastDueCents: 0, oldest: 0 });
  expect(owedBy(personas.bertram).dueCents).toBe(26_843_155);
});

test('Leilani has 300 open charges, and Otis owes in every ageing bucket', () => {
  expect(chargesOf(personas.leilani)).toHaveLength(300);
  const days = chargesOf(personas.otis).map(daysPastDue);
  expect(days).toEqual([100, 75, 45, 15, -15, 0]);
});
