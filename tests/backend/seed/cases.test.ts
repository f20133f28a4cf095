import { expect, test } from 'vitest';
import { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import { ageOn, daysBetween } from '#shared/calendar/dates.ts';
import { CardBrand } from '#shared/cards/brands.ts';
import { LedgerEvent } from '#shared/ledger/events.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { asOf, seedOf } from './seeds.ts';

/** What `npm run seed` gives unless told otherwise, without the people who are written by hand. */
const seeded = seedOf(5_000).slice(20);
const charges = seeded.flatMap(family => family.charges);
const patients = seeded.flatMap(family => family.patients);
const payments = seeded.flatMap(family => family.payments);
const representatives = seeded.flatMap(family => family.representatives);

function bucketOf(dueOn: string | undefined): string {
  if (dueOn === undefined) return 'not on a statement';
  const days = daysBetween(dueOn as typeof asOf, asOf);
  if (days <= 0) return 'current';
  if (days <= 30) return '1–30';
  if (days <= 60) return '31–60';
  return days <= 90 ? '61–90' : '91+';
}

test('every kind of charge occurs, open and closed, but the interest of a plan, which a run bills', () => {
  const kinds = new Set(ChargeKind.options.filter(kind => kind !== 'finance_charge'));
  const open = charges.filter(charge => charge.openCents > 0).map(charge => charge.kind);
  const closed = charges.filter(charge => charge.openCents === 0).map(charge => charge.kind);
  expect(new Set(open)).toEqual(kinds);
  expect(new Set(closed)).toEqual(kinds);
});

test('every standing with the insurer and every ageing bucket occurs', () => {
  expect(new Set(charges.map(charge => charge.insurance))).toEqual(
    new Set(InsuranceStanding.options),
  );
  const open = charges.filter(charge => charge.openCents > 0);
  expect(new Set(open.map(charge => bucketOf(charge.statement?.dueOn)))).toEqual(
    new Set(['not on a statement', 'current', '1–30', '31–60', '61–90', '91+']),
  );
});

test('every region, both languages and families of one to six occur', () => {
  const guarantors = seeded.map(family => family.guarantor);
  expect(new Set(guarantors.map(each => each.region))).toEqual(new Set(RegionCode.options));
  expect(new Set(guarantors.map(each => each.language))).toEqual(new Set(['en', 'es']));
  const sizes = seeded.map(family => family.patients.length);
  expect([...new Set(sizes)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { region, state } of guarantors) expect(regions[region].states).toContain(state);
});

test('about a third of the families have a premium account', () => {
  const premium = seeded.filter(({ accounts }) => accounts.some(each => each.ledger === 'premium'));
  expect(premium.length / seeded.length).toBeGreaterThan(0.28);
  expect(premium.length / seeded.length).toBeLessThan(0.4);
});

test('disputes, applications and plans are open somewhere', () => {
  const open = (closedOn: string | null) => closedOn === null;
  const disputes = seeded.flatMap(family => family.disputes);
  const applications = seeded.flatMap(family => family.applications);
  expect(disputes.some(each => open(each.closedOn))).toBe(true);
  expect(applications.some(each => open(each.closedOn))).toBe(true);
  expect(applications.some(each => !open(each.closedOn))).toBe(true);
  expect(seeded.flatMap(family => family.plans).length).toBeGreaterThan(3);
});

test('some patients are minors, deceased, locked, or under a guarantor who is no patient', () => {
  expect(patients.some(patient => ageOn(patient.birthDate, asOf) < 18)).toBe(true);
  expect(patients.some(patient => patient.deceasedOn !== null)).toBe(true);
  expect(patients.some(patient => patient.lockedAt !== null)).toBe(true);
  const withoutSelf = seeded.filter(
    family => !family.patients.some(patient => patient.relationship === 'self'),
  );
  expect(withoutSelf.length).toBeGreaterThan(0);
});

test('a guarantor is of age and alive, and a deceased patient was not treated afterwards', () => {
  for (const { guarantor, patients: members, charges: billed } of seeded) {
    expect(ageOn(guarantor.birthDate, asOf)).toBeGreaterThanOrEqual(18);
    for (const { relationship, deceasedOn, mrn } of members) {
      if (relationship === 'self') expect(deceasedOn).toBeNull();
      if (deceasedOn === null) continue;
      const own = billed.filter(charge => charge.account.mrn === mrn && charge.kind !== 'late_fee');
      const visits = own.filter(charge => charge.kind !== 'adjustment');
      expect(visits.every(charge => charge.servicedOn <= deceasedOn)).toBe(true);
    }
  }
});

test('authorisations are valid, run out, or without an end', () => {
  const ends = representatives.map(({ validUntil }) => validUntil);
  expect(ends.some(end => end === null)).toBe(true);
  expect(ends.some(end => end !== null && end < asOf)).toBe(true);
  expect(ends.some(end => end !== null && end > asOf)).toBe(true);
});

test('earlier payments are by all brands, posted and settled', () => {
  expect(new Set(payments.map(payment => payment.brand))).toEqual(new Set(CardBrand.options));
  expect(new Set(payments.map(payment => payment.state))).toEqual(new Set(['posted', 'settled']));
});

test('names with accents, apostrophes, hyphens and a single word occur', () => {
  const names = patients.map(patient => `${patient.givenName ?? ''} ${patient.familyName}`);
  expect(names.some(name => /[À-ɏḀ-ỿ]/.test(name))).toBe(true);
  expect(names.some(name => name.includes("'"))).toBe(true);
  expect(names.some(name => name.includes('ʻ'))).toBe(true);
  expect(names.some(name => name.includes('-'))).toBe(true);
  expect(patients.some(patient => patient.givenName === null)).toBe(true);
});

test('telephones and mail addresses reach nobody', () => {
  for (const { guarantor, patients: members } of seeded) {
    for (const { phone } of [guarantor, ...members]) expect(phone).toMatch(/^\d{3}55501\d\d$/);
    if (guarantor.email !== null) expect(guarantor.email).toMatch(/^[a-z.]+\d+@example\.org$/);
  }
});

test('the ledger is written by every event but those of payments taken at a desk, by a run, or that arrive, of waivers and of awards', () => {
  const events = new Set(seeded.flatMap(family => family.entries.map(entry => entry.event)));
  const ofPayments =
    /^(card|ach|received)_payment_|^ach_returned_|^payment_received$|^credit_applied$|^late_fee_waived$|^finance_charge_billed$|^assistance_awarded$/;
  expect(events).toEqual(new Set(LedgerEvent.options.filter(event => !ofPayments.test(event))));
});
