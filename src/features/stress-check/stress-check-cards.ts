import { defineCard } from '../../cards/define-card';
import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import { dayOf } from '../../core/calendar/day';
import { longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type Campaign, IMPLEMENTER_PROFESSIONS, type StressCheckProtocol } from '../campaigns';
import type { PublishedGroup } from './rates';
import { ratesTexts, rateText } from './rates-texts';
import { LEASTS } from './stress-check-actions';
import { stressCheckTexts } from './stress-check-texts';

export type Base = { lang: Locale; fallback: string };

export type ProtocolView = Base & {
  id: string;
  hasProblems: boolean;
  problems: { text: string }[];
  note: string;
  labels: {
    implementer: string;
    profession: string;
    clerks: string;
    deliberatedOn: string;
    noDisadvantage: string;
    whoSeesWhat: string;
    interviewContact: string;
  };
  implementer: string;
  profession: string;
  professions: { title: string; value: string }[];
  clerks: string;
  deliberatedOn: string;
  noDisadvantage: string;
  promise: string;
  whoSeesWhat: string;
  interviewContact: string;
  saveLabel: string;
};

/** The dialog of the stress_admin; empty fields are proposed a text where there is a usual one. */
export function protocolView(
  id: string,
  protocol: StressCheckProtocol,
  problems: readonly string[],
  locale: Locale,
): ProtocolView {
  const t = stressCheckTexts(locale);
  const { implementer, profession, clerks, deliberatedOn, noDisadvantage, whoSeesWhat } = protocol;
  return {
    lang: locale,
    fallback: t.protocol.title,
    id,
    hasProblems: problems.length > 0,
    problems: problems.map((text) => ({ text })),
    note: t.protocol.note,
    labels: {
      implementer: t.protocol.implementer,
      profession: t.protocol.profession,
      clerks: t.protocol.clerks,
      deliberatedOn: t.protocol.deliberatedOn,
      noDisadvantage: t.about.noDisadvantage,
      whoSeesWhat: t.protocol.whoSeesWhat,
      interviewContact: t.protocol.interviewContact,
    },
    implementer,
    profession: profession ?? '',
    professions: IMPLEMENTER_PROFESSIONS.map((value) => ({ title: t.professions[value], value })),
    clerks,
    deliberatedOn: deliberatedOn ?? '',
    noDisadvantage: String(noDisadvantage),
    promise: t.protocol.noDisadvantage,
    whoSeesWhat: whoSeesWhat === '' ? t.protocol.whoSeesWhatDefault : whoSeesWhat,
    interviewContact: protocol.interviewContact,
    saveLabel: t.protocol.save,
  };
}

export type AboutView = Base & {
  heading: string;
  choice: string;
  parts: { title: string; text: string }[];
  note: string;
};

/** All that was settled before the start, for those who are invited. */
export function aboutView(title: string, protocol: StressCheckProtocol, locale: Locale): AboutView {
  const t = stressCheckTexts(locale);
  const { implementer, profession, clerks, deliberatedOn, whoSeesWhat, interviewContact } = protocol;
  const name = profession === null ? implementer : `${implementer}（${t.professions[profession]}）`;
  return {
    lang: locale,
    fallback: title,
    heading: title,
    choice: t.about.choice,
    parts: [
      { title: t.about.implementer, text: name },
      { title: t.about.clerks, text: clerks },
      { title: t.about.deliberatedOn, text: deliberatedOn === null ? '' : longDay(deliberatedOn, locale) },
      { title: t.about.noDisadvantage, text: protocol.noDisadvantage ? t.about.noDisadvantageText : '' },
      { title: t.about.whoSeesWhat, text: whoSeesWhat },
      { title: t.about.interview, text: interviewContact },
    ].filter(({ text }) => text !== ''),
    note: t.about.cityRule,
  };
}

export type RatesView = Base &
  Paging & {
    heading: string;
    note: string;
    groups: { name: string; size: string; rate: string; bold: 'bolder' | 'default' }[];
    hasEmpty: boolean;
    empty: string;
    id: string;
  };

const GROUPS_A_PAGE = 20;

