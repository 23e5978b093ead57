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

/** Picks the texts for a locale. */
export const textsIn =
  <T>(ja: T, en: Translation<T>) =>
  (locale: Locale): Translation<T> =>
    locale === 'en' ? en : (ja as Translation<T>);
