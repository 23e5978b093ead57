import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the archive, with `/`; UTF-8. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DEFLATE = 8;
const UTF8_NAMES = 0x0800;
const VERSION_2_0 = 20;
/** 1980-01-01, the earliest day of the format: the same files give the same archive, byte for byte. */
const NO_DATE = (1 << 5) | 1;

/** An archive of `entries`, in their order. Meant for small files: no ZIP64 (throws above 4 GB or 65,535 entries). */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.bytes, { level: 9 });
    const shared = header(entry.bytes, packed, name);
    const record = Buffer.concat([number32(0x04034b50), number16(VERSION_2_0), shared, name, packed]);
    local.push(record);
    central.push(
      number32(0x02014b50),
      number16(VERSION_2_0, VERSION_2_0),
      shared,
      number16(0, 0, 0), // comment, disk, internal attributes
      number32(0, offset), // external attributes, where the file starts
      name,
    );
    offset += record.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([
    ...local,
    directory,
    number32(0x06054b50),
    number16(0, 0, entries.length, entries.length),
    number32(directory.length, offset),
    number16(0),
  ]);
}

/** The fields that stand alike in front of a file and in the directory. */
const header = (bytes: Uint8Array, packed: Buffer, name: Buffer): Buffer =>
  Buffer.concat([
    number16(UTF8_NAMES, DEFLATE, 0, NO_DATE),
    number32(crc32(bytes), packed.length, bytes.length),
    number16(name.length, 0),
  ]);

function number16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => void bytes.writeUInt16LE(value, 2 * index));
  return bytes;
}

function number32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => void bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}
