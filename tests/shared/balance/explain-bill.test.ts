import { describe, expect, it, test } from 'vitest';
import { explainBill } from '#shared/balance/explain.ts';
import { readOut } from '#shared/balance/read-out.ts';
import type { Balance } from '#shared/billing/balance.ts';
import { ChargeKind, InsuranceStanding } from '#shared/billing/charge.ts';
import { createWords, type Language } from '#shared/words/words.ts';
import { aCharge, coverageAccountId, marisol, today } from './marisol.ts';

const words = createWords('en');

function explained(balance: Balance, language: Language): string[] {
  return explainBill(balance, today).map(sentence => readOut(sentence, words, language, today));
}

const id = '99999999-9999-4999-8999-999999999999';

/** Everything at once: shares of every kind, a premium, a dispute, an application, a plan. */
const everything: Balance = {
  ...marisol,
  charges: [
    ...marisol.charges,
    aCharge({ kind: 'deductible', openCents: 5_000 }),
    aCharge({ kind: 'copay', openCents: 2_000 }),
    aCharge({
      kind: 'procedure',
      insurance: 'denied',
      insurancePaidCents: 0,
      openCents: 7_500,
      disputed: true,
    }),
    aCharge({
      kind: 'prescription',
      insurance: 'none',
      insurancePaidCents: 0,
      openCents: 900,
      adjustedCents: 100,
    }),
    aCharge({ kind: 'late_fee', insurance: 'none', insurancePaidCents: 0, openCents: 500 }),
    aCharge({
      accountId: coverageAccountId,
      kind: 'premium',
      insurance: 'none',
      openCents: 45_000,
    }),
  ],
  plan: {
    planId: id,
    months: 6,
    instalmentCents: 5_000,
    remainingCents: 20_000,
    nextDueOn: '2027-01-05',
  } as Balance['plan'],
  applications: [
    { applicationId: id, programme: 'mfa', openedOn: '2026-11-02' },
  ] as Balance['applications'],
};

