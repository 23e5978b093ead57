import type { Locale } from '../../core/turn';
import { type Bilingual, EMPLOYMENTS, JOB_TYPES, LEVELS } from '../records';
import type { AudienceRule, Range } from './audience';
import { audienceTexts } from './audience-texts';

const MOST_NAMES = 5;

/** A line a condition, for people; one line for everybody. Employee numbers are counted, not listed. */
export function describeAudience(rule: AudienceRule, locale: Locale): readonly string[] {
  const t = audienceTexts(locale);
  const named = (all: Readonly<Record<string, Bilingual>>, chosen: readonly string[]): string =>
    listOf(
      chosen.map((key) => all[key]?.[locale] ?? key),
      locale,
    );
  const lines = [
    line([...rule.departments, ...rule.sections], (all) => t.places(listOf(all, locale))),
    line(rule.levels, (all) => t.levels(named(LEVELS, all))),
    line(rule.jobTypes, (all) => t.jobTypes(named(JOB_TYPES, all))),
    line(rule.employments, (all) => t.employments(named(EMPLOYMENTS, all))),
    rangeLine(rule.weeklyHours, locale, t.hours, t.weeklyHours),
    rangeLine(rule.age, locale, t.years, t.age),
    rangeLine(rule.yearsOfService, locale, t.yearOfService, t.yearsOfService),
    line(rule.roles, (all) =>
      t.roles(
        listOf(
          all.map((role) => t.role[role]),
          locale,
        ),
      ),
    ),
    line(rule.only, (all) => t.only(all.length)),
    line(rule.except, (all) => t.except(all.length)),
  ].filter((text) => text !== '');
  const narrows = lines.length > (rule.except.length > 0 ? 1 : 0);
  return narrows ? lines : [t.everybody, ...lines];
}

const line = <T>(chosen: readonly T[], write: (chosen: readonly T[]) => string): string =>
  chosen.length === 0 ? '' : write(chosen);

function listOf(names: readonly string[], locale: Locale): string {
  const t = audienceTexts(locale);
  const shown = names.slice(0, MOST_NAMES).join(t.and);
  return names.length > MOST_NAMES ? t.more(shown, names.length - MOST_NAMES) : shown;
}

function rangeLine(
  { from, to }: Range,
  locale: Locale,
  unit: (value: string) => string,
  write: (range: string) => string,
): string {
  const t = audienceTexts(locale);
  const [low, high] = [from, to].map((value) => (value === null ? null : unit(String(value))));
  if (low != null && high != null) return write(from === to ? t.exactly(low) : t.between(low, high));
  if (low != null) return write(t.atLeast(low));
  return high == null ? '' : write(t.atMost(high));
}
