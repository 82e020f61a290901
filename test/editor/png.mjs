// Small PNG files without a dependency: reads what a browser writes, and writes it with a palette of few colours.
import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The colours that cover most of a picture are kept as they are: flat backgrounds must not change. */
const exactColours = 16;

/**
 * The pixels of a PNG file of 8 bits a channel, RGB or RGBA, as browsers write them.
 * @param {Buffer} file
 * @returns {{ width: number, height: number, pixels: Uint32Array }} a pixel is 0xRRGGBB; transparency is left out
 */
export function readPng(file) {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is no PNG file.');
  let header;
  const data = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlace] = header.subarray(8);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0)
    throw new Error('Only plain RGB and RGBA pictures can be read.');
  const channels = colour === 6 ? 4 : 3;
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = bytes.readUIntBE(i * channels, 3);
  return { width, height, pixels };
}

function unfilter(raw, stride, height, channels) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? out[y * stride + x - channels] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = y > 0 && x >= channels ? out[(y - 1) * stride + x - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/**
 * A PNG file with a palette.
 * @param {{ width: number, height: number, pixels: Uint32Array }} picture
 * @param {number} colours at most 256
 * @returns {Buffer}
 */
export function writePng({ width, height, pixels }, colours) {
  const { palette, indexOf } = quantise(pixels, colours);
  const bits = [1, 2, 4, 8].find(each => 2 ** each >= palette.length);
  const stride = Math.ceil((width * bits) / 8);
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      const at = y * (stride + 1) + 1 + (bit >> 3);
      raw[at] |= indexOf.get(pixels[y * width + x]) << (8 - bits - (bit & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 3, 0, 0, 0], 8);
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3);
  const body = deflateSync(raw, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), body.length + 8);
  return out;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Median cut over the picture's colours, after the most frequent ones have their own place. */
function quantise(pixels, colours) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort((one, other) => other[1] - one[1]);
  const exact = byCount
    .slice(0, byCount.length <= colours ? colours : exactColours)
    .map(([colour]) => colour);
  const palette = [...exact, ...medianCut(byCount.slice(exact.length), colours - exact.length)];
  const indexOf = new Map();
  for (const colour of counts.keys()) indexOf.set(colour, nearest(palette, colour));
  return { palette, indexOf };
}

function medianCut(counted, wanted) {
  const boxes = counted.length > 0 ? [counted] : [];
  while (boxes.length < wanted) {
    const spreads = boxes.map(spreadOf);
    const widest = spreads.reduce((best, { spread }, at) => (spread > spreads[best].spread ? at : best), 0);
    if (!spreads[widest] || spreads[widest].spread === 0) break;
    const { shift } = spreads[widest];
    const box = boxes[widest].sort(([one], [other]) => ((one >> shift) & 255) - ((other >> shift) & 255));
    boxes.splice(widest, 1, box.slice(0, box.length >> 1), box.slice(box.length >> 1));
  }
  return boxes.map(averageOf);
}

/** The channel in which a box of colours is widest, as a shift, and how wide. */
function spreadOf(box) {
  const ranges = [16, 8, 0].map(shift => {
    const values = box.map(([colour]) => (colour >> shift) & 255);
    const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [255, 0]);
    return { shift, spread: high - low };
  });
  return ranges.sort((one, other) => other.spread - one.spread)[0];
}

function averageOf(box) {
  const total = box.reduce((sum, [, count]) => sum + count, 0);
  const channel = shift =>
    Math.round(box.reduce((sum, [colour, count]) => sum + ((colour >> shift) & 255) * count, 0) / total);
  return (channel(16) << 16) | (channel(8) << 8) | channel(0);
}

function nearest(palette, colour) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, other] of palette.entries()) {
    const [red, green, blue] = [16, 8, 0].map(shift => ((colour >> shift) & 255) - ((other >> shift) & 255));
    const distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