export function ratesView(options: {
  readonly campaign: Pick<Campaign, 'id' | 'title'>;
  readonly groups: readonly PublishedGroup[];
  readonly least: number;
  readonly page: number;
  readonly locale: Locale;
}): RatesView {
  const { campaign, groups, least, locale } = options;
  const t = ratesTexts(locale);
  const { rows, page, last } = pageOf(groups, options.page, GROUPS_A_PAGE);
  const heading = t.heading(campaign.title);
  return {
    lang: locale,
    fallback: heading,
    heading,
    note: t.note(least),
    groups: rows.map((group) => ({
      name: group.level === 'city' ? t.city : group.level === 'section' ? `　${group.name}` : group.name,
      size: t.size(group.size),
      rate: rateText(group.rate, group.size, locale),
      bold: group.level === 'section' ? 'default' : 'bolder',
    })),
    hasEmpty: groups.length === 0,
    empty: t.empty,
    id: campaign.id,
    ...pagingOf(page, last, t),
  };
}

/** A stress check as its administrator sees it, apart from what 「締切の管理」 shows. */
export interface Managed {
  readonly campaign: Campaign;
  readonly published: { readonly at: Date; readonly least: number } | null;
  readonly noticedAt: Date | null;
}

export type ManageView = Base & {
  heading: string;
  hasNotice: boolean;
  notice: string;
  note: string;
  hasEmpty: boolean;
  empty: string;
  checks: {
    title: string;
    lines: { text: string }[];
    id: string;
    hasActions: boolean;
    canShow: boolean;
    showLabel: string;
    canPublish: boolean;
    publishLabel: string;
    canNotice: boolean;
    noticeLabel: string;
  }[];
};

export function manageView(checks: readonly Managed[], notice: string | null, locale: Locale): ManageView {
  const t = ratesTexts(locale);
  return {
    lang: locale,
    fallback: t.manageHeading,
    heading: t.manageHeading,
    hasNotice: notice !== null,
    notice: notice ?? '',
    note: t.manageNote,
    hasEmpty: checks.length === 0,
    empty: t.manageEmpty,
    checks: checks.map(({ campaign, published, noticedAt }) => {
      const ended = campaign.status.kind === 'ended';
      const on = (at: Date): string => shortDay(dayOf(at), locale);
      return {
        title: campaign.title,
        lines: [
          t.states[campaign.status.kind],
          published === null ? t.notPublished : t.published(on(published.at), published.least),
          noticedAt === null ? t.notNoticed : t.noticed(on(noticedAt)),
        ].map((text) => ({ text })),
        id: campaign.id,
        hasActions: ended,
        canShow: published !== null,
        showLabel: t.show,
        canPublish: ended && published === null,
        publishLabel: t.publish,
        canNotice: ended && noticedAt === null,
        noticeLabel: t.notice,
      };
    }),
  };
}

export type AskView = Base & {
  heading: string;
  text: string;
  hasLines: boolean;
  linesHeading: string;
  lines: { text: string }[];
  hasLeast: boolean;
  leastLabel: string;
  least: string;
  leasts: { title: string; value: string }[];
  id: string;
  verb: string;
  yesLabel: string;
  backLabel: string;
};

/** The question before what cannot be taken back. */
export function askView(
  id: string,
  ask:
    | { readonly kind: 'publish' }
    | { readonly kind: 'notice'; readonly count: number; readonly lines: readonly string[] },
  locale: Locale,
): AskView {
  const t = ratesTexts(locale);
  const isPublish = ask.kind === 'publish';
  return {
    lang: locale,
    fallback: isPublish ? t.askPublish : t.askNotice,
    heading: isPublish ? t.askPublish : t.askNotice,
    text: isPublish ? t.askPublishText : t.askNoticeText(ask.count),
    hasLines: !isPublish,
    linesHeading: t.preview,
    lines: isPublish ? [] : ask.lines.map((text) => ({ text })),
    hasLeast: isPublish,
    leastLabel: t.least,
    least: String(LEASTS[0]),
    leasts: LEASTS.map((count) => ({ title: t.leastChoice(count), value: String(count) })),
    id,
    verb: isPublish ? 'stressCheck.publish' : 'stressCheck.sendNotice',
    yesLabel: isPublish ? t.doPublish : t.doNotice,
    backLabel: t.back,
  };
}

/** For the examples of each card. */
export const define = <View extends Base>(name: string, examples: Readonly<Record<string, View>>) =>
  defineCard<View>({ name: `stress-check/${name}`, examples });
