import type pg from 'pg';
import { openStream, type Stream } from '#backend/seed/draws/stream.ts';
import { drawUuid } from '#backend/seed/draws/uuid.ts';
import { places } from '#backend/seed/people/places.ts';
import { Mrn } from '#shared/identifiers/mrn.ts';
import { linesOf } from '#shared/ledger/events.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import type { RegionCode } from '#shared/organization/regions.ts';

/** Somebody who owes for care, and nothing else has ever happened to them. */
export interface Debtor {
  readonly number: number;
  readonly guarantorId: string;
  readonly mrn: Mrn;
  readonly region: RegionCode;
  readonly owesCents: Cents;
}

export interface DebtorsWanted {
  readonly seed: string;
  readonly plans: number;
  readonly regions: readonly RegionCode[];
}

const BILLED_ON = '2026-10-20';
const BEGAN_MS = Date.UTC(2026, 9, 20);

/** From a cent to ten million dollars, most often what a hospital's bill is. */
function drawAmount(stream: Stream): number {
  const [from, to] = stream.pickWeighted([
    [6, [1, 99]],
    [14, [100, 9_999]],
    [60, [10_000, 600_000]],
    [14, [600_000, 10_000_000]],
    [5, [10_000_000, 900_000_000]],
    [1, [1_000_000_000, 1_000_000_000]],
  ] as const);
  return stream.int(from, to);
}

/** One to three charges that add up to it. */
function splitIn(stream: Stream, amount: number): number[] {
  const parts: number[] = [];
  let left = amount;
  for (let count = stream.int(1, 3); count > 1 && left > 1; count -= 1) {
    parts.push(stream.int(1, left - 1));
    left -= parts.at(-1) ?? 0;
  }
  return [...parts, left];
}

function drawDebtor({ seed, regions }: DebtorsWanted, number: number) {
  const stream = openStream(`debtor ${seed} ${number}`);
  const region = regions[number % regions.length] ?? stream.pick(regions);
  const place = stream.pick(places[region]);
  const digits = String(number).padStart(6, '0');
  const accountId = drawUuid(stream, BEGAN_MS);
  const charges = splitIn(stream, drawAmount(stream)).map((amount, at) => {
    const chargeId = drawUuid(stream, BEGAN_MS + at + 1);
    const part = { accountId, chargeId, ledger: 'medical', amountCents: cents(amount) } as const;
    return {
      chargeId,
      amount,
      entryId: drawUuid(stream, BEGAN_MS),
      lines: linesOf('charge_billed', [part]),
    };
  });
  const owesCents = cents(charges.reduce((sum, { amount }) => sum + amount, 0));
  const [city, state, postalCode] = [place.city, place.state, stream.pick(place.postalCodes)];
  return {
    number,
    guarantorId: `900${digits}`,
    billPayNumber: `9000${digits}`,
    mrn: Mrn.parse(`90${digits}`),
    accountId,
    accountNumber: `90-${digits}`,
    phone: `${place.areaCode}5550100`,
    ...{ region, city, state, postalCode, owesCents, charges },
  };
}

const insert = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS given (number int, "guarantorId" text,
      "billPayNumber" text, mrn text, "accountId" uuid, "accountNumber" text, phone text, region text, city text,
      state text, "postalCode" text, "owesCents" bigint, charges jsonb)),
    people AS (INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street,
        postal_code, city, state, phone, region, language)
      SELECT "guarantorId", "billPayNumber", 'Plan', 'Payer', '1980-05-05', '1 Ledger Street', "postalCode", city,
        state, phone, region, 'en' FROM given),
    patients AS (INSERT INTO patient (mrn, guarantor_id, given_name, family_name, birth_date, street, postal_code,
        city, state, phone, relationship)
      SELECT mrn, "guarantorId", 'Plan', 'Payer', '1980-05-05', '1 Ledger Street', "postalCode", city, state, phone,
        'self' FROM given)
  INSERT INTO account (account_id, account_number, guarantor_id, mrn, ledger, balance_cents)
  SELECT "accountId", "accountNumber", "guarantorId", mrn, 'medical', "owesCents" FROM given`;

const owed = `
  FROM jsonb_to_recordset($1::jsonb) AS given ("accountId" uuid, "guarantorId" text, charges jsonb),
    jsonb_to_recordset(charges) AS each ("chargeId" uuid, amount bigint, "entryId" uuid, lines jsonb)`;

const bill = `
  INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
  SELECT "chargeId", "accountId", "guarantorId", 'facility', 'Hospital care', $2::date, amount, 'none' ${owed}`;

const enter = `SELECT enter_lines("entryId", "guarantorId", 'charge_billed', lines, $2::date) ${owed}`;

/** Makes so many debtors, the same for the same seed, spread over the regions; their bills are in the ledger. */
export async function makeDebtors(pool: pg.Pool, wanted: DebtorsWanted): Promise<Debtor[]> {
  const drawn = Array.from({ length: wanted.plans }, (_, number) => drawDebtor(wanted, number));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(insert, [JSON.stringify(drawn)]);
    for (const each of [bill, enter]) await client.query(each, [JSON.stringify(drawn), BILLED_ON]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  await pool.query('ANALYZE');
  return drawn.map(({ guarantorId, mrn, region, owesCents, number }) => ({
    number,
    guarantorId,
    mrn,
    region,
    owesCents,
  }));
}
