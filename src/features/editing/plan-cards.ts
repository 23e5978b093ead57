import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, type EntraJoin, type ImportPlan, problemLine } from '../records';
import { editingTexts } from './editing-texts';
import { codeOf, type FileKind, kindLabel } from './file-kind';
import { importTexts } from './import-texts';
import { changeLine, type NameOf, shorten } from './record-words';

type Base = { lang: Locale; fallback: string };
type LineView = { line: string };

export type PlanView = Base & {
  id: string;
  kind: string;
  mode: string;
  seen: string;
  heading: string;
  file: string;
  hasNote: boolean;
  note: string;
  counts: string;
  hasReviews: boolean;
  reviews: string;
  sections: { title: string; lines: LineView[] }[];
  hasProblems: boolean;
  problemsText: string;
  problems: LineView[];
  hasLink: boolean;
  linkLabel: string;
  url: string;
  canApply: boolean;
  applyLabel: string;
  backLabel: string;
  dropLabel: string;
};

export type RemovalView = Base & {
  id: string;
  kind: string;
  mode: string;
  seen: string;
  removals: string;
  heading: string;
  text: string;
  lines: LineView[];
  applyLabel: string;
  backLabel: string;
};

const MOST_RECORDS = 5;
const MOST_COLUMNS = 4;
const MOST_PROBLEMS = 10;
const LONGEST_LINE = 120;

const lineOf = (text: string): LineView => ({ line: shorten(text.replaceAll('\n', ' '), LONGEST_LINE) });

/** The first of a list as lines, and how many more there are. */
function firstLines(texts: readonly string[], most: number, locale: Locale): LineView[] {
  const more = texts.length > most ? [lineOf(editingTexts(locale).more(texts.length - most))] : [];
  return [...texts.slice(0, most).map(lineOf), ...more];
}

export interface PlanShown {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly plan: ImportPlan;
  readonly join: EntraJoin | null;
  /** What the plan was made from and to; see `fingerprint`. */
  readonly seen: string;
  readonly note: string | null;
  /** Address of the file with all problems, or all that was not matched. */
  readonly url: string | null;
  readonly nameOf: NameOf;
}

export function planView(shown: PlanShown, locale: Locale): PlanView {
  const t = importTexts(locale);
  const { plan, kind, join, url, note } = shown;
  const { added, changed, removed, confirm, withdraw, problems } = plan;
  const bad = problems.length > 0;
  const reviews = confirm.length + withdraw.length > 0;
  const nothing = !bad && !reviews && added.length + changed.length + removed.length === 0;
  return {
    lang: locale,
    fallback: `${t.planHeading}: ${shown.name}`,
    id: shown.id,
    kind: codeOf(kind),
    mode: plan.mode,
    seen: shown.seen,
    heading: t.planHeading,
    file: `${shorten(shown.name, 100)}　${kindLabel(kind, locale)}　${t.modes[plan.mode]}`,
    hasNote: note !== null,
    note: note ?? '',
    counts: bad ? t.planNote : nothing ? t.nothing : `${countsOf(plan, locale)}\n${t.planNote}`,
    hasReviews: !bad && reviews,
    reviews: t.reviews(confirm.length, withdraw.length),
    sections: bad ? [] : [...differences(shown, locale), ...(join === null ? [] : unmatched(join, locale))],
    hasProblems: bad,
    problemsText: `${t.problems(problems.length)}\n${t.problemsAdvice}`,
    problems: firstLines(
      problems.map((problem) => problemLine(plan.dataset, problem, locale)),
      MOST_PROBLEMS,
      locale,
    ),
    hasLink: url !== null,
    linkLabel: bad ? t.problemFile : t.unmatchedFile,
    url: url ?? '',
    canApply: !bad && !nothing,
    applyLabel: t.apply,
    backLabel: editingTexts(locale).back,
    dropLabel: editingTexts(locale).cancel,
  };
}

function countsOf({ added, changed, removed, unchanged }: ImportPlan, locale: Locale): string {
  const counts = editingTexts(locale).counts(added.length, changed.length, removed.length);
  const rest = importTexts(locale).unchanged(unchanged);
  if (added.length + changed.length + removed.length === 0) return rest;
  return unchanged === 0 ? counts : `${counts}${locale === 'en' ? ', ' : '、'}${rest}`;
}

