import { err, ok } from '../../core/result';
import type { Locale } from '../../core/turn';
import {
  type CellForm,
  type CellReading,
  type CellType,
  cleanText,
  linesOf,
  listOf,
  yesNo,
} from './cell-types';
import { inBoth } from './records-texts';

/** A column of a dataset. Its Japanese heading and its English name are both accepted in files. */
export interface ColumnAbout {
  readonly ja: string;
  readonly en: string;
  /** Other headings that organisations use for it. */
  readonly also?: readonly string[];
  readonly example?: string;
  /**
   * What becomes of a record's cell when an import or an edit says nothing of the column: it is kept, unless it
   * described the old content as a whole (`sample`).
   */
  readonly whenUnsaid?: 'kept' | 'cleared';
  /** The column whose text this one gives in English. An import that changes that one and lacks this one clears it. */
  readonly translates?: string;
}

export interface Column<T = unknown> {
  readonly label: { readonly ja: string; readonly en: string };
  readonly also: readonly string[];
  readonly example: string;
  readonly whenUnsaid: 'kept' | 'cleared';
  readonly translates: string | null;
  readonly required: boolean;
  readonly form: CellForm;
  /** Takes anything a person, a file or the database holds; a blank is judged here. */
  read(given: string): CellReading<T>;
  show(text: string, locale: Locale): string;
}

// Excel writes these for a failed formula; a text column would take them for words.
const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

function column<T>(
  type: Pick<CellType<T>, 'form' | 'read' | 'show'>,
  about: ColumnAbout,
  required: boolean,
  blank: () => CellReading<T>,
): Column<T> {
  return {
    label: { ja: about.ja, en: about.en },
    also: about.also ?? [],
    example: about.example ?? '',
    whenUnsaid: about.whenUnsaid ?? 'kept',
    translates: about.translates ?? null,
    required,
    form: type.form,
    read(given) {
      const text = given === '' ? '' : cleanText(given);
      if (text === '') return blank();
      if (EXCEL_ERROR.test(text)) return err(inBoth((t) => t.excelError));
      const reading = type.read(text);
      return reading.ok && reading.value.text === '' ? blank() : reading;
    },
    show: (text, locale) => (text === '' ? '' : type.show(text, locale)),
  };
}

const refusal: CellReading<never> = err(inBoth((t) => t.blank));

export const required = <T>(type: CellType<T>, about: ColumnAbout): Column<T> =>
  column(type, about, true, () => refusal);

/** A blank is null. */
export const optional = <T>(type: CellType<T>, about: ColumnAbout): Column<T | null> => {
  const none: CellReading<T | null> = ok({ text: '', value: null });
  return column<T | null>(type, about, false, () => none);
};

/** A blank is an empty list; `item` as in `listOf`. */
export const list = <T>(item: CellType<T>, about: ColumnAbout): Column<readonly T[]> =>
  emptyIfBlank(listOf(item), about);

/** A blank is an empty list; `item` as in `linesOf`. */
export const lines = <T>(item: CellType<T>, about: ColumnAbout): Column<readonly T[]> =>
  emptyIfBlank(linesOf(item), about);

function emptyIfBlank<T>(type: CellType<readonly T[]>, about: ColumnAbout): Column<readonly T[]> {
  const none: CellReading<readonly T[]> = ok({ text: '', value: [] });
  return column(type, about, false, () => none);
}

/** A blank is no. */
export const flag = (about: ColumnAbout): Column<boolean> => {
  const no: CellReading<boolean> = ok({ text: 'no', value: false });
  return column(yesNo, about, false, () => no);
};
