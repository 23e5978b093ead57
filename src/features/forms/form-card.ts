import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import {
  choiceField,
  choicesField,
  dayField,
  type Field,
  type FieldView,
  fieldView,
  linesField,
  type Typed,
  textField,
} from './fields';
import { formsTexts } from './forms-texts';

type ButtonData = { readonly verb: string; readonly [key: string]: string | number };

export type FormView = {
  lang: Locale;
  fallback: string;
  hasPage: boolean;
  page: string;
  hasAlert: boolean;
  alertHeading: string;
  alerts: { text: string }[];
  hasProblems: boolean;
  problemsHeading: string;
  problems: { text: string }[];
  notes: { text: string }[];
  fields: FieldView[];
  hasMore: boolean;
  moreLabel: string;
  moreShown: boolean;
  moreFields: FieldView[];
  buttons: { label: string; data: ButtonData }[];
};

/** A page of a dialog. */
export interface Form {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** What must not be missed, above everything else: folded fields then stay folded although they are filled in. */
  readonly alert?: { readonly heading: string; readonly lines: readonly string[] };
  /** `1／3　…`; null where there is one page only. */
  readonly page: string | null;
  /** Unfolds the folded fields; of no account where there are none. */
  readonly moreLabel: string;
  /** What is said where the client cannot show the form. */
  readonly fallback: string;
  readonly buttons: readonly { readonly label: string; readonly data: ButtonData }[];
}

const MOST_PROBLEMS = 6;

export function formView(form: Form, locale: Locale): FormView {
  const { fields, typed, page } = form;
  const shown = (which: (field: Field) => boolean): FieldView[] =>
    fields.filter(which).map((field) => fieldView(field, typed[field.id] ?? ''));
  return {
    lang: locale,
    fallback: form.fallback,
    hasPage: page !== null,
    page: page ?? '',
    hasAlert: form.alert !== undefined,
    alertHeading: form.alert?.heading ?? '',
    alerts: (form.alert?.lines ?? []).map((text) => ({ text })),
    hasProblems: form.problems.length > 0,
    problemsHeading: formsTexts(locale).problemsHeading,
    problems: form.problems.slice(0, MOST_PROBLEMS).map((text) => ({ text: `・${text}` })),
    notes: form.notes.map((text) => ({ text })),
    fields: shown(({ folded }) => folded !== true),
    hasMore: fields.some(({ folded }) => folded === true),
    moreLabel: form.moreLabel,
    moreShown:
      form.alert === undefined &&
      fields.some(({ id, folded }) => folded === true && (typed[id] ?? '') !== ''),
    moreFields: shown(({ folded }) => folded === true),
    buttons: form.buttons.map(({ label, data }) => ({ label, data })),
  };
}

const exampleFields: readonly Field[] = [
  textField('title', '名前（人事課の一覧に出ます）', 60),
  linesField('body', '本文', 600),
  dayField('dueOn', '期限'),
  choiceField('half', '評価の期間', [{ title: '上半期（4〜9月）', value: 'first' }]),
  { ...choicesField('levels', '階層', [{ title: '主任', value: 'senior' }]), folded: true },
];

const example = (problems: readonly string[], alert?: NonNullable<Form['alert']>): FormView =>
  formView(
    {
      fields: exampleFields,
      typed: { title: '通勤届の更新', half: 'first' },
      problems,
      notes: ['すべての条件に合う人が対象です。'],
      ...(alert === undefined ? {} : { alert }),
      page: '1／2　期間と名前',
      moreLabel: '所属・職種・年齢・年数などで絞る',
      fallback: '保存',
      buttons: [{ label: '保存', data: { verb: '', id: '1' } }],
    },
    'ja',
  );

/** The one layout of every form in a dialog. */
export const formCard = defineCard<FormView>({
  name: 'forms/form',
  examples: {
    plain: example([]),
    problems: example(['「期限」の日付を選んでください。']),
    alert: example([], { heading: '一人で抱えないでください', lines: ['こころの相談窓口　0120-000-000'] }),
  },
});
