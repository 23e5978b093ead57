import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import { dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { deliveryTexts, type UnreachableReason } from '../../delivery';
import { NOT_LIVE } from '../launch';
import { type Announcement, hasStarted } from './announcement';
import { announcementsTexts } from './announcements-texts';
import { type Bar, barOf, countTexts, titleOf } from './hr-views';
import { bySection, countStates, RECIPIENT_STATES, type Recipient, type RecipientState } from './recipient';
import { reportTexts } from './report-texts';
import { momentText, timeOf } from './when';

type Base = { lang: Locale; fallback: string; id: string; heading: string };

export type ReportView = Base &
  Paging & {
    total: string;
    hasCounts: boolean;
    counts: string;
    sections: { name: string; figures: string; bar: Bar }[];
    peopleLabel: string;
    csvLabel: string;
    hasFile: boolean;
    fileNote: string;
    fileLabel: string;
    fileUrl: string;
    backLabel: string;
  };

const SECTIONS_A_PAGE = 8;
const PEOPLE_A_PAGE = 12;

/** `fileUrl`: of the list as a file, where that was asked for. By section, the bar is of who confirmed where that is asked for, else of whom it reached. */
export function reportView(
  announcement: Announcement,
  recipients: readonly Recipient[],
  { page: asked, fileUrl }: { readonly page: number; readonly fileUrl: string | null },
  locale: Locale,
): ReportView {
  const t = reportTexts(locale);
  const { asksConfirmation } = announcement.content;
  const { rows, page, last } = pageOf(bySection(recipients), asked, SECTIONS_A_PAGE);
  const counts = countStates(recipients);
  const ht = announcementsTexts(locale);
  const confirmed = recipients.filter(({ confirmedAt }) => confirmedAt !== null).length;
  return {
    lang: locale,
    fallback: t.heading(titleOf(announcement, locale)),
    id: announcement.id,
    heading: t.heading(titleOf(announcement, locale)),
    total: isForgotten(announcement, recipients)
      ? t.expired
      : [
          t.total(recipients.length),
          ht.sent(counts.sent, recipients.length),
          ...(asksConfirmation ? [ht.confirmed(confirmed, counts.sent)] : []),
        ].join('　'),
    hasCounts: counts.sent < recipients.length,
    counts: countTexts(counts, locale).join(ht.and),
    sections: rows.map(({ section, all, sent, confirmed: done }) => ({
      name: section,
      figures: [t.section(sent, all), ...(asksConfirmation ? [t.sectionConfirmed(done, sent)] : [])].join(
        '　',
      ),
      bar: asksConfirmation ? barOf(Math.min(done, sent), sent) : barOf(sent, all),
    })),
    peopleLabel: t.people,
    csvLabel: t.csv,
    hasFile: fileUrl !== null,
    fileNote: t.csvReady(recipients.length),
    fileLabel: t.csvOpen,
    fileUrl: fileUrl ?? '',
    backLabel: t.back,
    ...pagingOf(page, last, t),
  };
}

/** Its retention period has passed: nobody is known any more who was to get it. */
const isForgotten = (announcement: Announcement, recipients: readonly Recipient[]): boolean =>
  recipients.length === 0 && announcement.plan.toPeople && hasStarted(announcement);

/** What of the recipients is listed. */
export const FILTERS = ['unconfirmed', 'confirmed', ...RECIPIENT_STATES] as const;
export type Filter = (typeof FILTERS)[number];

export const fits = ({ state, confirmedAt }: Recipient, filter: Filter): boolean => {
  if (filter === 'unconfirmed') return state === 'sent' && confirmedAt === null;
  return filter === 'confirmed' ? confirmedAt !== null : state === filter;
};

export type PeopleView = Base &
  Paging & {
    isEmpty: boolean;
    empty: string;
    rows: { who: string; what: string }[];
    filterLabel: string;
    filter: string;
    filters: { title: string; value: string }[];
    showLabel: string;
    backLabel: string;
  };

export function peopleView(
  announcement: Announcement,
  recipients: readonly Recipient[],
  shown: {
    readonly filter: Filter;
    readonly page: number;
    readonly nameOf: (person: EmployeeId) => string | null;
  },
  locale: Locale,
): PeopleView {
  const t = reportTexts(locale);
  const fitting = recipients.filter((recipient) => fits(recipient, shown.filter));
  const { rows, page, last } = pageOf(fitting, shown.page, PEOPLE_A_PAGE);
  const asks = announcement.content.asksConfirmation;
  const offered = FILTERS.filter(
    (filter) =>
      filter === shown.filter ||
      (filter === 'unconfirmed' || filter === 'confirmed'
        ? asks
        : recipients.some(({ state }) => state === filter)),
  );
  return {
    lang: locale,
    fallback: titleOf(announcement, locale),
    id: announcement.id,
    heading: t.peopleHeading(filterText(shown.filter, locale), fitting.length),
    isEmpty: fitting.length === 0,
    empty: isForgotten(announcement, recipients) ? t.expired : t.nobody,
    rows: rows.map((recipient) => ({
      who: t.person(recipient.section, shown.nameOf(recipient.employee) ?? t.leftRoster, recipient.employee),
      what: whatText(recipient, locale),
    })),
    filterLabel: t.filter,
    filter: shown.filter,
    filters: offered.map((value) => ({ title: filterText(value, locale), value })),
    showLabel: t.filterShow,
    backLabel: t.backToReport,
    ...pagingOf(page, last, t),
  };
}

function filterText(filter: Filter, locale: Locale): string {
  const t = reportTexts(locale);
  if (filter === 'unconfirmed') return t.unconfirmed;
  return filter === 'confirmed' ? t.confirmed : stateText(filter, locale);
}

export const stateText = (state: RecipientState, locale: Locale): string =>
  announcementsTexts(locale).counts[state];

function whatText(recipient: Recipient, locale: Locale): string {
  const t = reportTexts(locale);
  const { state, endedAt, confirmedAt, possiblyDoubled } = recipient;
  return [
    endedAt === null
      ? stateText(state, locale)
      : t.stateAt(stateText(state, locale), momentText(endedAt, locale)),
    reasonText(recipient, locale),
    confirmedAt === null ? '' : t.confirmedAt(momentText(confirmedAt, locale)),
    possiblyDoubled ? t.doubled : '',
  ]
    .filter((part) => part !== '')
    .join('　');
}

/** Why it did not arrive, where something is known. */
export function reasonText({ state, error }: Recipient, locale: Locale): string {
  if (state !== 'unreachable' && state !== 'failed') return '';
  const reasons: Readonly<Record<UnreachableReason, string>> = deliveryTexts(locale).unreachable;
  const known = Object.entries(reasons).find(([reason]) => reason === error);
  return error === NOT_LIVE ? reportTexts(locale).notLive : (known?.[1] ?? error ?? '');
}

/** `2026-11-24 10:05` in Tokyo, which spreadsheets read as a moment. */
const fileMoment = (at: Date): string => `${dayOf(at)} ${timeOf(at)}`;

/** A row of the CSV, in the order of the texts' `columns`. */
export function csvRow(
  recipient: Recipient,
  nameOf: (person: EmployeeId) => string | null,
  locale: Locale,
): readonly string[] {
  const t = reportTexts(locale);
  const { employee, section, state, endedAt, confirmedAt, possiblyDoubled } = recipient;
  return [
    employee,
    nameOf(employee) ?? '',
    section,
    stateText(state, locale),
    reasonText(recipient, locale),
    state === 'sent' && endedAt !== null ? fileMoment(endedAt) : '',
    confirmedAt === null ? '' : fileMoment(confirmedAt),
    possiblyDoubled ? t.yes : '',
  ];
}
