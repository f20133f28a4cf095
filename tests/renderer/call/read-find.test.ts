import { describe, expect, it } from 'vitest';
import { readFind } from '../../../renderer/call/locate/read-find.ts';

const nothing = { number: '', name: '', birthDate: '' };
const number = (typed: string) => ({ ...nothing, number: typed });

describe('a number', () => {
  it('is looked up as what its box is for, whatever was read aloud around it', () => {
    expect(readFind('mrn', number(' 0447-1883 '))).toEqual({
      ok: true,
      find: { by: 'mrn', mrn: '04471883' },
    });
    expect(readFind('account_number', number('88-201447'))).toEqual({
      ok: true,
      find: { by: 'account_number', accountNumber: '88-201447' },
    });
  });

  it('of another kind is recognised, so that it can be looked up as that', () => {
    expect(readFind('mrn', number('1004471883'))).toEqual({
      ok: false,
      fault: { at: 'number', fault: 'other_kind', looksLike: 'bill_pay_number' },
    });
  });

  it('that is missing or none at all is told apart', () => {
    const fault = (typed: string) => readFind('guarantor_id', number(typed));
    expect(fault('')).toEqual({ ok: false, fault: { at: 'number', fault: 'empty' } });
    expect(fault('12ab')).toEqual({ ok: false, fault: { at: 'number', fault: 'malformed' } });
  });
});

describe('a name', () => {
  it('needs a date of birth, as Americans say it', () => {
    const typed = { ...nothing, name: "Marisol O'Neil-Đặng", birthDate: '3/14/1962' };
    expect(readFind('name', typed)).toEqual({
      ok: true,
      find: { by: 'name', name: "Marisol O'Neil-Đặng", birthDate: '1962-03-14' },
    });
  });

  it.each(['', '14 March', '2/30/1962'])('is not looked up with “%s” for a date', birthDate => {
    expect(readFind('name', { ...nothing, name: 'Suharti', birthDate })).toEqual({
      ok: false,
      fault: { at: 'birthDate', fault: 'badBirthDate' },
    });
  });

  it('is asked for before the date', () => {
    expect(readFind('name', nothing)).toEqual({
      ok: false,
      fault: { at: 'name', fault: 'noName' },
    });
  });
});
