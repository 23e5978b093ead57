import type { Locale } from './turn';

/**
 * The type a translation must have, derived from the Japanese texts: the same keys, plain strings, and functions of the
 * same parameters. A missing or extra key does not compile.
 */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Translation<T[K]>;
};

/** A text of the organisation's data: its English where that is wanted and there is any, else the Japanese. */
export const localised = <T extends string | null>(locale: Locale, ja: T, en: string | null): T | string =>
  locale === 'en' && en !== null ? en : ja;

/** Picks the texts for a locale. */
export const textsIn =
  <T>(ja: T, en: Translation<T>) =>
  (locale: Locale): Translation<T> =>
    locale === 'en' ? en : (ja as Translation<T>);
