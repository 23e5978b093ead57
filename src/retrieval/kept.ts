import { hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Answers what an earlier call made, or makes it: plain data only. */
export type Keep = <T>(make: () => T) => T;

/**
 * Keeps in `file` what is made of `ingredients` (JSON) by the code of this folder: when one of them is another, it is made
 * anew and the file replaced as a whole. A file that is missing or damaged counts for nothing; one that cannot be written
 * costs time at the next start, nothing else.
 */
export function keptIn(file: string, ingredients: unknown): Keep {
  return (make) => {
    const key = keyOf(ingredients);
    const kept = read(file, key);
    // What this very code has written under this key, and nobody else.
    if (kept !== null) return kept.made as ReturnType<typeof make>;
    const made = make();
    try {
      write(file, key, made);
    } catch {
      // The next start makes it again.
    }
    return made;
  };
}

/** Whether `file` says that it holds what is made of these ingredients; whether it is whole shows when it is read. */
export function isKept(file: string, ingredients: unknown): boolean {
  const key = Buffer.from(`${keyOf(ingredients)} `);
  const head = Buffer.alloc(key.length);
  try {
    const opened = openSync(file, 'r');
    readSync(opened, head, 0, head.length, 0);
    closeSync(opened);
  } catch {
    return false;
  }
  return head.equals(key);
}

const keyOf = (ingredients: unknown): string =>
  digest(JSON.stringify([process.version, codeDigest(), ingredients]));

const digest = (content: string | Uint8Array): string => hash('sha256', content, 'base64url');

let knownCode: string | undefined;

/** Of what decides how an index is made, beside its ingredients: the code as it was when it was first asked for. */
function codeDigest(): string {
  knownCode ??= readCode();
  return knownCode;
}

function readCode(): string {
  // Seen alike from the bundle, which lies in a folder of its own.
  const folders = ['../retrieval', '../classifier'].map((folder) => path.join(__dirname, folder));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
  return digest(
    files
      .toSorted()
      .map((file) => digest(readFileSync(file)))
      .join(),
  );
}

function read(file: string, key: string): { readonly made: unknown } | null {
  try {
    const content = readFileSync(file);
    const head = content.subarray(0, content.indexOf('\n')).toString();
    const body = content.subarray(head.length + 1);
    return head === `${key} ${digest(body)}` ? { made: deserialize(body) } : null;
  } catch {
    return null;
  }
}

function write(file: string, key: string, made: unknown): void {
  const body = serialize(made);
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(`${key} ${digest(body)}\n`), body]));
  renameSync(temporary, file);
}
