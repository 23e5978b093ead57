import {
  analyseDocuments,
  createQueryAnalyser,
  type Learnt,
  type RetrievalTools,
  type Text,
} from './analysis';
import { type Asks, type Concept, packAsks, readAsks } from './closeness';
import { confidenceOf } from './confidence';
import type { Keep } from './kept';
import { inverseDocumentFrequency, type Packed, packPostings, readPostings } from './postings';
import type { Hit, RetrievalDocument, RetrievalIndex, SearchResult } from './retrieval-index';
import { withSemantic } from './semantic';
import { countTopics, readTopics, type TopicCounts } from './topics';
import { WEIGHTS } from './weights';
import type { Word } from './words';

/** Pools every text of a field: [question], alternates, [answer]. */
const FIELDS = [WEIGHTS.fields.question, WEIGHTS.fields.alternates, WEIGHTS.fields.answer];

/** What one query earned in each document. One serves all searches of an index, one after the other. */
interface Tally {
  readonly score: Float64Array;
  readonly coverage: Float64Array;
  readonly grams: Float64Array;
  /** Of the concept at hand; all zero between concepts. */
  readonly frequency: Float64Array;
  readonly strength: Float64Array;
}

const NOTHING: SearchResult = { hits: [], confidence: 0, margin: 0 };

/** What a search needs of the documents, and nothing else of them: plain data, that can be kept in a file. */
interface Parts {
  readonly ids: readonly string[];
  readonly cautions: ReadonlyMap<string, number>;
  readonly learnt: Learnt;
  readonly words: Packed;
  readonly readings: Packed;
  readonly groups: Packed;
  readonly grams: Packed;
  readonly asks: Asks;
  /** Null where no document names its topic. */
  readonly topics: TopicCounts | null;
}

/** Builds an index that never changes afterwards: the old one serves until the caller swaps it for the new. */
export const buildIndex = (documents: readonly RetrievalDocument[], tools: RetrievalTools): RetrievalIndex =>
  createIndex(
    (tools.keep ?? makeAnew)(() => prepare(documents, tools)),
    tools,
  );

const makeAnew: Keep = (make) => make();

function prepare(documents: readonly RetrievalDocument[], tools: RetrievalTools): Parts {
  const { documents: texts, learnt } = analyseDocuments(
    documents.map(({ question, alternates, answer }) => [question, ...alternates, answer]),
    tools,
  );
  const pool = (termsOf: (text: Text) => readonly string[]) =>
    packPostings(
      texts.map((own) =>
        [own.slice(0, 1), own.slice(1, -1), own.slice(-1)].map((field) => field.flatMap(termsOf)),
      ),
      FIELDS,
    );
  const named = (text: Text) => text.words.filter((word) => word.key !== '');
  const words = pool((text) => named(text).map((word) => word.key));
  const { count } = readPostings(words);
  const rarityOf = (key: string) => inverseDocumentFrequency(documents.length, count(key));
  return {
    ids: documents.map(({ id }) => id),
    cautions: new Map(documents.flatMap(({ id, caution }) => (caution ? [[id, caution]] : []))),
    learnt,
    words,
    readings: pool((text) => named(text).map((word) => word.reading)),
    groups: pool((text) => text.words.flatMap((word) => word.senses.map((sense) => sense.group))),
    grams: pool((text) => text.grams),
    asks: packAsks(
      texts.map((own) => own.slice(0, -1)),
      rarityOf,
    ),
    topics: documents.some(({ topic }) => topic !== undefined)
      ? countTopics(
          documents.map(({ id, topic }, at) => ({ topic: topic ?? id, asks: texts[at]?.slice(0, -1) ?? [] })),
        )
      : null,
  };
}

