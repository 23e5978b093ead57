import type { Locale } from '../../core/turn';
import type { RecordChange } from './change-log';
import type { Dataset } from './dataset';
import type { ImportPlan } from './import-plan';
import type { RowProblem } from './import-reading';
import { recordsTexts } from './records-texts';

/** Of each kind of difference so many are listed; of problems, all. */
const MOST_LISTED = 50;

/** What an import would change, line by line, as people read it. */
export function differenceLines(plan: ImportPlan, locale: Locale, most = MOST_LISTED): readonly string[] {
  const t = recordsTexts(locale).report;
  const { dataset, added, changed, removed, confirm, withdraw } = plan;
  const lines = [
    t.counts(dataset.label[locale], added.length, changed.length, removed.length, plan.unchanged),
  ];
  if (confirm.length + withdraw.length > 0) lines.push(t.reviews(confirm.length, withdraw.length));
  const listed = <T>(heading: string, items: readonly T[], write: (item: T) => readonly string[]) => {
    if (items.length === 0) return;
    lines.push(
      heading,
      ...items
        .slice(0, most)
        .flatMap(write)
        .map((line) => `  ${line}`),
    );
    if (items.length > most) lines.push(`  ${t.more(items.length - most)}`);
  };
  listed(t.added, added, (change) => [recordName(dataset, change, locale)]);
  listed(t.changed, changed, (change) => [
    recordName(dataset, change, locale),
    ...change.columns.map(({ column, before, after }) => {
      const show = (text: string) =>
        dataset.column(column)?.show(text, locale).replaceAll('\n', ' ⏎ ') || t.blank;
      return `  ${t.change(dataset.column(column)?.label[locale] ?? column, show(before), show(after))}`;
    }),
  ]);
  listed(t.removed, removed, (change) => [recordName(dataset, change, locale)]);
  return lines;
}

/** `100001 仮沢 さくら`: the id and what people call it; `O-H-1 C-010 2027-01-20` where it has no name of its own. */
function recordName(dataset: Dataset, { id, before, after }: RecordChange, locale: Locale): string {
  const needed = dataset.columns.filter(({ inKey, required }) => !inKey && required);
  const called = needed.find(({ form }) => form.kind === 'text');
  const cells = after?.cells ?? before?.cells ?? {};
  const shown = (called === undefined ? needed : [called]).map(({ name, show }) =>
    show(cells[name] ?? '', locale),
  );
  return [...new Set([id, ...shown])].join(' ');
}

/** `12行目「受付締切日」: 日付として読めません (値: 2026/13/1)` */
export function problemLine(
  dataset: Dataset,
  problem: Omit<RowProblem, 'value'> & { readonly value?: string },
  locale: Locale,
): string {
  const t = recordsTexts(locale).report;
  const place = problem.line === null ? t.stored : t.line(problem.line);
  const column =
    problem.column === null ? null : (dataset.column(problem.column)?.label[locale] ?? problem.column);
  const value = problem.value === undefined || problem.value === '' ? '' : t.value(problem.value);
  return `${t.problem(column === null ? place : t.where(place, column), problem.reason[locale])}${value}`;
}
