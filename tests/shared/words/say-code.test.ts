import { expect, it } from 'vitest';
import { LedgerAccount } from '#shared/ledger/chart.ts';
import { LedgerEvent } from '#shared/ledger/events.ts';
import { codes } from '#shared/words/en/codes.ts';
import { readCode, sayCode } from '#shared/words/say-code.ts';

it('a supervisor reads words for every ledger account and every event that writes ledger lines', () => {
  expect(Object.keys(codes.ledgerAccounts).sort()).toEqual([...LedgerAccount.options].sort());
  expect(Object.keys(codes.ledgerEvents).sort()).toEqual([...LedgerEvent.options].sort());
});

it('what a later backend calls something is read as it is written, with the field’s own abbreviations', () => {
  expect(sayCode('looks', 'payment_read')).toBe('payment opened');
  expect(sayCode('looks', 'ledger_closed')).toBe('ledger closed');
  expect(readCode('ach_origination')).toBe('ACH origination');
});
