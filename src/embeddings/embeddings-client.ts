import { z } from 'zod';
import type { Embeddings } from '../config';

const answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/** Texts a request, within the limits of the usual servers. */
const BATCH = 64;

/** Asks an OpenAI-compatible `/embeddings` endpoint; unit-length vectors in the order of `texts`. Throws on any failure and after `timeoutMs`. */
export async function embed(
  endpoint: Embeddings,
  texts: readonly string[],
  timeoutMs: number,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    const input = texts.slice(at, at + BATCH);
    const response = await fetch(endpoint.url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'Content-Type': 'application/json',
        ...(endpoint.key === null ? {} : { Authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({ model: endpoint.model, input }),
    });
    if (!response.ok) throw new Error(`embeddings: http ${response.status}`);
    const { data } = answer.parse(await response.json());
    if (data.length !== input.length)
      throw new Error(`embeddings: ${data.length} vectors for ${input.length} texts`);
    vectors.push(...data.sort((a, b) => a.index - b.index).map(({ embedding }) => unit(embedding)));
  }
  return vectors;
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
