import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#tests/support/test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.stop());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${backend.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'remit-protocol': '1', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const code = ({ text }: { text: string }) => JSON.parse(text).code;

describe('a refusal', () => {
  it('for another protocol version comes before anything else', async () => {
    const other = await post('/v1/sessions', '{', { 'remit-protocol': '2' });
    expect(other.status).toBe(426);
    expect(code(other)).toBe('protocol_mismatch');
    const hello = await fetch(`${backend.url}/v1/hello`);
    expect(await hello.json()).toMatchObject({ product: 'remit-backend', protocolVersion: 1 });
  });

  it('never repeats what was sent, and names the field at fault', async () => {
    const secret = '4242424242424242';
    const body = JSON.stringify({ userId: 'r.ames', password: 'p', workstationId: secret });
    const refused = await post('/v1/sessions', body);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain(secret);
    expect(JSON.parse(refused.text)).toMatchObject({
      code: 'bad_request',
      field: 'workstationId',
      type: 'urn:remit:problem:bad_request',
    });
  });

  it('for what is not served is one too', async () => {
    expect(code(await post('/v1/nothing-here', '{}'))).toBe('not_found');
    expect(code(await post('/v1/sessions/%E0%A4%A', '{}'))).toBe('bad_request');
    expect(code(await post('/v1/sessions', '{'))).toBe('bad_request');
    expect(code(await post('/v1/sessions', 'x', { 'content-type': 'text/plain' }))).toBe(
      'bad_request',
    );
  });
});

describe('what has the right shape and what no database keeps', () => {
  it.each([
    ['a NUL character', { by: 'name', name: 'a\0b', birthDate: '1962-03-14' }],
    ['half a character', { by: 'name', name: 'a\ud800b', birthDate: '1962-03-14' }],
    ['a day of the year 0', { by: 'name', name: 'Ana', birthDate: '0000-01-01' }],
  ])('is refused: %s', async (_, find) => {
    const { session } = await backend.signIn();
    const refused = await post('/v1/patients/find', JSON.stringify({ find, callId: null }), {
      authorization: `Bearer ${session.token}`,
    });
    expect(code(refused)).toBe('bad_request');
  });
});
