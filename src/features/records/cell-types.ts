import type { z } from 'zod';
import { type Day, dayIfReal } from '../../core/calendar/day';
import { parseWareki } from '../../core/calendar/wareki';
import { err, ok, type Result } from '../../core/result';
import type { Locale } from '../../core/turn';
import { type Bilingual, inBoth } from './records-texts';

/** A cell's canonical text, which is what is stored, beside its value. Reading the canonical text again gives the same. */
export interface Cell<T> {
  readonly text: string;
  readonly value: T;
}

export type CellReading<T> = Result<Cell<T>, Bilingual>;

export interface Choice {
  readonly code: string;
  readonly label: Bilingual;
}

/** What a form needs to know in order to ask for a cell. */
export type CellForm =
  | { readonly kind: 'text' | 'long-text'; readonly maxLength: number }
  | { readonly kind: 'code' | 'mail' | 'url' | 'day' | 'time' | 'yes-no' }
  | { readonly kind: 'integer' | 'decimal'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** `outlives`: the referring record stays when the other one is removed. */
  | { readonly kind: 'reference'; readonly to: string; readonly outlives: boolean }
  | { readonly kind: 'list'; readonly of: CellForm };

export interface CellType<T> {
  readonly form: CellForm;
  /** Takes cleaned text (see `cleanText`) that is not blank. */
  read(given: string): CellReading<T>;
  /** Canonical text as people read it: a choice by its label. */
  show(text: string, locale: Locale): string;
}

const cell = <T>(text: string, value: T): CellReading<T> => ok({ text, value });
const asIs = (text: string): string => text;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROLS = /[\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all but the line feed
const UNWANTED = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** One line feed for any line end, no other control characters, composed characters (か + ゙ is が), no blanks around. */
export function cleanText(given: string): string {
  const printable = CONTROLS.test(given)
    ? given.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(UNWANTED, '')
    : given;
  return printable.normalize('NFC').trim();
}

const NARROW_ALREADY = /^[!-~]*$/;

/** Full-width letters, digits and signs become half-width ones: for codes and numbers, never for sentences. */
const narrow = (text: string): string =>
  NARROW_ALREADY.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replaceAll(/[‐‑‒–—−]/g, '-')
        .trim();

/** How two writings of a name are compared: width, case and blanks do not matter. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

function limited(text: string, maxLength: number): CellReading<string> {
  const fits = text.length <= maxLength || [...text].length <= maxLength;
  return fits ? cell(text, text) : err(inBoth((t) => t.tooLong(maxLength)));
}

/** One line of at most `maxLength` characters. */
export const text = (maxLength: number): CellType<string> => ({
  form: { kind: 'text', maxLength },
  read: (given) => limited(given.replaceAll(/\s*\n\s*/g, ' '), maxLength),
  show: asIs,
});

/** Several lines of at most `maxLength` characters in all. */
export const longText = (maxLength: number): CellType<string> => ({
  form: { kind: 'long-text', maxLength },
  read: (given) => limited(given, maxLength),
  show: asIs,
});

/** Inferring the output of `ZodType<T>` directly would lose the brand of an id. */
type TextSchema = z.ZodType<string>;

function coded<S extends TextSchema>(form: CellForm, schema: S, refusal: Bilingual): CellType<z.infer<S>> {
  return {
    form,
    read(given) {
      const parsed = schema.safeParse(narrow(given));
      return parsed.success ? cell(parsed.data, parsed.data) : err(refusal);
    },
    show: asIs,
  };
}

/** A code as `schema` wants it; `example` is shown when it is not. */
export const code = <S extends TextSchema>(schema: S, example: string): CellType<z.infer<S>> =>
  coded(
    { kind: 'code' },
    schema,
    inBoth((t) => t.notCode(example)),
  );

/** The id of a record of the dataset `to`. */
export const reference = <S extends TextSchema>(
  to: string,
  schema: S,
  example: string,
  { outlives = false } = {},
): CellType<z.infer<S>> =>
  coded(
    { kind: 'reference', to, outlives },
    schema,
    inBoth((t) => t.notReference(example)),
  );

/** Lower case, since mail addresses are compared. */
export const mail: CellType<string> = {
  form: { kind: 'mail' },
  read(given) {
    const address = narrow(given).toLowerCase();
    return /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>]+$/.test(address) && address.length <= 254
      ? cell(address, address)
      : err(inBoth((t) => t.notMail));
  },
  show: asIs,
};

export const url: CellType<string> = {
  form: { kind: 'url' },
  read(given) {
    const parsed = /\s/.test(given) ? null : URL.parse(given);
    return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
      ? cell(given, given)
      : err(inBoth((t) => t.notUrl));
  },
  show: asIs,
};

/** `2026-04-01`, `2026/4/1`, `2026年4月1日(水)`, `20260401`, `R8.4.1`, `令和8年4月1日`. */
export const day: CellType<Day> = {
  form: { kind: 'day' },
  read(given) {
    const found = westernDay(narrow(given)) ?? parseWareki(given);
    return found === null ? err(inBoth((t) => t.notDay)) : cell(found, found);
  },
  show: asIs,
};

const WESTERN =
  /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?\s?(?:\([日月火水木金土]\))?(?:[T ]0?0:00(?::00)?)?$/;

function westernDay(text: string): Day | null {
  const [, year, month, date] = WESTERN.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? null : dayIfReal(Number(year), Number(month), Number(date));
}

/** `HH:MM`, 00:00–23:59. Accepts `9:30`, `9時30分`, `9時`, `0930`. */
export const time: CellType<string> = {
  form: { kind: 'time' },
  read(given) {
    const [, hour, minute = '0'] =
      /^(\d{1,2})(?::|時)(?:(\d{1,2})分?)?(?::00)?$/.exec(narrow(given)) ??
      /^(\d\d)(\d\d)$/.exec(narrow(given)) ??
      [];
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return err(inBoth((t) => t.notTime));
    const canonical = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
    return cell(canonical, canonical);
  },
  show: asIs,
};

const UNIT = /\s*(?:円|人|名|日|日間|時間|歳|年)$/;

function readNumber(given: string, min: number, max: number): Result<number, Bilingual> {
  const digits = narrow(given)
    .replace(/^¥/, '')
    .replace(UNIT, '')
    .replaceAll(/,(?=\d{3})/g, '');
  if (!/^-?\d{1,12}(?:\.\d{1,6})?$/.test(digits)) return err(inBoth((t) => t.notNumber));
  const value = Number(digits);
  return value >= min && value <= max ? ok(value) : err(inBoth((t) => t.outOfRange(min, max)));
}

/** `16000`, `16,000円`, `１４日` between `min` and `max`. */
export const integer = (min: number, max: number): CellType<number> => ({
  form: { kind: 'integer', min, max },
  read(given) {
    const number = readNumber(given, min, max);
    if (!number.ok) return number;
    return Number.isInteger(number.value)
      ? cell(String(number.value), number.value)
      : err(inBoth((t) => t.notInteger));
  },
  show: asIs,
});

/** `38.75`, `1.5時間` between `min` and `max`. */
export const decimal = (min: number, max: number): CellType<number> => ({
  form: { kind: 'decimal', min, max },
  read(given) {
    const number = readNumber(given, min, max);
    return number.ok ? cell(String(number.value), number.value) : number;
  },
  show: asIs,
});

const YES = new Set(['yes', 'y', 'true', '1', '○', '〇', '◯', '✓', 'はい', '有', 'あり', '済']);
const NO = new Set(['no', 'n', 'false', '0', '×', '✕', '✗', 'いいえ', '無', 'なし', '未', '-']);

export const yesNo: CellType<boolean> = {
  form: { kind: 'yes-no' },
  read(given) {
    const word = fold(given);
    if (YES.has(word)) return cell('yes', true);
    return NO.has(word) ? cell('no', false) : err(inBoth((t) => t.notYesNo));
  },
  show: (text, locale) => (locale === 'en' ? text : text === 'yes' ? 'はい' : 'いいえ'),
};

/** One of a closed set, given as its code, as its label in either language, or in `also`: other systems' words for it. */
export function choice<C extends Readonly<Record<string, Bilingual>>>(
  labels: C,
  also: { readonly [K in keyof C]?: readonly string[] } = {},
): CellType<Extract<keyof C, string>> {
  const choices: Choice[] = [];
  const codes = new Map<string, Extract<keyof C, string>>();
  for (const code in labels) {
    const label: Bilingual | undefined = labels[code];
    if (label === undefined) continue;
    choices.push({ code, label });
    for (const word of new Set([code, label.ja, label.en, ...(also[code] ?? [])].map(fold))) {
      if (codes.has(word)) throw new Error(`two choices are called ${word}`);
      codes.set(word, code);
    }
  }
  const labelOf = new Map(choices.map((entry) => [entry.code, entry.label]));
  return {
    form: { kind: 'choice', choices },
    read(given) {
      const found = codes.get(given) ?? codes.get(fold(given));
      if (found !== undefined) return cell(found, found);
      return err(inBoth((t, locale) => t.notChoice(choices.map(({ label }) => label[locale]).join(' / '))));
    },
    show: (text, locale) => labelOf.get(text)?.[locale] ?? text,
  };
}

/** Items between `|`, `、`, `,`, `;` or line feeds; the same item twice counts once. Stored with `|`. */
export const listOf = <T>(item: CellType<T>): CellType<readonly T[]> => list(item, /[|｜、,，;；\n]/);

/** Like `listOf`, for items that are sentences: only `|` and line feeds part them. */
export const linesOf = <T>(item: CellType<T>): CellType<readonly T[]> => list(item, /[|｜\n]/);

function list<T>(item: CellType<T>, separator: RegExp): CellType<readonly T[]> {
  return {
    form: { kind: 'list', of: item.form },
    read(given) {
      const values = new Map<string, T>();
      for (const part of given.split(separator)) {
        const trimmed = part.trim();
        if (trimmed === '') continue;
        const reading = item.read(trimmed);
        if (!reading.ok) return err(inBoth((t, locale) => t.item(trimmed, reading.error[locale])));
        values.set(reading.value.text, reading.value.value);
      }
      return cell([...values.keys()].join('|'), [...values.values()]);
    },
    show: (text, locale) =>
      splitList(text)
        .map((part) => item.show(part, locale))
        .join('|'),
  };
}

/** The items of a list's canonical text. */
export const splitList = (canonical: string): readonly string[] =>
  canonical === '' ? [] : canonical.split('|');
