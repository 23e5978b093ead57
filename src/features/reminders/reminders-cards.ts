import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { type Base, clip, type Paging, pagingOf } from './card-parts';
import { type DigestRef, digestId, isList } from './digest-id';
import type { ShownItem } from './items';
import { englishItems, exampleItems } from './reminders-examples';
import { remindersTexts } from './reminders-texts';
import { tipTexts } from './tip-texts';
import type { TipId } from './tips';

type Data = { [key: string]: string | number | { type: string } };
type Button = { label: string; digest: string; thing: string; page: number; choice: string };

type ItemView = {
  separated: boolean;
  hasBadge: boolean;
  badge: string;
  colour: string;
  title: string;
  size: 'medium' | 'default';
  style: 'heading' | 'default';
  lines: { text: string }[];
  hasNote: boolean;
  note: string;
  hasButtons: boolean;
  choices: (Button & { style: 'positive' | 'default' })[];
  dialogs: { label: string; data: Data }[];
  links: { label: string; url: string }[];
  minor: (Button & { verb: string })[];
};

export type DigestView = Base &
  Paging & {
    digest: string;
    page: number;
    refreshes: boolean;
    refreshLabel: string;
    hasNotice: boolean;
    notice: string;
    hasHeading: boolean;
    heading: string;
    items: ItemView[];
    hasEmpty: boolean;
    empty: string;
    tips: { heading: string; say: string }[];
    settingsLabel: string;
  };

/** So many items of the largest kind still fit into a message. */
export const ITEMS_A_PAGE = 4;
/** Teams puts further buttons of a row into a menu. */
const MOST_BUTTONS = 6;
const MOST_LINES = 4;

/** One item alone looks like a card made for it: its title is the card's heading. */
export function digestView(options: {
  readonly digest: DigestRef;
  readonly items: readonly ShownItem[];
  readonly page: number;
  readonly notice: string | null;
  /** What may be asked besides; absent for none. */
  readonly tip?: TipId | null;
  /** A new message that answers what was typed; default: the card that follows its items. */
  readonly isAnswer?: boolean;
  readonly locale: Locale;
}): DigestView {
  const { digest, items, notice, tip = null, isAnswer = false, locale } = options;
  const t = remindersTexts(locale);
  const last = Math.max(0, Math.ceil(items.length / ITEMS_A_PAGE) - 1);
  const page = Math.min(options.page, last);
  const shown = items.slice(page * ITEMS_A_PAGE, (page + 1) * ITEMS_A_PAGE);
  const alone = items.length === 1;
  const kind = isList(digest) ? digest : 'sent';
  const empty = kind === 'open' ? t.openEmpty : t.nothingLeft;
  return {
    lang: locale,
    fallback: items.length === 0 ? empty : fallbackOf(items, locale),
    digest,
    page,
    // Refreshed at first sight, it would lose what it says.
    refreshes: notice === null || !isAnswer,
    refreshLabel: t.refresh,
    hasNotice: notice !== null,
    notice: notice ?? '',
    hasHeading: items.length > 1,
    heading: headings(t, items.length)[kind],
    items: shown.map((one, index) => itemView(one, { digest, page, alone, first: index === 0, locale })),
    hasEmpty: items.length === 0,
    empty,
    ...pagingOf(page, last, locale),
    tips: tip === null ? [] : [{ heading: tipTexts(locale).heading, say: tipTexts(locale).say[tip] }],
    settingsLabel: t.settings,
  };
}

const headings = (t: ReturnType<typeof remindersTexts>, count: number) => ({
  open: t.openHeading(count),
  done: t.doneHeading(count),
  sent: t.digestHeading(count),
});

function fallbackOf(items: readonly ShownItem[], locale: Locale): string {
  const t = remindersTexts(locale);
  const [first, ...others] = items;
  if (first !== undefined && others.length === 0)
    return [first.item.title, ...first.item.lines].join('\n').slice(0, 300);
  return t.fallback(items.length, items.map(({ item }) => item.title).join('、')).slice(0, 300);
}

