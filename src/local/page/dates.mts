import type { Language } from './page-texts.mjs';

const timeZone = 'Asia/Tokyo';

const formats = {
  ja: {
    day: new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      timeZone,
    }),
    short: new Intl.DateTimeFormat('ja-JP', { month: 'numeric', day: 'numeric', weekday: 'short', timeZone }),
    time: new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone }),
  },
  en: {
    day: new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone,
    }),
    short: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone }),
    time: new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: false, timeZone }),
  },
} as const;

/** `令和8年11月23日(月)`, in Tokyo. */
export const formatDay = (instant: Date, language: Language): string => formats[language].day.format(instant);
/** `11/23(月)` */
export const formatShortDay = (instant: Date, language: Language): string =>
  formats[language].short.format(instant);
/** `9:41` */
export const formatTime = (instant: Date, language: Language): string =>
  formats[language].time.format(instant);

const TOKYO_OFFSET_MS = 9 * 60 * 60 * 1000;

/** `2026-11-23T09:41`, as an input of type `datetime-local` wants it, in Tokyo. */
export const toLocalInput = (instant: Date): string =>
  new Date(instant.getTime() + TOKYO_OFFSET_MS).toISOString().slice(0, 16);

/** The other way round; null for an empty or half-filled input. */
export function fromLocalInput(value: string): Date | null {
  const instant = new Date(`${value}:00+09:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** `2026-11-23` */
export const dayKey = (instant: Date): string => toLocalInput(instant).slice(0, 10);
