import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, at once. In a browser `web/sha256.ts` takes this file's place (`imports` in package.json). */
export function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

/** The same in hexadecimal digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
