import type { ViewValue } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import type { CourseQuery } from './course-query';

/** What the views of the cards have in common. */
export type Base = { lang: Locale; fallback: string };
/** What a button carries. */
export type Data = { readonly [key: string]: ViewValue };
export type Fact = { label: string; value: string };

/** Where a detail card goes back to. */
export interface Origin {
  readonly verb: 'catalogue.list' | 'catalogue.recommend';
  readonly query: CourseQuery;
  readonly page: number;
}

export const LONGEST_FALLBACK = 500;

/** The page that holds something: cards in the history may ask for one that is no more. */
export const pageWithin = (page: number, count: number, size: number): number =>
  Math.max(0, Math.min(page, Math.ceil(count / size) - 1));
