import path from 'node:path';
import { localised } from './core/texts';
import type { SemanticSearch } from './embeddings';
import type { Knowledge } from './features/answers';
import {
  buildEntries,
  type Desk,
  type Entry,
  needFor,
  OTHER_MATTERS,
  withoutOtherMatters,
} from './features/answers';
import { type IntentModel, readIntentModel } from './features/intents';
import type { Readiness, RequiredDesk } from './features/launch';
import { REQUIRED_DESKS } from './features/launch';
import type { Contact, Course, Employee, Faq, Initiative, Loaded, SynonymGroup } from './features/records';
import { readSensitiveModel, type SensitiveModel } from './features/sensitive';
import { type IndexBuilder, type IndexJob, openIndexes } from './indexing';
import {
  createEnglishTokenizer,
  createRetriever,
  createThesaurus,
  createTokenizer,
  ENGLISH_WORDS,
  isEnglish,
  noTokenCache,
  type RetrievalDocument,
  type RetrievalIndex,
  type Tokenizer,
} from './retrieval';

/** What texts are understood with. */
export interface KnowledgeSources {
  readonly tokenizer: Tokenizer;
  readonly indexOf: (job: IndexJob) => RetrievalIndex;
  /** Builds elsewhere what `indexOf` would take long for; null where it would not, or nobody else can. Never rejects. */
  readonly buildAhead: (job: IndexJob) => Promise<void> | null;
  readonly sensitiveModel: SensitiveModel;
  readonly intentModel: IntentModel;
  readonly semantic: SemanticSearch | null;
}

/** `cacheDirectory` null keeps no tokens and no index between starts. */
export function openKnowledgeSources(
  dataDirectory: string,
  cacheDirectory: string | null,
  semantic: SemanticSearch | null,
  builder: IndexBuilder | null = null,
): KnowledgeSources {
  const tokenizer = createTokenizer();
  const indexes = openIndexes(tokenizer, dataDirectory, cacheDirectory);
  return {
    tokenizer,
    indexOf: indexes.build,
    buildAhead: (job) => (builder === null || indexes.isBuilt(job) ? null : builder.build(job)),
    sensitiveModel: readSensitiveModel(path.join(dataDirectory, 'sensitive-model.json')),
    intentModel: readIntentModel(path.join(dataDirectory, 'intent-model.json')),
    semantic,
  };
}

type SearchIndex = Pick<RetrievalIndex, 'search'>;

const deskFrom = (contact: Loaded<Contact>): Desk => ({
  id: contact.id,
  name: contact.name,
  nameEn: contact.nameEn,
  topics: contact.topics,
  phone: contact.phone,
  url: contact.url,
  hours: contact.hours,
  hoursEn: contact.hoursEn,
  note: contact.note,
  noteEn: contact.noteEn,
  outsideHr: contact.outsideHr,
  external: contact.external,
});

/** What signposts speak of (pensions, parking) is much asked about by citizens as well. Fitted with the confidence. */
const SIGNPOST_CAUTION = 1.75;

const documentOf = (entry: Entry): RetrievalDocument => ({
  id: entry.id,
  question: entry.title,
  alternates: entry.alternates,
  answer: entry.text,
  caution: entry.kind === 'signpost' ? SIGNPOST_CAUTION : 0,
  ...(entry.initiatives[0] === undefined ? {} : { topic: entry.initiatives[0] }),
});

const englishOf = (entry: Entry): RetrievalDocument => ({
  id: entry.id,
  question: entry.titleEn ?? entry.title,
  alternates: [...entry.alternatesEn, ...entry.alternates.filter(isEnglish)],
  answer: entry.textEn ?? entry.text,
});

export interface KnowledgeData {
  readonly faq: readonly Loaded<Faq>[];
  readonly plan: readonly Loaded<Initiative>[];
  readonly contacts: readonly Loaded<Contact>[];
  readonly synonyms: readonly SynonymGroup[];
}

const entriesOf = ({ faq, plan }: KnowledgeData, confirmedOnly: boolean): readonly Entry[] =>
  buildEntries(
    faq,
    plan.map((row) => ({ ...row, underStudy: row.status === 'under_study' })),
    confirmedOnly,
  );

const termsOf = (synonyms: readonly SynonymGroup[]) => synonyms.map(({ terms }) => terms);

const knowledgeJob = (entries: readonly Entry[], { synonyms }: KnowledgeData): IndexJob => ({
  name: 'knowledge',
  documents: [...entries.map(documentOf), ...OTHER_MATTERS],
  synonyms: termsOf(synonyms),
});

/** The slow part of `buildKnowledge`, elsewhere; null where there is none. */
export const buildKnowledgeAhead = (data: KnowledgeData, sources: KnowledgeSources, confirmedOnly: boolean) =>
  sources.buildAhead(knowledgeJob(entriesOf(data, confirmedOnly), data));

