import type { Locale } from '../../core/turn';
import { type Field, type FieldView, FORM_PAGES, type FormPage, fieldView, type Typed } from './form-fields';
import { formTexts } from './form-texts';

type ButtonView = {
  label: string;
  verb: string;
  id: string;
  template: string;
  page: string;
  turn: 'next' | 'previous' | 'close';
};

export type FormView = {
  lang: Locale;
  fallback: string;
  hasPage: boolean;
  page: string;
  hasProblems: boolean;
  problemsHeading: string;
  problems: { text: string }[];
  notes: { text: string }[];
  fields: FieldView[];
  hasMore: boolean;
  moreLabel: string;
  moreShown: boolean;
  moreFields: FieldView[];
  buttons: ButtonView[];
};

export interface Form {
  readonly id: string;
  readonly template: string;
  readonly page: FormPage;
  /** Whether the other pages can be reached; a running campaign has its last one only. */
  readonly alone: boolean;
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

const MOST_PROBLEMS = 6;

export function formView(form: Form, locale: Locale): FormView {
  const t = formTexts(locale);
  const { page, alone } = form;
  const button = (label: string, turn: ButtonView['turn']): ButtonView => ({
    label,
    verb: 'campaigns.save',
    id: form.id,
    template: form.template,
    page,
    turn,
  });
  const at = FORM_PAGES.indexOf(page);
  return {
    ...plainForm(form, locale),
    hasPage: !alone,
    page: t.pageOf[page],
    buttons: [
      ...(!alone && at < FORM_PAGES.length - 1 ? [button(t.next, 'next')] : []),
      button(t.save, 'close'),
      ...(!alone && at > 0 ? [button(t.previous, 'previous')] : []),
    ],
  };
}

/** A dialog of one page with one button. */
export const singleFormView = (
  form: Pick<Form, 'id' | 'fields' | 'typed' | 'problems' | 'notes'>,
  { label, verb }: { readonly label: string; readonly verb: string },
  locale: Locale,
): FormView => ({
  ...plainForm(form, locale),
  hasPage: false,
  page: '',
  buttons: [{ label, verb, id: form.id, template: '', page: '', turn: 'close' }],
});

function plainForm(
  { fields, typed, problems, notes }: Pick<Form, 'fields' | 'typed' | 'problems' | 'notes'>,
  locale: Locale,
): Omit<FormView, 'hasPage' | 'page' | 'buttons'> {
  const t = formTexts(locale);
  const shown = (which: (field: Field) => boolean): FieldView[] =>
    fields.filter(which).map((field) => fieldView(field, typed[field.id] ?? ''));
  return {
    lang: locale,
    fallback: t.save,
    hasProblems: problems.length > 0,
    problemsHeading: t.problemsHeading,
    problems: problems.slice(0, MOST_PROBLEMS).map((text) => ({ text: `・${text}` })),
    notes: notes.map((text) => ({ text })),
    fields: shown(({ folded }) => folded !== true),
    hasMore: fields.some(({ folded }) => folded === true),
    moreLabel: t.more,
    moreShown: fields.some(({ id, folded }) => folded === true && (typed[id] ?? '') !== ''),
    moreFields: shown(({ folded }) => folded === true),
  };
}
