import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Token, Tokenizer } from './tokenizer';

/** Remembers the tokens of documents, so that a restart and an edit tokenize only what is new. */
export interface TokenCache {
  /** Tokens of each text, in order. */
  tokenizeAll(texts: readonly string[], tokenizer: Tokenizer): (readonly Token[])[];
}

export const noTokenCache: TokenCache = {
  tokenizeAll: (texts, tokenizer) => texts.map((text) => tokenizer.tokenize(text)),
};

const kinds = ['noun', 'verb', 'modifier', 'function'] as const;
const cacheFile = z.object({
  version: z.string(),
  tokens: z.array(z.tuple([z.string(), z.string(), z.string(), z.enum(kinds)])),
  /** By hash of the text: positions in `tokens`, apart by spaces. */
  texts: z.record(z.string(), z.string()),
});

/**
 * A cache in a file. It is read and replaced as a whole (through a temporary file) and holds exactly the texts of the
 * last call. A file that is missing, damaged (its first line is a checksum) or of another tokenizer counts as empty;
 * one that cannot be written costs time at the next start, nothing else.
 */
export function fileTokenCache(file: string, warn: (problem: string) => void = () => {}): TokenCache {
  return {
    tokenizeAll: (texts, tokenizer) => {
      const cached = read(file, tokenizer.version);
      const hashes = texts.map(hashOf);
      const found = new Map<string, readonly Token[]>();
      let changed = false;
      for (const [at, text] of texts.entries()) {
        const hash = hashes[at] ?? '';
        if (found.has(hash)) continue;
        const known = cached.get(hash);
        changed ||= known === undefined;
        found.set(hash, known ?? tokenizer.tokenize(text));
      }
      if (changed || cached.size !== found.size) {
        try {
          write(file, tokenizer.version, found);
        } catch (error) {
          warn(`token cache not written: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return hashes.map((hash) => found.get(hash) ?? []);
    },
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

function read(file: string, version: string): Map<string, readonly Token[]> {
  const texts = new Map<string, readonly Token[]>();
  try {
    const [checksum, json = ''] = readFileSync(file, 'utf8').split('\n');
    if (checksum !== hashOf(json)) return texts;
    const parsed = cacheFile.parse(JSON.parse(json));
    if (parsed.version !== version) return texts;
    const tokens = parsed.tokens.map(
      ([surface, base, reading, kind]): Token => ({ surface, base, reading, kind }),
    );
    for (const [hash, positions] of Object.entries(parsed.texts)) {
      texts.set(
        hash,
        positions === '' ? [] : positions.split(' ').map((position) => tokenAt(tokens, Number(position))),
      );
    }
    return texts;
  } catch {
    return new Map();
  }
}

function tokenAt(tokens: readonly Token[], position: number): Token {
  const token = tokens[position];
  if (!token) throw new RangeError(`no token ${position}`);
  return token;
}

function write(file: string, version: string, texts: ReadonlyMap<string, readonly Token[]>): void {
  const positions = new Map<string, number>();
  const tokens: [string, string, string, Token['kind']][] = [];
  const positionOf = (token: Token): number => {
    const key = `${token.surface}\t${token.base}\t${token.reading}\t${token.kind}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    tokens.push([token.surface, token.base, token.reading, token.kind]);
    positions.set(key, tokens.length - 1);
    return tokens.length - 1;
  };
  const packed: Record<string, string> = {};
  for (const [hash, found] of texts) packed[hash] = found.map(positionOf).join(' ');
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const json = JSON.stringify({ version, tokens, texts: packed });
  writeFileSync(temporary, `${hashOf(json)}\n${json}`);
  renameSync(temporary, file);
}
