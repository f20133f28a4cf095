import { describe, expect, it } from 'vitest';
import { readArguments } from '#backend/command/read-arguments.ts';
import { BadArguments } from '#backend/command/typed-words.ts';

const theirs = { DATABASE_URL: 'postgres://billing.example.org/bills' };

function read(words: string, environment = {}) {
  return readArguments(words.split(' ').filter(Boolean), environment);
}

describe('what the backend is started with', () => {
  it('without a word is the sandbox: its own PostgreSQL with 5,000 patients, any free port', () => {
    expect(read('')).toEqual({ data: '.data/backend', patients: 5_000, seed: '1' });
  });

  it('is read from every word', () => {
    const words = '--port 7420 --data /srv/x --patients 80 --seed 007 --processor-port 7500';
    expect(read(words)).toEqual({
      port: 7420,
      data: '/srv/x',
      patients: 80,
      seed: '7',
      processorPort: 7500,
    });
  });

  it('an empty database of somebody’s gets made-up patients only when they are asked for', () => {
    expect(read('', theirs)).toEqual({
      data: '.data/backend',
      seed: '1',
      databaseUrl: theirs.DATABASE_URL,
    });
    expect(read('--patients 80', theirs)).toMatchObject({ patients: 80 });
  });

  it('sends receipts by the mail server it is told of, and takes no other address for one', () => {
    const SMTP_URL = 'smtps://mail.example.org';
    expect(read('', { SMTP_URL, MAIL_FROM: 'bills@example.org' })).toMatchObject({
      smtpUrl: SMTP_URL,
      mailFrom: 'bills@example.org',
    });
    expect(() => read('', { SMTP_URL: 'mail.example.org' })).toThrow(BadArguments);
  });

  it('is nothing when help is asked for', () => {
    expect(read('--help')).toBeUndefined();
  });
});

describe('words that make no sense are refused in one sentence', () => {
  it.each([
    ['--port x', '--port takes a whole number from 1 to 65,535, not "x".'],
    ['--port 70000', '--port takes a whole number from 1 to 65,535, not "70000".'],
    ['--patients -1', '--patients takes a whole number from 1 to 5,000,000, not "-1".'],
    ['--patients 0', '--patients takes a whole number from 1 to 5,000,000, not "0".'],
    ['--seed one', '--seed takes a whole number from 0 to 9,007,199,254,740,991, not "one".'],
    [
      '--port 80 --processor-port 80',
      '--port and --processor-port name the same port; give each its own.',
    ],
    ['--data=', '--data takes the path of a folder.'],
    ['--data', "Option '--data <value>' argument missing."],
    ['--prot 80', "Unknown option '--prot'."],
    ['start', "Unexpected argument 'start'."],
  ])('%s', (words, sentence) => {
    expect(() => read(words)).toThrow(new BadArguments(sentence));
  });

  it('and so are addresses that are none, which are not repeated', () => {
    expect(() => read('', { DATABASE_URL: 'me:secret@host' })).toThrow(
      new BadArguments(
        'DATABASE_URL takes an address such as postgres://user:password@host/database.',
      ),
    );
    expect(() => read('', { PROCESSOR_URL: 'visa' })).toThrow(BadArguments);
    const both = { PROCESSOR_URL: 'http://127.0.0.1:7500' };
    expect(() => read('--processor-port 7500', both)).toThrow(/give one of them/);
  });
});
