import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Embeddings } from '../config';
import type { Log } from '../core/log';
import { embed } from './embeddings-client';

export interface SemanticDocument {
  readonly id: string;
  readonly text: string;
}

/** Similarity of a question to documents by meaning; only an addition to the search by words. */
export interface SemanticSearch {
  /** Gets the vectors of documents that are new. Resolves without them when the endpoint fails: the next call tries again. */
  prepare(documents: readonly SemanticDocument[]): Promise<void>;
  /** Cosine by document id, or null when there is nothing to compare or the endpoint is too slow. */
  similarities(question: string): Promise<ReadonlyMap<string, number> | null>;
}

export interface SemanticSearchOptions {
  readonly endpoint: Embeddings;
  readonly cacheFile: string;
  /** Takes people's names out of a question: they are nobody else's business. */
  readonly redact: (question: string) => string;
  readonly log: Log;
  /** A question waits this long for its vector, ms. */
  readonly questionTimeoutMs?: number;
}

const DOCUMENTS_TIMEOUT_MS = 60_000;

export async function openSemanticSearch(options: SemanticSearchOptions): Promise<SemanticSearch> {
  const { endpoint, cacheFile, log, questionTimeoutMs = 800 } = options;
  const cached = await readCache(cacheFile, endpoint.model);
  let known: readonly { readonly id: string; readonly vector: Float32Array }[] = [];

  return {
    async prepare(documents) {
      const missing = documents.filter(({ text }) => !cached.has(keyOf(text)));
      try {
        const vectors = await embed(
          endpoint,
          missing.map(({ text }) => text),
          DOCUMENTS_TIMEOUT_MS,
        );
        missing.forEach(({ text }, at) => {
          const vector = vectors[at];
          if (vector !== undefined) cached.set(keyOf(text), vector);
        });
        if (missing.length > 0) await writeCache(cacheFile, endpoint.model, cached);
      } catch (error) {
        log.error('embeddings-of-documents-failed', error, { count: missing.length });
      }
      known = documents.flatMap(({ id, text }) => {
        const vector = cached.get(keyOf(text));
        return vector === undefined ? [] : [{ id, vector }];
      });
    },

    async similarities(question) {
      if (known.length === 0) return null;
      try {
        const [vector] = await embed(endpoint, [options.redact(question)], questionTimeoutMs);
        if (vector === undefined) return null;
        return new Map(known.map((document) => [document.id, dot(document.vector, vector)]));
      } catch (error) {
        log.error('embedding-of-question-failed', error);
        return null;
      }
    },
  };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const cacheContent = z.object({ model: z.string(), vectors: z.record(z.string(), z.string()) });

async function readCache(file: string, model: string): Promise<Map<string, Float32Array>> {
  try {
    const content = cacheContent.parse(JSON.parse(await readFile(file, 'utf8')));
    if (content.model !== model) return new Map();
    return new Map(
      Object.entries(content.vectors).map(([key, base64]) => {
        const bytes = Buffer.from(base64, 'base64');
        return [key, new Float32Array(Uint8Array.from(bytes).buffer)];
      }),
    );
  } catch {
    // No cache yet, or a damaged one: the vectors are asked for again.
    return new Map();
  }
}

async function writeCache(
  file: string,
  model: string,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const content = {
    model,
    vectors: Object.fromEntries(
      [...vectors].map(([key, vector]) => [key, Buffer.from(vector.buffer).toString('base64')]),
    ),
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, JSON.stringify(content));
  await rename(`${file}.tmp`, file);
}
