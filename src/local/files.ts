import { randomBytes } from 'node:crypto';

export interface LocalFile {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
}

/** Teams lets a person attach more, but no feature reads more. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_TOTAL_BYTES = 5 * MAX_FILE_BYTES;

/** Files attached in the page, in memory; the oldest give way above 50 MB. Whoever knows an id may read the file. */
export class LocalFiles {
  readonly #files = new Map<string, LocalFile>();
  #bytes = 0;

  /** Throws when the file is larger than `MAX_FILE_BYTES`. */
  keep(name: string, content: Uint8Array): LocalFile {
    if (content.byteLength > MAX_FILE_BYTES) throw new RangeError(`file of ${content.byteLength} bytes`);
    const file = { id: randomBytes(24).toString('base64url'), name, content };
    this.#files.set(file.id, file);
    this.#bytes += content.byteLength;
    for (const oldest of this.#files.values()) {
      if (this.#bytes <= MAX_TOTAL_BYTES) break;
      this.#files.delete(oldest.id);
      this.#bytes -= oldest.content.byteLength;
    }
    return file;
  }

  find(id: string): LocalFile | null {
    return this.#files.get(id) ?? null;
  }
}

/** `csv` for `roster.CSV`; empty without one. */
export const fileType = (name: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
