import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt with r 8 and p 5; 2^14 is what OWASP advises for these. Kept with the hash, so that it can rise. */
const COST_LOG2 = 14;
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer, costLog2: number): Promise<Buffer> {
  const cost = { N: 2 ** costLog2, r: 8, p: 5 };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** What is kept of a password: cost, salt and scrypt key. */
export async function hashPassword(password: string, costLog2 = COST_LOG2): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, costLog2);
  return [costLog2, salt.toString('base64url'), key.toString('base64url')].join('.');
}

/** Takes as long for an unknown user (undefined) as for a wrong password. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [costLog2 = COST_LOG2, salt = '', key = ''] = kept?.split('.') ?? [];
  const derived = await derive(password, Buffer.from(salt, 'base64url'), Number(costLog2));
  const expected = Buffer.from(key, 'base64url');
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}
