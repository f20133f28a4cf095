import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '#backend/database/connect.ts';
import { personas } from '#backend/seed/personas.ts';
import { type Cents, cents } from '#shared/money/cents.ts';
import { allocateOldestFirst, type PayableCharge } from '#shared/payments/allocation.ts';
import { copyTemplate } from '#tests/support/test-backend.ts';

let template: Awaited<ReturnType<typeof copyTemplate>>;
let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  template = await copyTemplate();
  pool = openPool(template.databaseUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await template.drop();
});

const { guarantorId } = personas.meiLing;
const day = fc.constantFrom('2026-01-05', '2026-03-01', '2026-09-09');
const chargeToPay = fc.record({
  openCents: fc.integer({ min: 1, max: 500 }),
  dueOn: fc.option(day),
  servicedOn: day,
});

async function insertCharges(charges: readonly PayableCharge[]): Promise<void> {
  const { rows } = await pool.query(
    `WITH issued AS (INSERT INTO statement VALUES ('T-1', $1, '2020-01-01', '2026-01-01', 0)
      ON CONFLICT DO NOTHING)
     SELECT account_id FROM account WHERE guarantor_id = $1 LIMIT 1`,
    [guarantorId],
  );
  for (const { chargeId, openCents, dueOn, servicedOn } of charges) {
    await pool.query(
      `INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on,
         statement_number, due_on, billed_cents, insurance)
       VALUES ($1, $2, $3, 'copay', 'A copay', $4, $5, $6, $7, 'none')`,
      [
        chargeId,
        rows[0].account_id,
        guarantorId,
        servicedOn,
        dueOn ? 'T-1' : null,
        dueOn,
        openCents,
      ],
    );
  }
}

it('the database splits an amount, oldest first, exactly as the desk does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(chargeToPay, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 2_500 }),
      async (drawn, amount) => {
        const charges = drawn.map(charge => ({
          ...charge,
          chargeId: randomUUID(),
          openCents: cents(charge.openCents),
        }));
        await pool.query('BEGIN');
        await insertCharges(charges);
        const { rows } = await pool.query(
          'SELECT charge_id AS "chargeId", amount_cents AS "amountCents" FROM split_payment($1, $2, NULL)',
          [guarantorId, amount],
        );
        await pool.query('ROLLBACK');
        const byCharge = (left: { chargeId: string }, right: { chargeId: string }) =>
          left.chargeId.localeCompare(right.chargeId);
        const expected = allocateOldestFirst(amount as Cents, charges);
        expect(rows.sort(byCharge)).toEqual(expected.sort(byCharge));
      },
    ),
    { numRuns: 60 },
  );
});
