import { type Day, day } from '../../core/calendar/day';
import { httpsLink } from '../../core/https-link';
import type { Locale } from '../../core/turn';
import type { Field, Typed } from './fields';
import { formsTexts } from './forms-texts';

/** Reads what was typed field by field, and collects what is wrong in the words of the labels. */
export function createFieldReader(typed: Typed, fields: readonly Field[], locale: Locale) {
  const t = formsTexts(locale);
  const problems: string[] = [];
  const byId = new Map(fields.map((field) => [field.id, field]));
  const labelOf = (id: string): string => (byId.get(id)?.label ?? id).replace(/（.*$/u, '');

  function text(id: string, required = false): string {
    const value = typed[id] ?? '';
    const most = byId.get(id)?.maxLength ?? 0;
    if (required && value === '') problems.push(t.missing(labelOf(id)));
    if ([...value].length > most) problems.push(t.tooLong(labelOf(id), most));
    return value;
  }

  /** Full-width digits are digits too. */
  function number(id: string, most: number, whole = true): number | null {
    const value = (typed[id] ?? '').normalize('NFKC').trim();
    if (value === '') return null;
    const read = Number(value);
    const fits = read >= 0 && read <= most && (!whole || Number.isInteger(read));
    if (!fits) problems.push(t.notANumber(labelOf(id)));
    return fits ? read : null;
  }

  return {
    problems,
    has: (id: string): boolean => byId.has(id),
    labelOf,
    text,
    number,
    day(id: string): Day | null {
      const parsed = day.safeParse(typed[id]);
      if (!parsed.success) problems.push(t.notADay(labelOf(id)));
      return parsed.data ?? null;
    },
    /** Null where nothing is typed. */
    link(id: string): string | null {
      const value = typed[id] ?? '';
      if (value === '') return null;
      const parsed = httpsLink.safeParse(value);
      if (!parsed.success) problems.push(t.notHttps(labelOf(id)));
      return parsed.data ?? null;
    },
    /** Both ends, the lower one first. */
    range(from: string, to: string, most: number, whole: boolean) {
      const given = { from: number(from, most, whole), to: number(to, most, whole) };
      if (given.from !== null && given.to !== null && given.from > given.to)
        problems.push(t.wrongOrder(labelOf(from)));
      return given;
    },
    offers: (id: string): boolean => (byId.get(id)?.choices.length ?? 0) > 0,
    /** Of the choices that were offered, those that were made. */
    chosen(id: string): readonly string[] {
      const offered = new Set(byId.get(id)?.choices.map(({ value }) => value));
      return (typed[id] ?? '').split(',').filter((value) => offered.has(value));
    },
  };
}

export type FieldReader = ReturnType<typeof createFieldReader>;
