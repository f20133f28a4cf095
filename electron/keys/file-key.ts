import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of both SQLite files as 64 hex digits. */
export type FileKey = string;

/** Where the operating system wraps secrets; Electron's safeStorage in the application. */
export interface Keychain {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(wrapped: Buffer): string;
}

/** There is no keychain on this machine and the desk was not started as a sandbox. */
export class NoKeychain extends Error {}

function newKey(): FileKey {
  return randomBytes(32).toString('hex');
}

/** Sandbox only: the key lies in a file that only its owner can read. */
export function sandboxKey(folder: string): FileKey {
  const path = join(folder, 'sandbox.key');
  if (!existsSync(path)) writeFileSync(path, newKey(), { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8').trim();
}

/** The key wrapped by the keychain; without one the desk keeps no patient data. */
export function keychainKey(folder: string, keychain: Keychain): FileKey {
  if (!keychain.isEncryptionAvailable()) throw new NoKeychain();
  const path = join(folder, 'files.key');
  if (!existsSync(path)) {
    writeFileSync(path, keychain.encryptString(newKey()), { mode: 0o600, flag: 'wx' });
  }
  return keychain.decryptString(readFileSync(path));
}
