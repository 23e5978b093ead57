import { type Day, day, dayIfReal } from '../../core/calendar/day';
import { parseWareki } from '../../core/calendar/wareki';
import { err, ok, type Result } from '../../core/result';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import type { Table } from '../records';
import { importTexts } from './import-texts';
import type { People } from './mentoring-needs';
import { type Pair, pairProblems, type Taken, usualTerm } from './pair';
import { personMeant } from './pair-making';
import { pairTexts } from './pair-texts';
import type { Pace, Term } from './periods';

/** A row of an imported list, read and found to be sound. */
export interface PairRow {
  readonly line: number;
  readonly mentee: Person;
  readonly mentor: Person;
  readonly term: Term;
  readonly early: Pace;
  /** Such a pair stands already: nothing is to be done. */
  readonly exists: boolean;
}

export interface RowProblem {
  readonly line: number;
  readonly reason: string;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*※]/gu, '')
    .replace(/[(（【[].*$/u, '');

const HEADINGS = {
  mentee: [
    'メンティの職員番号',
    'メンティ職員番号',
    'メンティ番号',
    'mentee',
    'mentee_id',
    'mentee number',
    'mentee’s number',
    'メンティ',
  ],
  mentor: [
    'メンターの職員番号',
    'メンター職員番号',
    'メンター番号',
    'mentor',
    'mentor_id',
    'mentor number',
    'mentor’s number',
    'メンター',
  ],
  from: ['開始日', '期間の初日', '開始', 'from', 'from_on'],
  until: ['終了日', '期間の末日', '終了', 'until', 'until_on'],
  early: ['間隔', '面談の間隔', '頻度', 'how often', 'early', 'pace'],
} as const;

const PACE_WORDS: readonly (readonly [RegExp, Pace])[] = [
  [/毎週|週1|週一|weekly/, 'weekly'],
  [/隔週|2週|二週|fortnight|biweekly/, 'fortnightly'],
  [/毎月|月1|月一|monthly/, 'monthly'],
];

/**
 * Every row of a list, or all that is wrong with it by row. Each row counts in those before it: two rows can break
 * together what neither breaks alone.
 */
export function pairRows(
  { headings, rows }: Table,
  people: People,
  live: readonly Pair[],
  today: Day,
  locale: Locale,
): Result<readonly PairRow[], readonly RowProblem[]> {
  const t = pairTexts(locale);
  const words = importTexts(locale);
  const folded = headings.map(fold);
  // In the order of the names: a column of numbers goes before one of names.
  const at = (names: readonly string[]): number =>
    names.map((name) => folded.indexOf(fold(name))).find((index) => index >= 0) ?? -1;
  const columns = {
    mentee: at(HEADINGS.mentee),
    mentor: at(HEADINGS.mentor),
    from: at(HEADINGS.from),
    until: at(HEADINGS.until),
    early: at(HEADINGS.early),
  };
  if (columns.mentee < 0 || columns.mentor < 0) return err([{ line: 1, reason: words.noColumn }]);
  if (rows.length === 0) return err([{ line: 1, reason: words.importEmpty }]);
  const read: PairRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  let known: readonly Taken[] = live;
  for (const { line, cells } of rows) {
    const cell = (index: number): string => (index < 0 ? '' : (cells[index] ?? '').normalize('NFKC').trim());
    const reasons: string[] = [];
    const who = (given: string, missing: string): Person | null => {
      const found = given === '' ? null : personMeant(people, unquoted(given));
      if (found?.ok) return found.value;
      reasons.push(
        found === null ? missing : found.error === 'unknown' ? t.unknown(given) : t.ambiguous(given),
      );
      return null;
    };
    const mentee = who(cell(columns.mentee), t.whoMissing);
    const mentor = who(cell(columns.mentor), t.mentorMissing);
    const on = (given: string): Day | null => {
      if (given === '') return null;
      const parsed = dayIn(given);
      if (parsed === null) reasons.push(words.notADay(given));
      return parsed;
    };
    const [from, until] = [on(cell(columns.from)), on(cell(columns.until))];
    const early = paceIn(cell(columns.early));
    if (early === null) reasons.push(words.notAPace(cell(columns.early)));
    if (mentee !== null) {
      if (seen.has(mentee.id)) reasons.push(words.twice);
      seen.add(mentee.id);
    }
    if (mentee !== null && mentor !== null && early !== null && reasons.length === 0) {
      const usual = usualTerm({ hiredOn: from ?? mentee.hiredOn }, today);
      const term = { from: from ?? usual.from, until: until ?? usual.until };
      const exists = live.some(
        (pair) =>
          pair.mentee === mentee.id &&
          pair.mentor === mentor.id &&
          (from === null || pair.from === from) &&
          (until === null || pair.until === until),
      );
      const found = exists ? [] : pairProblems({ mentee, mentor, term }, known, today);
      if (found.length === 0) {
        read.push({ line, mentee, mentor, term, early, exists });
        if (!exists)
          known = [...known, { mentee: mentee.id, mentor: mentor.id, ...term, status: { kind: 'active' } }];
      }
      reasons.push(...found.map((problem) => t.problem[problem]));
    }
    if (reasons.length > 0) problems.push({ line, reason: reasons.join(t.gap) });
  }
  return problems.length > 0 ? err(problems) : ok(read);
}

/** Excel's guards are no part of a number. */
const unquoted = (given: string): string => given.replace(/^(?:=?"|')/u, '').replace(/"$/u, '');

function dayIn(given: string): Day | null {
  const [, year, month, dayOfMonth] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(given) ?? [];
  if (year !== undefined) return dayIfReal(Number(year), Number(month), Number(dayOfMonth));
  return parseWareki(given) ?? day.safeParse(given).data ?? null;
}

function paceIn(given: string): Pace | null {
  if (given === '') return 'monthly';
  return PACE_WORDS.find(([pattern]) => pattern.test(given.toLowerCase()))?.[1] ?? null;
}
