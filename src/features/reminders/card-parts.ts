import type { Locale } from '../../core/turn';
import { remindersTexts } from './reminders-texts';

export type Base = { lang: Locale; fallback: string };

export type Paging = {
  hasPages: boolean;
  pages: string;
  hasNext: boolean;
  next: number;
  nextLabel: string;
  hasPrevious: boolean;
  previous: number;
  previousLabel: string;
};

/** `page` and `last` count from 0. */
export function pagingOf(page: number, last: number, locale: Locale): Paging {
  const t = remindersTexts(locale);
  return {
    hasPages: last > 0,
    pages: t.pages(page + 1, last + 1),
    hasNext: page < last,
    next: page + 1,
    nextLabel: t.next,
    hasPrevious: page > 0,
    previous: Math.max(0, page - 1),
    previousLabel: t.previous,
  };
}

export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
