import { describe, expect, it, test } from 'vitest';
import { instantOf } from '#shared/calendar/dates.ts';
import { createWords, type Language } from '#shared/words/words.ts';
import { payWords, resultWords, verifyWords } from '../../../renderer/call/say/step-words.ts';
import { anAttempt } from '../payment/an-attempt.ts';
import { aCall, guest, verified } from './a-call.ts';

const sayIn = (language: Language) => createWords(language).getFixedT(language, 'spoken');
const say = sayIn('en');
const wordsBeside = (state: string, events = aCall().events) => {
  const result = anAttempt({ state });
  return resultWords(aCall({ verification: verified, attempts: [result], events }), result, say);
};

describe('the words at the left', () => {
  test.each(['declined', 'unknown', 'not_charged', 'approved'])(
    'give way to those of a result that is %s',
    state => {
      expect(wordsBeside(state)).toBeUndefined();
    },
  );

  it('ask for patience while a payment is on its way', () => {
    expect(wordsBeside('sent')).toBe(say('prompts.oneMoment'));
  });

  it('go on once the confirmation of this very payment was read', () => {
    const read = (at: number) => [
      { kind: 'said' as const, about: 'confirmation_read', at: instantOf(at) },
    ];
    expect(wordsBeside('approved', read(Date.UTC(2026, 10, 20)))).toBeUndefined();
    expect(wordsBeside('approved', read(Date.UTC(2026, 10, 22)))).toBe(say('prompts.anythingElse'));
  });

  it('never speak of the bill to a guest payer', () => {
    expect(payWords(aCall({ verification: guest }), say, false)).toBe(say('prompts.guest'));
    expect(payWords(aCall({ verification: verified }), say, false)).toBe(say('prompts.pay'));
  });

  it('promise nothing that needs the backend while it is away', () => {
    const away = say('prompts.away.pay');
    expect(payWords(aCall({ verification: verified }), say, true)).toBe(away);
    expect(verifyWords(aCall({ verification: null }), say, true)).toBe(say('prompts.away.verify'));
    expect(verifyWords(aCall({ verification: guest }), say, true)).toBe(say('prompts.guest'));
    expect(sayIn('es')('prompts.away.pay')).not.toBe(away);
  });

  it('lead up to the card and to the read-back, in Spanish too', () => {
    const inSpanish = sayIn('es');
    const paused = aCall({ verification: verified, recording: 'paused' });
    expect(payWords(paused, inSpanish, false)).toBe(inSpanish('prompts.readCard'));
    expect(inSpanish('prompts.readCard')).not.toBe(say('prompts.readCard'));
    const card = { brand: 'visa', last4: '4242', goodThrough: '2031-04' } as const;
    const captured = aCall({ verification: verified, card });
    expect(payWords(captured, say, false)).toBe(say('prompts.readBack'));
  });
});
