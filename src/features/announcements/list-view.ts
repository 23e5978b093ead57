import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import type { Announcement } from './announcement';
import { announcementsTexts } from './announcements-texts';
import { APPROVALS, type ApprovalPolicy } from './approval';
import { titleOf } from './hr-views';
import { messageTexts } from './message-texts';
import { reportTexts } from './report-texts';
import { momentText } from './when';

type Base = { lang: Locale; fallback: string };

export const TEMPLATES = ['plain', 'compliance', 'offerings'] as const;
export type Template = (typeof TEMPLATES)[number];

export type ListView = Base &
  Paging & {
    heading: string;
    isEmpty: boolean;
    empty: string;
    rows: { title: string; about: string; id: string; openLabel: string }[];
    newLabel: string;
    newPlaceholder: string;
    newButton: string;
    templates: { title: string; value: string }[];
    settingsLabel: string;
  };

export interface Listed {
  readonly announcement: Announcement;
  /** Null where none is asked for or nothing has gone out. */
  readonly confirmed: { readonly confirmed: number; readonly sent: number } | null;
}

const ROWS_A_PAGE = 8;

/** The page of the list that is shown. */
export const listPage = (all: readonly Announcement[], page: number) => pageOf(all, page, ROWS_A_PAGE);

export function listView(
  rows: readonly Listed[],
  { page, last }: { readonly page: number; readonly last: number },
  locale: Locale,
): ListView {
  const t = announcementsTexts(locale);
  return {
    lang: locale,
    fallback: t.listHeading,
    heading: t.listHeading,
    isEmpty: rows.length === 0,
    empty: t.listEmpty,
    rows: rows.map(({ announcement, confirmed }) => ({
      title: titleOf(announcement, locale),
      about: [
        t.listWhen(t.state[announcement.status.kind], whenOf(announcement, locale)).trim(),
        ...(confirmed === null ? [] : [t.listConfirmed(confirmed.confirmed, confirmed.sent)]),
      ].join('　'),
      id: announcement.id,
      openLabel: t.openButton,
    })),
    newLabel: t.newLabel,
    newPlaceholder: t.newPlaceholder,
    newButton: t.newButton,
    templates: TEMPLATES.map((value) => ({ title: t.templates[value], value })),
    settingsLabel: t.settings,
    ...pagingOf(page, last, reportTexts(locale)),
  };
}

const whenOf = ({ status }: Announcement, locale: Locale): string => {
  if ('startedAt' in status) return momentText(status.startedAt, locale);
  return status.kind === 'scheduled' ? momentText(status.startsAt, locale) : '';
};

export type SettingsView = Base & {
  heading: string;
  text: string;
  hasNote: boolean;
  note: string;
  label: string;
  chosen: string;
  choices: { title: string; value: string }[];
  hasSave: boolean;
  saveLabel: string;
  listLabel: string;
};

export function settingsView(
  policy: ApprovalPolicy,
  { isAdmin, note }: { readonly isAdmin: boolean; readonly note: string | null },
  locale: Locale,
): SettingsView {
  const t = announcementsTexts(locale);
  return {
    lang: locale,
    fallback: t.settingsHeading,
    heading: t.settingsHeading,
    text: t.settingsText,
    hasNote: note !== null || !isAdmin,
    note: note ?? t.adminOnly,
    label: t.settings,
    chosen: policy,
    choices: APPROVALS.map((value) => ({ title: t.approvals[value], value })),
    hasSave: isAdmin,
    saveLabel: t.settingsSave,
    listLabel: t.list,
  };
}

export type ReceivedView = Base & {
  heading: string;
  note: string;
  rows: { title: string; when: string; hasMark: boolean; mark: string; colour: string; id: string }[];
  openLabel: string;
};

export interface Received {
  readonly id: Announcement['id'];
  readonly title: string;
  readonly at: Date;
  /** Null where no confirmation is asked for. */
  readonly confirmed: boolean | null;
}

export function receivedView(received: readonly Received[], locale: Locale): ReceivedView {
  const t = messageTexts(locale);
  return {
    lang: locale,
    fallback: t.receivedHeading,
    heading: t.receivedHeading,
    note: received.length === 0 ? t.receivedEmpty : t.receivedCount(received.length),
    rows: received.map(({ id, title, at, confirmed }) => ({
      id,
      title,
      when: momentText(at, locale),
      hasMark: confirmed !== null,
      mark: confirmed === true ? t.confirmedMark : t.unconfirmedMark,
      colour: confirmed === true ? 'good' : 'warning',
    })),
    openLabel: t.open,
  };
}
