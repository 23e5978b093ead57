import type { Button } from '../../cards/buttons';
import { filled } from '../../cards/limited-markdown';
import { instantAt } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { type AudienceCount, describeAudience } from '../audience';
import { type Announcement, type AnnouncementState, textIn } from './announcement';
import { announcementsTexts } from './announcements-texts';
import { composeTexts } from './compose-texts';
import { type DialogButton, dialogButtons, mainButtons, moreButtons } from './hr-buttons';
import { messageTexts } from './message-texts';
import { RECIPIENT_STATES, type StateCounts } from './recipient';
import { momentText } from './when';

type Base = { lang: Locale; fallback: string };
/** Weights of a bar's two columns; one of weight 0 is left out. */
export type Bar = { done: number; rest: number; hasDone: boolean; hasRest: boolean };
export const barOf = (done: number, all: number): Bar => ({
  done,
  rest: Math.max(all - done, all === 0 ? 1 : 0),
  hasDone: done > 0,
  hasRest: all > done || all === 0,
});

export type AnnouncementView = Base & {
  id: string;
  /** Refreshes by itself when it is looked at; one that says something keeps it. */
  isMoving: boolean;
  heading: string;
  badge: string;
  colour: string;
  hasNote: boolean;
  note: string;
  /** What the note is about; shown nowhere. */
  about: string;
  facts: { line: string }[];
  bars: { text: string; bar: Bar }[];
  lines: { text: string }[];
  hasProblems: boolean;
  problemsHeading: string;
  problems: { text: string }[];
  hasMain: boolean;
  main: Button[];
  hasDialogs: boolean;
  dialogs: DialogButton[];
  more: Button[];
  listLabel: string;
  refreshLabel: string;
};

/** How far it has got, in numbers. */
export interface Standing {
  readonly counts: StateCounts;
  readonly confirmed: number;
  readonly posts: { readonly sent: number; readonly all: number };
  /** Corrections and deletions that have not ended, and those that were refused. */
  readonly changesOpen: number;
  readonly changesLost: number;
  /** Waiting beyond today, because people have had their messages; `until` is the last moment. */
  readonly later: { readonly count: number; readonly until: Date } | null;
}

export interface AnnouncementShown {
  readonly announcement: Announcement;
  /** Who looks at it. */
  readonly viewer: { readonly id: EmployeeId };
  /** Null once it has gone out: then the standing counts. */
  readonly count: AudienceCount | null;
  readonly standing: Standing | null;
  readonly channels: readonly string[];
  readonly problems: readonly string[];
  /** When it would go out if it were started now. */
  readonly wouldStartAt: Date;
  readonly nameOf: (person: EmployeeId) => string;
  readonly note: string | null;
}

const COLOURS: Readonly<Record<AnnouncementState, string>> = {
  draft: 'default',
  requested: 'warning',
  scheduled: 'accent',
  sending: 'accent',
  paused: 'warning',
  finished: 'good',
  cancelled: 'warning',
  withdrawn: 'attention',
};

/** Its title as HR reads it, with the variables as they are. */
export function titleOf({ content }: Pick<Announcement, 'content'>, locale: Locale): string {
  const { title } = textIn(content, locale);
  return title === '' ? announcementsTexts(locale).untitled : filled(title, {});
}

/** An announcement as HR sees it, with what can be done now. */
export function announcementView(shown: AnnouncementShown, locale: Locale): AnnouncementView {
  const { announcement, note, problems, standing } = shown;
  const t = announcementsTexts(locale);
  const { kind } = announcement.status;
  const heading = titleOf(announcement, locale);
  const main = mainButtons(shown, locale);
  const dialogs = dialogButtons(announcement, locale);
  return {
    lang: locale,
    fallback: `${note === null ? '' : `${note}\n`}${heading}：${t.state[kind]}`,
    id: announcement.id,
    isMoving: kind === 'sending' && note === null,
    heading,
    badge: t.state[kind],
    colour: COLOURS[kind],
    hasNote: note !== null,
    note: note ?? '',
    about: aboutOf(announcement),
    facts: factsOf(shown, locale),
    bars: standing === null ? [] : barsOf(announcement, standing, locale),
    lines: linesOf(shown, locale).map((text) => ({ text })),
    hasProblems: problems.length > 0,
    problemsHeading: t.problems,
    problems: problems.map((text) => ({ text: `・${text}` })),
    hasMain: main.length > 0,
    main,
    hasDialogs: dialogs.length > 0,
    dialogs,
    more: moreButtons(announcement, locale),
    listLabel: t.list,
    refreshLabel: t.refresh,
  };
}

/** A note says something about a stretch of its life, or about a correction that waits. */
function aboutOf({ status: { kind }, correction }: Announcement): string {
  if (correction !== null) return 'correction';
  return kind === 'scheduled' || kind === 'sending' ? 'under-way' : kind;
}