function differences({ plan, nameOf }: PlanShown, locale: Locale): PlanView['sections'] {
  const t = importTexts(locale);
  const name = (change: ImportPlan['added'][number]): string =>
    shorten(
      `${change.id}　${nameOf({ id: change.id, cells: (change.after ?? change.before)?.cells ?? {} })}`,
      80,
    );
  const changed = plan.changed.slice(0, MOST_RECORDS).flatMap((change) => [
    lineOf(name(change)),
    ...firstLines(
      change.columns.map((column) => `　${changeLine(plan.dataset, column, locale)}`),
      MOST_COLUMNS,
      locale,
    ),
  ]);
  const more = plan.changed.length - MOST_RECORDS;
  if (more > 0) changed.push(lineOf(editingTexts(locale).more(more)));
  return [
    { title: t.added, lines: firstLines(plan.added.map(name), MOST_RECORDS, locale) },
    { title: t.changed, lines: changed },
    { title: t.removed, lines: firstLines(plan.removed.map(name), MOST_RECORDS, locale) },
  ].filter(({ lines }) => lines.length > 0);
}

function unmatched(join: EntraJoin, locale: Locale): PlanView['sections'] {
  const t = importTexts(locale);
  return [
    {
      title: t.unmatchedUsers(join.unmatchedUsers.length),
      lines: firstLines(
        join.unmatchedUsers.map(({ line, name, upn }) => t.unmatchedUser(line, name, upn)),
        MOST_RECORDS,
        locale,
      ),
    },
    {
      title: t.unmatchedEmployees(join.unmatchedEmployees.length),
      lines: firstLines(
        join.unmatchedEmployees.map(({ id, name }) => `${id}　${name}`),
        MOST_RECORDS,
        locale,
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** The second look before anything is removed. */
export function removalView(shown: PlanShown, locale: Locale): RemovalView {
  const t = importTexts(locale);
  const { plan, nameOf } = shown;
  const count = plan.removed.length;
  return {
    lang: locale,
    fallback: t.removalHeading(count),
    id: shown.id,
    kind: codeOf(shown.kind),
    mode: plan.mode,
    seen: shown.seen,
    removals: String(count),
    heading: t.removalHeading(count),
    text: t.removalText(plan.dataset.label[locale], count),
    lines: firstLines(
      plan.removed.map(({ id, before }) => `${id}　${nameOf({ id, cells: before?.cells ?? {} })}`),
      MOST_PROBLEMS,
      locale,
    ),
    applyLabel: t.applyRemoval(count),
    backLabel: editingTexts(locale).back,
  };
}

const exampleCells = { id: 'C-H-1', name: '健康相談室', phone: '内線 1234' };
const examplePlan: ImportPlan = {
  dataset: contacts,
  mode: 'replace',
  added: [{ id: 'C-H-1', before: null, after: { position: 3, cells: exampleCells } }],
  changed: [
    {
      id: 'C-H-2',
      before: { position: 1, cells: { ...exampleCells, id: 'C-H-2' } },
      after: { position: 1, cells: { ...exampleCells, id: 'C-H-2', phone: '内線 5678' } },
      columns: [{ column: 'phone', before: '内線 1234', after: '内線 5678' }],
    },
  ],
  removed: [{ id: 'C-H-3', before: { position: 2, cells: { ...exampleCells, id: 'C-H-3' } }, after: null }],
  unchanged: 9,
  confirm: ['C-H-1'],
  withdraw: [],
  problems: [],
  revisions: { contacts: 1 },
};
const exampleKind: FileKind = { kind: 'dataset', dataset: contacts };
const examplePlanShown: PlanShown = {
  id: '00000000-0000-4000-8000-000000000001',
  name: '相談窓口一覧.xlsx',
  kind: exampleKind,
  plan: examplePlan,
  join: null,
  seen: 'contacts:1',
  note: null,
  url: null,
  nameOf: ({ cells }) => cells.name ?? '',
};
const exampleProblems: PlanShown = {
  ...examplePlanShown,
  plan: {
    ...examplePlan,
    problems: [
      {
        line: 4,
        column: 'url',
        reason: { ja: 'https:// で始まるURLではありません', en: 'is no URL starting with https://' },
        value: 'www',
      },
    ],
  },
  url: 'https://example.jp/files/0000',
};

export const planCard = defineCard<PlanView>({
  name: 'editing/plan',
  examples: {
    differences: planView(examplePlanShown, 'ja'),
    problems: planView(exampleProblems, 'ja'),
    english: planView(examplePlanShown, 'en'),
  },
});
export const removalCard = defineCard<RemovalView>({
  name: 'editing/removal',
  examples: { removals: removalView(examplePlanShown, 'ja') },
});
