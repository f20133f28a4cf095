import { createHash, randomBytes } from 'node:crypto';

/** A session's token and a workstation's are told apart by their first letters. */
const prefixes = { session: 'rs_', workstation: 'rw_' } as const;

type TokenKind = keyof typeof prefixes;

/** 32 random bytes for the bearer; the database only ever sees their hash. */
export function newToken(kind: TokenKind): string {
  return prefixes[kind] + randomBytes(32).toString('base64url');
}

export function kindOf(token: string): TokenKind | undefined {
  if (token.startsWith(prefixes.session)) return 'session';
  return token.startsWith(prefixes.workstation) ? 'workstation' : undefined;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