function factsOf(shown: AnnouncementShown, locale: Locale) {
  const { announcement, count, channels, nameOf } = shown;
  const t = announcementsTexts(locale);
  const { audience, content, plan, status, createdBy } = announcement;
  const approvedBy = 'approvedBy' in status ? status.approvedBy : null;
  const badge = messageTexts(locale).badge[content.importance];
  const confirmation = plan.chases ? t.confirmChased : t.confirmWanted;
  return [
    {
      title: t.factAudience,
      value: plan.toPeople ? describeAudience(audience, locale).join(' / ') : t.channelsOnly,
    },
    ...(count === null || !plan.toPeople ? [] : [{ title: t.factCount, value: t.people(count.total) }]),
    ...(channels.length === 0 ? [] : [{ title: t.factChannels, value: channels.join(t.and) }]),
    'startedAt' in status
      ? { title: t.factWhenStarted, value: momentText(status.startedAt, locale) }
      : { title: t.factWhen, value: whenText(shown, locale) },
    ...(badge === '' ? [] : [{ title: t.factImportance, value: badge }]),
    ...(content.asksConfirmation ? [{ title: t.factConfirm, value: confirmation }] : []),
    ...(content.asksConfirmation && plan.managersSee
      ? [{ title: t.factManagers, value: t.managersSee }]
      : []),
    ...(plan.repeat === 'never'
      ? []
      : [{ title: t.factRepeat, value: composeTexts(locale).repeats[plan.repeat] }]),
    { title: t.factBy, value: nameOf(createdBy) },
    ...(approvedBy === null ? [] : [{ title: t.factApproved, value: nameOf(approvedBy) }]),
  ].map(({ title, value }) => ({ line: t.fact(title, value) }));
}

function whenText({ announcement, wouldStartAt }: AnnouncementShown, locale: Locale): string {
  const t = announcementsTexts(locale);
  const { plan, status } = announcement;
  if (status.kind === 'scheduled') return momentText(status.startsAt, locale);
  if (plan.at === null) return t.atOnce;
  const wanted = instantAt(plan.at.day, plan.at.time);
  const asked = momentText(wanted, locale);
  return wouldStartAt > wanted ? t.movedTo(asked, momentText(wouldStartAt, locale)) : asked;
}

function barsOf({ content }: Announcement, { counts, confirmed }: Standing, locale: Locale) {
  const t = announcementsTexts(locale);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  return [
    { text: t.sent(counts.sent, all), bar: barOf(counts.sent, all) },
    ...(content.asksConfirmation
      ? [
          {
            text: t.confirmed(confirmed, counts.sent),
            bar: barOf(Math.min(confirmed, counts.sent), counts.sent),
          },
        ]
      : []),
  ];
}

/** Numbers that are not nothing, but for the sent ones, which the bar tells. */
export const countTexts = (counts: StateCounts, locale: Locale): readonly string[] => {
  const t = announcementsTexts(locale);
  return RECIPIENT_STATES.filter((state) => state !== 'sent' && counts[state] > 0).map((state) =>
    t.countOf(t.counts[state], counts[state]),
  );
};

/** The audience in numbers, as far as there is something to tell. */
export function audienceLines(count: AudienceCount, locale: Locale): readonly string[] {
  const t = announcementsTexts(locale);
  return [
    count.notInTeams === 0 ? '' : t.notInTeams(count.notInTeams),
    count.onLeave === 0 ? '' : t.onLeave(count.onLeave),
    count.unknown === 0 ? '' : t.unknown(count.unknown),
  ].filter((line) => line !== '');
}

function linesOf({ announcement, count, standing, nameOf }: AnnouncementShown, locale: Locale) {
  const t = announcementsTexts(locale);
  const { correction } = announcement;
  const lines = count === null ? [] : [...audienceLines(count, locale)];
  if (standing !== null) {
    const { counts, posts, later, changesOpen, changesLost } = standing;
    lines.push(countTexts(counts, locale).join(t.and));
    if (later !== null) lines.push(t.waitingLater(later.count, momentText(later.until, locale)));
    if (posts.all > 0) lines.push(t.posted(posts.sent, posts.all));
    if (changesOpen > 0) lines.push(t.changesLeft(changesOpen));
    if (changesLost > 0) lines.push(t.changesLost(changesLost));
  }
  if (correction !== null) lines.push(t.correctionWaits(nameOf(correction.by)));
  return lines.filter((line) => line !== '');
}

export type AskView = Base & {
  id: string;
  heading: string;
  lines: { text: string }[];
  hasYes: boolean;
  yes: { label: string; verb: string; style: 'positive' | 'destructive' };
  backLabel: string;
};

/** A question before what cannot be undone, or reaches many. `yes` null: there is no way on. */
export const askView = (
  announcement: Announcement,
  ask: {
    readonly heading: string;
    readonly lines: readonly string[];
    readonly yes: AskView['yes'] | null;
  },
  locale: Locale,
): AskView => ({
  lang: locale,
  fallback: ask.heading,
  id: announcement.id,
  heading: ask.heading,
  lines: ask.lines.map((text) => ({ text })),
  hasYes: ask.yes !== null,
  yes: ask.yes ?? { label: '', verb: 'announcements.show', style: 'positive' },
  backLabel: announcementsTexts(locale).back,
});
