import type { Locale } from '../../core/turn';
import { audienceFormTexts } from '../audience';
import { type Field, type FormView, formView, type Typed } from '../forms';
import { FORM_PAGES, type FormPage } from './form-fields';
import { formTexts } from './form-texts';

export interface CampaignForm {
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

export function campaignFormView(form: CampaignForm, locale: Locale): FormView {
  const t = formTexts(locale);
  const { id, template, page, alone, fields, typed, problems, notes } = form;
  const button = (label: string, turn: 'next' | 'previous' | 'close') => ({
    label,
    data: { verb: 'campaigns.save', id, template, page, turn },
  });
  const at = FORM_PAGES.indexOf(page);
  return formView(
    {
      fields,
      typed,
      problems,
      notes,
      page: alone ? null : t.pageOf[page],
      moreLabel: audienceFormTexts(locale).more,
      fallback: t.save,
      buttons: [
        ...(!alone && at < FORM_PAGES.length - 1 ? [button(t.next, 'next')] : []),
        button(t.save, 'close'),
        ...(!alone && at > 0 ? [button(t.previous, 'previous')] : []),
      ],
    },
    locale,
  );
}

/** A dialog of one page with one button. */
export const singleFormView = (
  form: Pick<CampaignForm, 'id' | 'fields' | 'typed' | 'problems' | 'notes'>,
  { label, verb }: { readonly label: string; readonly verb: string },
  locale: Locale,
): FormView => {
  const { id, fields, typed, problems, notes } = form;
  return formView(
    {
      fields,
      typed,
      problems,
      notes,
      page: null,
      moreLabel: '',
      fallback: label,
      buttons: [{ label, data: { verb, id } }],
    },
    locale,
  );
};