interface Around {
  readonly digest: DigestRef;
  readonly page: number;
  readonly alone: boolean;
  readonly first: boolean;
  readonly locale: Locale;
}

function itemView(shown: ShownItem, { digest, page, alone, first, locale }: Around): ItemView {
  const { thing, item, snoozedUntil, muted } = shown;
  const t = remindersTexts(locale);
  const badge = item.badge ?? (item.open ? null : { text: t.done, colour: 'good' as const });
  const of = { digest, thing, page };
  const minor = minorButtons(shown, locale).map((button) => ({ ...of, ...button }));
  const room = MOST_BUTTONS - minor.length;
  const choices = item.choices.slice(0, 3).map(({ label, choice, primary }) => ({
    ...of,
    label: clip(label, 30),
    choice,
    style: styleOf(primary),
  }));
  const dialogs = item.dialogs.slice(0, room - choices.length).map(({ label, data }) => ({
    label: clip(label, 30),
    data: { ...data, msteams: { type: 'task/fetch' } },
  }));
  const links = item.links.slice(0, room - choices.length - dialogs.length);
  const note = muted ? t.muted : snoozedUntil === null ? '' : t.snoozed(snoozedUntil);
  return {
    separated: !alone && !first,
    hasBadge: badge !== null,
    badge: clip(badge?.text ?? '', 40),
    colour: badge?.colour ?? 'default',
    title: clip(item.title, 80),
    size: alone ? 'medium' : 'default',
    style: alone ? 'heading' : 'default',
    lines: item.lines.slice(0, MOST_LINES).map((text) => ({ text: clip(text, 150) })),
    hasNote: note !== '',
    note,
    hasButtons: choices.length + dialogs.length + links.length + minor.length > 0,
    choices,
    dialogs,
    links: links.map(({ label, url }) => ({ label: clip(label, 30), url })),
    minor,
  };
}

/** What the reminders themselves offer: to put off, to hear no more of it, and to take either back. */
function minorButtons(
  { item, snoozedUntil, muted }: ShownItem,
  locale: Locale,
): readonly { readonly label: string; readonly verb: string; readonly choice: string }[] {
  const t = remindersTexts(locale);
  if (muted) return [{ label: t.unmute, verb: 'reminders.choose', choice: 'unmute' }];
  if (!item.open) return [];
  const buttons = [];
  if (snoozedUntil !== null)
    buttons.push({ label: t.unsnooze, verb: 'reminders.unsnooze', choice: 'unsnooze' });
  else if (item.mayBeSnoozed) buttons.push({ label: t.snooze, verb: 'reminders.snooze', choice: 'snooze' });
  if (item.mayBeMuted) buttons.push({ label: t.mute, verb: 'reminders.choose', choice: 'mute' });
  return buttons;
}

const styleOf = (primary: boolean) => (primary ? ('positive' as const) : ('default' as const));

const example = (
  count: number,
  more: { digest?: DigestRef; page?: number; notice?: string; tip?: TipId; locale?: Locale } = {},
): DigestView =>
  digestView({
    digest: more.digest ?? 'open',
    items: (more.locale === 'en' ? englishItems : exampleItems).slice(0, count),
    page: more.page ?? 0,
    notice: more.notice ?? null,
    tip: more.tip ?? null,
    locale: more.locale ?? 'ja',
  });

export const digestCard = defineCard<DigestView>({
  name: 'reminders/digest',
  examples: {
    one: example(1),
    tip: example(2, { tip: 'grant' }),
    several: example(3),
    sent: example(2, { digest: digestId.parse('00000000-0000-4000-8000-000000000001'), locale: 'en' }),
    paged: example(exampleItems.length, {
      page: 1,
      notice: '「職場意見交換会」を11/25(水)にもう一度お知らせします。',
    }),
    empty: example(0, { locale: 'en' }),
  },
});
