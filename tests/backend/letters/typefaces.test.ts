import { expect, it } from 'vitest';
import { type LetterSheet, letterPdf } from '#backend/letters/letter-pdf.ts';
import { pdfText } from '#tests/support/pdf-text.ts';

const sheet = (address: string, value: string): LetterSheet => ({
  language: 'en',
  address,
  dated: 'January 4, 2027',
  title: 'Your payment plan',
  says: [],
  rows: [['First payment', value]],
  sections: [],
});

it('a letter can be copied, searched and read aloud as it was written, whoever got the one before', async () => {
  // The letters that others are composed of, before any of them was written by itself.
  const composed = 'Đặng Ñuñez Øster Čapek Àéíõ Šćž Łukasz';
  expect(await pdfText(await letterPdf(sheet(composed, composed)))).toContain(composed);
  const plain = "D N O C A a e i o S c z L l ' ’ ” : / 1-800-442-4014 1–2 December 31, 2026";
  expect(await pdfText(await letterPdf(sheet(plain, plain)))).toContain(`First payment ${plain}`);
});
