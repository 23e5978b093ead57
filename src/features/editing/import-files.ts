import type { Locale } from '../../core/turn';
import { type EntraJoin, type ExportedFile, type ImportPlan, tableFileOf } from '../records';
import { importTexts } from './import-texts';
import { columnLabel } from './record-words';

/** All problems of a file, to be worked through beside it. */
export function problemsFile({ dataset, problems }: ImportPlan, locale: Locale): Promise<ExportedFile> {
  const t = importTexts(locale);
  return tableFileOf(
    t.problemsTitle,
    'csv',
    t.problemHeadings,
    problems.map(({ line, column, reason, value }) => [
      line === null ? t.storedLine : String(line),
      column === null ? '' : columnLabel(dataset, column, locale),
      reason[locale],
      value,
    ]),
  );
}

/** Users and employees that do not belong together, or null when all do. */
export async function unmatchedFile(
  { unmatchedUsers, unmatchedEmployees }: EntraJoin,
  locale: Locale,
): Promise<ExportedFile | null> {
  if (unmatchedUsers.length + unmatchedEmployees.length === 0) return null;
  const t = importTexts(locale);
  return tableFileOf(t.unmatchedTitle, 'csv', t.unmatchedHeadings, [
    ...unmatchedUsers.map(({ line, name, upn }) => [t.unmatchedKinds.user, String(line), name, upn]),
    ...unmatchedEmployees.map(({ id, name }) => [t.unmatchedKinds.employee, id, name, '']),
  ]);
}
