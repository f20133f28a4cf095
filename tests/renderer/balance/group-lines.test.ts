import { describe, expect, it } from 'vitest';
import { aCharge, coverageAccountId, marisol } from '#tests/shared/balance/marisol.ts';
import { groupLines } from '../../../renderer/call/balance/group-lines.ts';

const everything = { closed: false, most: 100 };
const whatOf = (lines: ReturnType<typeof groupLines>) =>
  lines.accounts.map(({ account, charges }) => [
    account.accountNumber,
    ...charges.map(charge => charge.description),
  ]);

describe('the lines of a balance', () => {
  it('stand under their accounts, in the order in which money pays them', () => {
    expect(whatOf(groupLines(marisol, 'medical', everything))).toEqual([
      ['88-201447', 'Knee MRI', 'Laboratory'],
      ['90-117003', 'Office visit'],
    ]);
  });

  it('leave out what is paid, and count it', () => {
    const lines = groupLines(marisol, 'medical', everything);
    expect(lines.closedCount).toBe(1);
    const all = groupLines(marisol, 'medical', { closed: true, most: 100 });
    expect(all.accounts.at(1)?.charges).toHaveLength(2);
  });

  it('keep premium apart from care', () => {
    const premium = aCharge({ accountId: coverageAccountId, kind: 'premium' });
    const balance = { ...marisol, charges: [...marisol.charges, premium] };
    expect(whatOf(groupLines(balance, 'premium', everything))).toEqual([
      ['70-000012', 'Laboratory'],
    ]);
    expect(whatOf(groupLines(balance, 'medical', everything)).flat()).not.toContain('70-000012');
  });

  it('come a page at a time, and the others are counted', () => {
    const balance = {
      ...marisol,
      charges: Array.from({ length: 300 }, () => aCharge({})),
    };
    const page = groupLines(balance, 'medical', { closed: false, most: 60 });
    expect(page.accounts[0]?.charges).toHaveLength(60);
    expect(page.moreCount).toBe(240);
  });
});
