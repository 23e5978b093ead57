import { fiscalYearIn } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { Campaign } from './campaign';
import { shortTerm } from './campaign-views';
import { campaignsTexts } from './campaigns-texts';
import { templateTexts } from './template-texts';
import type { TemplateId } from './templates';

export type ListView = {
  lang: Locale;
  fallback: string;
  heading: string;
  isEmpty: boolean;
  empty: string;
  rows: { title: string; about: string; id: string; openLabel: string }[];
  hasNew: boolean;
  newLabel: string;
  newPlaceholder: string;
  newButton: string;
  templates: { title: string; value: string }[];
  hasOlder: boolean;
  olderLabel: string;
  older: number;
  hasNewer: boolean;
  newerLabel: string;
  newer: number;
};

export const ROWS_A_PAGE = 8;

/** `templates`: those that this person can make a campaign of. */
export function listView(
  campaigns: readonly Campaign[],
  templates: readonly TemplateId[],
  page: number,
  locale: Locale,
): ListView {
  const t = campaignsTexts(locale);
  const last = Math.max(0, Math.ceil(campaigns.length / ROWS_A_PAGE) - 1);
  const at = Math.min(page, last);
  return {
    lang: locale,
    fallback: t.listHeading,
    heading: t.listHeading,
    isEmpty: campaigns.length === 0,
    empty: t.listEmpty,
    rows: campaigns.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE).map((campaign) => ({
      title: campaign.title,
      about: [
        t.state[campaign.status.kind],
        shortTerm(campaign, locale),
        fiscalYearIn(campaign.fiscalYear, locale),
      ].join('　'),
      id: campaign.id,
      openLabel: t.openButton,
    })),
    hasNew: templates.length > 0,
    newLabel: t.newLabel,
    newPlaceholder: t.newPlaceholder,
    newButton: t.newButton,
    templates: templates.map((id) => ({ title: templateTexts(locale)[id].label, value: id })),
    hasOlder: at < last,
    olderLabel: t.older,
    older: at + 1,
    hasNewer: at > 0,
    newerLabel: t.newer,
    newer: Math.max(0, at - 1),
  };
}
