import { expect, test } from 'vitest';
import { correctedData } from '#shared/ach/corrected-data.ts';
import { checkLines, goldenLines } from './ach-files.ts';

test('a return tells which entry came back, why, and how much it was', () => {
  const { returns } = checkLines(goldenLines('returns.ach'));
  expect(
    returns.map(({ code, originalTrace, amountCents }) => [code, originalTrace, amountCents]),
  ).toEqual([
    ['R01', '121000240000101', 31240],
    ['R15', '121000240000102', 5000],
    ['R03', '121000240000004', 120000],
    ['R84', '121000240000041', 45000],
  ]);
  expect(returns[0]).toMatchObject({
    line: 4,
    secCode: 'TEL',
    direction: 'debit',
    accountEnding: '7788',
    identification: '88201447',
    originalRdfi: '12104288',
    meaning: { kind: 'bank', retry: 'twice' },
  });
  expect(returns[1]).toMatchObject({
    dateOfDeath: '2026-11-01',
    information: 'ACCOUNT HOLDER DECEASED',
  });
  expect(returns[2]).toMatchObject({ direction: 'credit', meaning: { kind: 'administrative' } });
  expect(returns[3]).toMatchObject({ information: 'NOT PROCESSED', accountEnding: '6789' });
});

test('a dishonoured return and its contest are told from returns', () => {
  const { returns } = checkLines(goldenLines('dishonoured.ach'));
  expect(returns.map(({ code, meaning }) => [code, meaning.kind])).toEqual([
    ['R68', 'dishonoured'],
    ['R73', 'contested'],
  ]);
});

test('a notice of change gives each part of what is to be corrected', () => {
  const { notices } = checkLines(goldenLines('cor.ach'));
  const account = { accountNumber: '0044556677881' };
  const routing = { routingNumber: '322271627' };
  const savings = { transactionCode: '37' };
  expect(notices.map(({ code, corrected }) => [code, corrected])).toEqual([
    ['C01', account],
    ['C02', routing],
    ['C03', { ...routing, ...account }],
    ['C05', savings],
    ['C06', { ...account, ...savings }],
    ['C07', { ...routing, ...account, ...savings }],
    ['C09', { identification: '88201499' }],
    ['C01', account],
  ]);
  expect(notices.map(({ refusal }) => refusal).filter(Boolean)).toEqual(['C68']);
});

test('a foreign account in a notice may be longer than a domestic one', () => {
  const foreign = 'GB29NWBK60161331926819'.padEnd(35);
  expect(correctedData('C01', foreign)).toEqual({ accountNumber: foreign.trim() });
  expect(correctedData('C99', foreign)).toEqual({});
});
