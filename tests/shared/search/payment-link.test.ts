import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeantAsLink, keyOfLink, paymentLink } from '#shared/search/payment-link.ts';

const key = '0199a4c2-7b1e-7cc3-8b7e-1f6f4b7d9a10';

describe('a link to a payment', () => {
  it('leads to that payment, however a mail program wrote it', () => {
    expect(keyOfLink(paymentLink(key))).toBe(key);
    expect(keyOfLink(`REMITDESK://PAYMENT/${key.toUpperCase()}/`)).toBe(key);
  });

  it.each([
    'remitdesk://payment/',
    `remitdesk://refund/${key}`,
    `remitdesk://payment/${key}/void`,
    `remitdesk://payment/${key}?role=supervisor`,
    `remitdesk://payment/${key}\n--inspect=0`,
    `remitdesk://payment/${key} --no-sandbox`,
    `remitdesk://payment/../${key}`,
    `remitdesk:payment/${key}`,
    `https://payment/${key}`,
    ` remitdesk://payment/${key}`,
    'remitdesk://payment/00000000-0000-4000-8000-000000000000',
    "remitdesk://payment/'; DROP TABLE payment; --",
    'remitdesk:javascript:alert(1)',
  ])('is not %s', text => {
    expect(keyOfLink(text)).toBeUndefined();
  });

  it('is no other text whatever', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(keyOfLink(text)).toBeUndefined();
        expect(keyOfLink(`remitdesk://payment/${text}`)).toBeUndefined();
      }),
    );
  });

  it('is told from the other arguments of a start', () => {
    expect(['--flag', '.', '/opt/remit-desk', 'file:///x'].some(isMeantAsLink)).toBe(false);
    expect(isMeantAsLink('RemitDesk:anything')).toBe(true);
  });
});