describe('the bill explains itself', () => {
  it('in English', () => {
    expect(explained(marisol, 'en')).toMatchInlineSnapshot(`
      [
        "Your balance is $1,284.60.",
        "It is for 2 visits between September 3 and September 20: imaging, laboratory work, and an office visit.",
        "Your insurance paid $1,140.00; what is left for you is $312.40 after insurance.",
        "Your insurance has not answered yet for $972.20, so that part may still change.",
        "$312.40 is past its due date, the oldest part since October 5; $972.20 is due by November 28.",
        "Your last payment was $80.00 on October 2; thank you.",
      ]
    `);
  });

  it('in Spanish', () => {
    expect(explained(marisol, 'es')).toMatchInlineSnapshot(`
      [
        "Su saldo es de $1,284.60.",
        "Corresponde a 2 visitas entre el 3 de septiembre y el 20 de septiembre: estudios de imagen, análisis de laboratorio y una consulta.",
        "Su seguro pagó $1,140.00; le queda por pagar: $312.40 después del seguro.",
        "Su seguro todavía no ha respondido por $972.20, así que esa parte puede cambiar.",
        "$312.40 ya están vencidos, la parte más antigua desde el 5 de octubre; $972.20 se deben pagar a más tardar el 28 de noviembre.",
        "Su último pago fue de $80.00 el 2 de octubre; gracias.",
      ]
    `);
  });

  it('with all that a bill can hold, in English', () => {
    expect(explained(everything, 'en')).toMatchInlineSnapshot(`
      [
        "Your balance is $1,893.60.",
        "Your insurance paid $1,940.00; what is left for you is $50.00 of your deductible, $20.00 of copay, $312.40 after insurance, $75.00 that the insurance did not cover, $9.00 that no insurance was billed for, and $5.00 of late fees.",
        "Your insurance has not answered yet for $972.20, so that part may still change.",
        "$450.00 is premium for your coverage, which is billed apart from care.",
        "$921.40 is past its due date, the oldest part since October 5; $972.20 is due by November 28.",
        "You asked us to look into $75.00; it will not go to collections meanwhile.",
        "Your application for assistance of November 2 is still open, and collections wait until it is decided.",
        "Your payment plan has $200.00 left, and the next payment of $50.00 is due on January 5, 2027.",
      ]
    `);
  });

  it('with all that a bill can hold, in Spanish', () => {
    expect(explained(everything, 'es')).toMatchInlineSnapshot(`
      [
        "Su saldo es de $1,893.60.",
        "Su seguro pagó $1,940.00; le queda por pagar: $50.00 de su deducible, $20.00 de copago, $312.40 después del seguro, $75.00 que el seguro no cubrió, $9.00 que no se facturaron a ningún seguro y $5.00 de recargos por mora.",
        "Su seguro todavía no ha respondido por $972.20, así que esa parte puede cambiar.",
        "$450.00 son de la prima de su cobertura, que se factura aparte de la atención.",
        "$921.40 ya están vencidos, la parte más antigua desde el 5 de octubre; $972.20 se deben pagar a más tardar el 28 de noviembre.",
        "Nos pidió revisar $75.00; mientras tanto no pasará a cobranza.",
        "Su solicitud de asistencia del 2 de noviembre sigue abierta, y la cobranza espera hasta que se decida.",
        "A su plan de pagos le quedan $200.00, y el próximo pago de $50.00 vence el 5 de enero de 2027.",
      ]
    `);
  });

  it('one visit is one visit', () => {
    const one = { ...marisol, charges: [aCharge({ dueOn: null })], payments: [] };
    expect(explained(one, 'en')).toMatchInlineSnapshot(`
      [
        "Your balance is $100.00.",
        "It is for one visit on September 3: laboratory work.",
        "Your insurance paid $400.00; what is left for you is $100.00 after insurance.",
      ]
    `);
    expect(explained(one, 'es')).toMatchInlineSnapshot(`
      [
        "Su saldo es de $100.00.",
        "Corresponde a una visita el 3 de septiembre: análisis de laboratorio.",
        "Su seguro pagó $400.00; le queda por pagar: $100.00 después del seguro.",
      ]
    `);
  });

  it('a credit is said, so that the parts still add up', () => {
    const credit = aCharge({ kind: 'adjustment', openCents: -1_500 });
    const charges = [...marisol.charges, credit];
    expect(explained({ ...marisol, charges }, 'en')).toContain(
      'A credit of $15.00 is already taken off.',
    );
  });

  it('what is not due yet is said without reproach', () => {
    const coming = { ...marisol, charges: [aCharge({ dueOn: '2026-12-01' })] };
    expect(explained(coming, 'en')).toContain('$100.00 is due by December 1.');
  });

  it('nothing open is said plainly', () => {
    const paid = { ...marisol, charges: [], payments: [] };
    expect(explained(paid, 'en')).toEqual(['Nothing is open on your account.']);
    expect(explained(paid, 'es')).toEqual(['No tiene nada pendiente en su cuenta.']);
  });

  it('nobody is told more than eight sentences', () => {
    expect(explainBill(everything, today).length).toBeLessThanOrEqual(8);
  });

  test.each(ChargeKind.options)(
    'a %s of every insurance standing is put into whole sentences',
    kind => {
      for (const insurance of InsuranceStanding.options) {
        for (const language of ['en', 'es'] as const) {
          for (const said of explained(
            { ...marisol, charges: [aCharge({ kind, insurance })] },
            language,
          )) {
            expect(said).toMatch(/^[A-Z$].*[.]$/u);
            expect(said).not.toMatch(/\{\{|\}\}|undefined|bill\.|NaN|: \.|\[object/);
          }
        }
      }
    },
  );

  it('a name like a template stays what it is', () => {
    expect(words.t('spoken:declined', { name: '$t(common:product)' })).not.toContain('Remit Desk');
    const said = words.t('spoken:recordingNotice', {
      organization: '{{name}}',
      name: '$t(common:product)',
    });
    expect(said).toContain('$t(common:product)');
  });
});
