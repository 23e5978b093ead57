import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel (red, green, blue, alpha), row by row from the top. */
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const RGB = 2;
const RGBA = 6;

/** Decodes a PNG of 8 bits a channel, RGB or RGBA, not interlaced; null for anything else, or when it is damaged. */
export function readPng(bytes: Buffer): Picture | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  try {
    const chunks = [...readChunks(bytes)];
    const head = chunks.find(({ type }) => type === 'IHDR')?.data;
    if (head === undefined) return null;
    const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
    const [depth, colour, interlaced] = [head[8], head[9], head[12]];
    if (depth !== 8 || (colour !== RGB && colour !== RGBA) || interlaced !== 0) return null;
    const channels = colour === RGBA ? 4 : 3;
    const data = inflateSync(
      Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)),
    );
    if (data.length !== height * (1 + width * channels)) return null;
    return { width, height, rgba: withAlpha(unfilter(data, height, width * channels, channels), channels) };
  } catch {
    return null;
  }
}

function* readChunks(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Undoes the row filters (PNG specification, section 9). */
function unfilter(data: Buffer, height: number, stride: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0;
      const above = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (pixels[at - stride - channels] ?? 0) : 0;
      pixels[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + prediction(filter, left, above, corner);
    }
  }
  return pixels;
}

function prediction(filter: number | undefined, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new Error(`unknown row filter ${filter}`);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function withAlpha(pixels: Uint8Array, channels: 3 | 4): Uint8Array {
  if (channels === 4) return pixels;
  const rgba = new Uint8Array((pixels.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < pixels.length / 3; pixel++) {
    rgba.set(pixels.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return rgba;
}
