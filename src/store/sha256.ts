/** SHA-256 of a text in UTF-8 (FIPS 180-4): for names of few characters, at once, in a browser as well as on Node. */
export function sha256(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const blocks = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(blocks.length - 4, bytes.length << 3);
  const hash = Int32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);
  for (let start = 0; start < blocks.length; start += 64) addBlock(hash, words, view, start);
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, index) => {
    digest.setInt32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** The same in hexadecimal digits. */
export function sha256Hex(text: string): string {
  return Array.from(sha256(text), byte => byte.toString(16).padStart(2, '0')).join('');
}

const primes = firstPrimes(64);
const constants = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));

function addBlock(hash: Int32Array, words: Int32Array, view: DataView, start: number): void {
  for (let index = 0; index < 64; index++) {
    const [before2, before15] = [words[index - 2] ?? 0, words[index - 15] ?? 0];
    words[index] =
      index < 16
        ? view.getInt32(start + index * 4)
        : (turned(before2, 17) ^ turned(before2, 19) ^ (before2 >>> 10)) +
          (words[index - 7] ?? 0) +
          (turned(before15, 7) ^ turned(before15, 18) ^ (before15 >>> 3)) +
          (words[index - 16] ?? 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g);
    const first =
      h +
      (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
      choice +
      (constants[index] ?? 0) +
      (words[index] ?? 0);
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = (hash[index] ?? 0) + word;
  });
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of what comes after the point. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 0x100000000) | 0;
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let each = 2; found.length < count; each++) {
    if (found.every(prime => each % prime !== 0)) found.push(each);
  }
  return found;
}