function createIndex(parts: Parts, tools: RetrievalTools): RetrievalIndex {
  const { ids, cautions } = parts;
  const { language } = tools;
  const analyse = createQueryAnalyser(parts.learnt, tools);
  const words = readPostings(parts.words);
  const readings = readPostings(parts.readings);
  const groups = readPostings(parts.groups);
  const grams = readPostings(parts.grams);
  const asks = readAsks(parts.asks);
  const topics = parts.topics === null ? null : readTopics(parts.topics);
  const size = ids.length;
  const known = new Set(ids);
  const rarity = (count: number) => inverseDocumentFrequency(size, count);
  const tally: Tally = {
    score: new Float64Array(size),
    coverage: new Float64Array(size),
    grams: new Float64Array(size),
    frequency: new Float64Array(size),
    strength: new Float64Array(size),
  };

  /** Scores every document for one concept by the best of word, reading and synonyms. */
  function addConcept(word: Word): Concept {
    const { frequency, strength } = tally;
    const touched: number[] = [];
    const see = (weight: number) => (document: number, found: number) => {
      if (strength[document] === 0) touched.push(document);
      frequency[document] = Math.max(frequency[document] ?? 0, weight * found);
      strength[document] = Math.max(strength[document] ?? 0, weight);
    };
    const asked = word.senses.filter((sense) => sense.asks).map((sense) => sense.group);
    let count = 0;
    if (word.key !== '') {
      words.visit(word.key, see(1));
      readings.visit(word.reading, see(WEIGHTS.reading));
      count = words.count(word.key) || readings.count(word.reading);
    }
    for (const group of asked) groups.visit(group, see(WEIGHTS.synonym));
    const worth = rarity(count || touched.length);
    for (const document of touched) {
      add(tally.score, document, worth * saturate(frequency[document] ?? 0, WEIGHTS.saturation.words));
      add(tally.coverage, document, worth * (strength[document] ?? 0));
      frequency[document] = 0;
      strength[document] = 0;
    }
    return { key: word.key, reading: word.reading, groups: asked, rarity: worth };
  }

  function addGram(gram: string): number {
    const worth = rarity(grams.count(gram));
    const weight = gram.length === 1 ? WEIGHTS.kanji : WEIGHTS.pair;
    grams.visit(gram, (document, found) => {
      add(tally.score, document, weight * worth * saturate(found, WEIGHTS.saturation.grams));
      add(tally.grams, document, worth);
    });
    return worth;
  }

  function search(query: string, limit: number, semantic?: ReadonlyMap<string, number>): SearchResult {
    const asked = analyse(query);
    for (const earned of [tally.score, tally.coverage, tally.grams]) earned.fill(0);
    const distinct = new Map(
      asked.words.map((word) => [word.key || word.senses.map((sense) => sense.group).join(), word]),
    );
    const concepts = [...distinct.values()].map((word) => addConcept(word));
    const mass = concepts.reduce((sum, concept) => sum + concept.rarity, 0);
    const gramMass = [...new Set(asked.grams)].reduce((sum, gram) => sum + addGram(gram), 0);

    const candidates = best(tally.score, Math.max(limit, WEIGHTS.depth));
    const closenessOf = asks(concepts, mass);
    const hits = candidates.map((document): Hit => {
      const closeness = closenessOf(document);
      return {
        id: ids[document] ?? '',
        score: (tally.score[document] ?? 0) + WEIGHTS.closeness * mass * closeness,
        matched: {
          coverage: share(tally.coverage[document], mass),
          closeness,
          // English words share letters by chance.
          grams: language === 'en' ? 0 : share(tally.grams[document], gramMass),
        },
      };
    });
    const evidence = topics?.evidence(asked);
    const onTopic = evidence ? withTopics(hits, (at) => evidence(candidates[at] ?? 0)) : [...hits];
    const ranked = (semantic ? withSemantic(onTopic, semantic, known) : onTopic).sort(
      (a, b) => b.score - a.score,
    );
    const [first, second] = ranked;
    if (!first) return NOTHING;
    const margin = share(first.score - (second?.score ?? 0), first.score);
    const caution = cautions.get(first.id) ?? 0;
    // Its words' own score: the topic says which entry is meant, not whether any is.
    const score = hits.find(({ id }) => id === first.id)?.score ?? 0;
    const confidence = confidenceOf(first.matched, score / rarity(0), caution, language);
    return { hits: ranked.slice(0, limit), confidence, margin };
  }

  return { size, search };
}

/** `logOf` a hit's place: how likely its topic is. */
function withTopics(hits: readonly Hit[], logOf: (at: number) => number): Hit[] {
  const most = Math.max(0, ...hits.map(({ score }) => score));
  return hits.map((hit, at) => ({ ...hit, score: hit.score + WEIGHTS.topic * most * logOf(at) }));
}

function add(sums: Float64Array, document: number, amount: number): void {
  sums[document] = (sums[document] ?? 0) + amount;
}

const share = (part: number | undefined, whole: number): number => (whole > 0 ? (part ?? 0) / whole : 0);

const saturate = (frequency: number, k1: number): number => ((k1 + 1) * frequency) / (k1 + frequency);

/** The `count` documents of the highest score, best first; those without any score are left out. */
function best(score: Float64Array, count: number): number[] {
  const chosen: number[] = [];
  let bar = 0;
  for (let document = 0; document < score.length; document += 1) {
    const own = score[document] ?? 0;
    if (own <= bar) continue;
    let at = Math.min(chosen.length, count - 1);
    for (; at > 0 && (score[chosen[at - 1] ?? 0] ?? 0) < own; at -= 1) chosen[at] = chosen[at - 1] ?? 0;
    chosen[at] = document;
    if (chosen.length === count) bar = score[chosen[count - 1] ?? 0] ?? 0;
  }
  return chosen;
}
