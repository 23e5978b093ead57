import { type Paging, pagingOf as paging } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import { remindersTexts } from './reminders-texts';

export type Base = { lang: Locale; fallback: string };

export type { Paging };

/** `page` and `last` count from 0. */
export const pagingOf = (page: number, last: number, locale: Locale): Paging =>
  paging(page, last, remindersTexts(locale));

export const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