/** Entries, desks and their index, from the data as it is now. With `confirmedOnly`, what HR has not confirmed is left out. */
export function buildKnowledge(
  data: KnowledgeData,
  sources: KnowledgeSources,
  confirmedOnly: boolean,
): Knowledge {
  const entries = entriesOf(data, confirmedOnly);
  const index = bilingual(sources.indexOf(knowledgeJob(entries, data)), () =>
    englishIndexOf(entries.map(englishOf)),
  );
  const byId = new Map<string, Entry>(entries.map((entry) => [entry.id, entry]));
  const initiatives = new Map(data.plan.map((row) => [row.id, row]));
  const prepared = sources.semantic?.prepare(
    entries.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
  );
  prepared?.catch(() => undefined);
  return {
    entries: byId,
    desks: data.contacts.filter(({ confirmed }) => confirmed || !confirmedOnly).map(deskFrom),
    initiativeTitle(id, locale) {
      const initiative = initiatives.get(id);
      return initiative === undefined
        ? id
        : `${id} ${localised(locale, initiative.title, initiative.titleEn)}`;
    },
    partTitle: (topic) =>
      data.plan.find(({ id }) => id.startsWith(`${topic}.`))?.section.split('／')[0] ?? null,
    async search(question, { limit, private: isPrivate }) {
      const search = (semantic?: ReadonlyMap<string, number>) =>
        withoutOtherMatters(index.search(question, 2 * limit, semantic), limit);
      const inHouse = search();
      // Whoever is answered with a way to help may need it, so that no word of it leaves the house either.
      const tellsHelp = needFor(byId.get(inHouse.hits[0]?.id ?? '')) !== null;
      if (isPrivate || tellsHelp || sources.semantic === null) return inHouse;
      const semantic = await sources.semantic.similarities(question);
      return semantic === null ? inHouse : search(semantic);
    },
  };
}

const courseJob = (courses: readonly Course[], synonyms: readonly SynonymGroup[]): IndexJob => ({
  name: 'courses',
  documents: courses.map((course) => ({
    id: course.id,
    question: course.title,
    alternates: course.keywords,
    answer: course.summary ?? '',
  })),
  synonyms: termsOf(synonyms),
});

/** The slow part of `buildCourseIndex`, elsewhere; null where there is none. */
export const buildCourseIndexAhead = (
  courses: readonly Course[],
  synonyms: readonly SynonymGroup[],
  sources: KnowledgeSources,
) => sources.buildAhead(courseJob(courses, synonyms));

/** The index by which course titles, keywords and summaries are found. */
export function buildCourseIndex(
  courses: readonly Course[],
  synonyms: readonly SynonymGroup[],
  sources: KnowledgeSources,
): SearchIndex {
  const english = (): RetrievalIndex =>
    englishIndexOf(
      courses.map((course) => ({
        id: course.id,
        question: course.titleEn ?? course.title,
        alternates: course.keywords.filter(isEnglish),
        answer: course.summaryEn ?? course.summary ?? '',
      })),
    );
  const index = sources.indexOf(courseJob(courses, synonyms));
  // Excel, Teams: left of a Japanese question as well, and in the Japanese texts.
  const isNamed = (words: string): boolean => (index.search(words, 1).hits[0]?.matched.coverage ?? 0) > 0.99;
  return bilingual(index, english, (words) => isEnglish(words) && !isNamed(words));
}

/** English questions are few, so their index is built when the first one comes. */
function bilingual(
  japanese: SearchIndex,
  buildEnglish: () => SearchIndex,
  isForEnglish = isEnglish,
): SearchIndex {
  let english: SearchIndex | undefined;
  return {
    search(query, limit, semantic) {
      if (!isForEnglish(query)) return japanese.search(query, limit, semantic);
      english ??= buildEnglish();
      return english.search(query, limit, semantic);
    },
  };
}

const englishIndexOf = (documents: readonly RetrievalDocument[]): RetrievalIndex =>
  createRetriever({
    tokenizer: createEnglishTokenizer(),
    cache: noTokenCache,
    thesaurus: createThesaurus(ENGLISH_WORDS),
    language: 'en',
  }).buildIndex(documents);

/** What HR has yet to confirm before employees may be answered. */
export function readinessFrom(data: {
  readonly contacts: readonly Loaded<Contact>[];
  readonly faq: readonly Loaded<Faq>[];
  readonly courses: readonly Loaded<Course>[];
  readonly employees: readonly Loaded<Employee>[];
}): Readiness {
  const { contacts, faq, courses, employees } = data;
  const reachable = contacts.filter(
    ({ confirmed, phone, url }) => confirmed && (phone !== null || url !== null),
  );
  const covers = (topic: RequiredDesk): boolean => reachable.some(({ requiredFor }) => requiredFor === topic);
  const led = new Set(employees.flatMap(({ manages }) => manages));
  const sections = new Set(employees.map(({ section }) => section));
  return {
    confirmedDesks: new Set(REQUIRED_DESKS.filter(covers)),
    deskRecords: new Map(
      REQUIRED_DESKS.flatMap((topic) => {
        const desk = contacts.find(({ requiredFor }) => requiredFor === topic);
        return desk === undefined ? [] : [[topic, desk.id] as const];
      }),
    ),
    faq: confirmedOf(faq),
    courses: confirmedOf(courses),
    roster: {
      people: employees.length,
      samples: employees.filter(({ sample }) => sample).length,
      withoutAccount: employees.filter(({ aadObjectId }) => aadObjectId === null).length,
      sectionsWithoutManager: [...sections].filter((section) => !led.has(section)),
    },
  };
}

const confirmedOf = (rows: readonly Loaded<object>[]) => ({
  confirmed: rows.filter(({ confirmed }) => confirmed).length,
  all: rows.length,
});
