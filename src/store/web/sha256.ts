import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, at once: a browser's own takes a promise. */
export function sha256(text: string): Uint8Array {
  return digest(utf8ToBytes(text));
}

/** The same in hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(text));
}
