import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type Day, dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { ReminderItem } from '../reminders';
import { type Campaign, policyOf } from './campaign';
import { itemTexts } from './item-texts';
import type { Member } from './member-store';
import type { RulesByTemplate } from './template-rules';
import { templateTexts } from './template-texts';

type Shown = Pick<Campaign, 'specific' | 'texts' | 'dueOn' | 'opensOn' | 'link' | 'cadence' | 'status'>;

export interface ItemOptions {
  readonly campaign: Shown;
  readonly member: Member['status'];
  /** Name of who recorded it for the member (代理). */
  readonly recorder?: string | null;
  /** Of the template's own rules. */
  readonly lines: readonly string[];
  readonly dialogs?: ReminderItem['dialogs'];
  readonly today: Day;
  readonly calendar: BusinessCalendar;
  readonly locale: Locale;
}

/** HR's text in the reader's language; Japanese where there is no other. */
export function cardText({ texts }: Pick<Campaign, 'texts'>, locale: Locale) {
  const { title, body } = texts[locale];
  return { title: title === '' ? texts.ja.title : title, body: body === '' ? texts.ja.body : body };
}

/** What the template's own rules add to an item. */
export function addedByRules(
  all: RulesByTemplate,
  campaign: Campaign,
  locale: Locale,
): Pick<ItemOptions, 'lines' | 'dialogs'> {
  const rules = all[campaign.specific.template];
  const dialogs = rules?.itemDialogs?.(campaign, locale) ?? [];
  return {
    lines: rules?.itemLines?.(campaign, locale) ?? [],
    dialogs: dialogs.map(({ label, verb }) => ({ label, data: { verb, id: campaign.id } })),
  };
}

/** A campaign as one who is asked sees it. */
export function itemView(options: ItemOptions): ReminderItem {
  const { campaign, member, today, locale } = options;
  const t = itemTexts(locale);
  const own = templateTexts(locale)[campaign.specific.template];
  const policy = policyOf(campaign);
  const said = policy.runBy === 'stress_admin' ? t.stressCheck : t;
  const { title, body } = cardText(campaign, locale);
  const accepts = acceptsNow(campaign, today);
  const isOpen = member.kind === 'open' && accepts && campaign.status.kind === 'running';
  const mayFinish = member.kind === 'open' && accepts && policy.completion === 'self';
  const mayUndo = member.kind === 'done' && member.by === 'self' && accepts;
  return {
    title,
    lines: [
      body,
      ...(campaign.status.kind === 'paused' && member.kind === 'open' ? [said.paused] : [dueLine(options)]),
      ...(member.kind === 'done' && member.by === 'import' ? [said.importedLine] : []),
      ...(member.kind === 'done' && member.by === 'proxy'
        ? [t.proxyLine(options.recorder ?? t.proxyUnknown, shortDay(dayOf(member.at), locale))]
        : []),
      ...options.lines,
    ].filter((line) => line !== ''),
    badge: badgeOf(options, own.doneBadge),
    open: isOpen,
    choices: [
      ...(mayFinish ? [{ label: own.done, choice: 'done', primary: true }] : []),
      ...(mayUndo ? [{ label: t.undo, choice: 'undo', primary: false }] : []),
    ],
    links:
      campaign.link !== null && accepts && member.kind === 'open'
        ? [{ label: own.link, url: campaign.link }]
        : [],
    dialogs: options.dialogs ?? [],
    mayBeSnoozed: isOpen,
    // What one need not do, one may not want to hear of.
    mayBeMuted: isOpen && (policy.completion === 'none' || policy.runBy === 'stress_admin'),
  };
}

/** Whether something can still come of it: nobody is asked for what is closed. Late is welcome where reminders go on. */
export function acceptsNow(
  { status, cadence, dueOn }: Pick<Shown, 'status' | 'cadence' | 'dueOn'>,
  today: Day,
): boolean {
  if (status.kind === 'ended') return false;
  return cadence.overdue !== null || today <= dueOn;
}

export function dueLine({ campaign, member, today, calendar, locale }: ItemOptions): string {
  const t = itemTexts(locale);
  const due = shortDay(campaign.dueOn, locale);
  if (member.kind !== 'open') return t.dueClosed(due);
  if (!acceptsNow(campaign, today)) return t.over(due);
  if (today > campaign.dueOn) return t.overdue(due);
  if (today === campaign.dueOn) return t.dueToday(due);
  const left = calendar.openDaysBetween(today, campaign.dueOn);
  return left === 0 ? t.dueClosed(due) : t.due(due, left);
}

/** So near, in open days, the day is marked. */
const NEAR = 3;

function badgeOf(
  { campaign, member, today, calendar, locale }: ItemOptions,
  done: string,
): ReminderItem['badge'] {
  const t = itemTexts(locale);
  if (member.kind === 'done') return { text: done, colour: 'good' };
  if (member.kind === 'left' || !acceptsNow(campaign, today)) return { text: t.overBadge, colour: 'default' };
  if (campaign.status.kind === 'paused') return { text: t.pausedBadge, colour: 'default' };
  if (today > campaign.dueOn) return { text: t.overdueBadge, colour: 'warning' };
  if (today === campaign.dueOn) return { text: t.today, colour: 'warning' };
  const left = calendar.openDaysBetween(today, campaign.dueOn);
  // Due on a closed day, after the last open one.
  if (left === 0) return { text: t.soon, colour: 'warning' };
  return { text: t.left(left), colour: left <= NEAR ? 'warning' : 'accent' };
}
