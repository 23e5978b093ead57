import { filled, type Markdown } from '../../cards/limited-markdown';
import { dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { type Announcement, type AnnouncementContent, labelIn, textIn } from './announcement';
import { messageTexts } from './message-texts';
import { momentText } from './when';

export type MessageView = {
  lang: Locale;
  fallback: string;
  id: string;
  /** What a refresh shows again. */
  mode: MessageMode;
  width: string;
  hasNote: boolean;
  note: string;
  hasBadge: boolean;
  badge: string;
  colour: string;
  from: string;
  title: string;
  hasPicture: boolean;
  picture: string;
  pictureAlt: string;
  body: Markdown;
  hasCorrected: boolean;
  corrected: string;
  buttons: { label: string; isLink: boolean; url: string; isOpener: boolean; nth: number }[];
  asks: boolean;
  asked: string;
  confirmLabel: string;
  isConfirmed: boolean;
  confirmed: string;
};

/** What of an announcement its recipients see. */
export type Shown = Pick<Announcement, 'id' | 'content' | 'correctedAt'> & {
  readonly withdrawn: boolean;
};

export const shownOf = ({ id, content, correctedAt, status }: Announcement): Shown => ({
  id,
  content,
  correctedAt,
  withdrawn: status.kind === 'withdrawn',
});

/**
 * - `person`: as somebody of the audience gets it. `channel`: read by many, who confirm nothing there.
 * - `test`, `preview`; `phone`: a preview no wider than a phone; `correction`: of a correction that waits for a second person.
 */
export const MESSAGE_MODES = ['person', 'channel', 'test', 'preview', 'phone', 'correction'] as const;
export type MessageMode = (typeof MESSAGE_MODES)[number];

/** Whether the card only shows how it would look: nothing that is tapped on it counts. */
export const isPreview = (mode: MessageMode): boolean => mode !== 'person' && mode !== 'channel';

export interface Reader {
  /** Null in a channel. */
  readonly person: Pick<Person, 'name' | 'section'> | null;
  readonly confirmedAt: Date | null;
  readonly locale: Locale;
}

/** Whom a preview names: of what is posted in channels alone nobody, as there. */
export const namedInPreview = <P>({ plan }: Pick<Announcement, 'plan'>, person: P): P | null =>
  plan.toPeople ? person : null;

/** Whom 氏名 and 所属 name. */
export const valuesFor = ({ person, locale }: Pick<Reader, 'person' | 'locale'>): Markdown['values'] => {
  const { everybody } = messageTexts(locale);
  return { 氏名: person?.name ?? everybody, 所属: person?.section ?? everybody };
};

/** 「{氏名} さん（{所属}）」 speaks to one person; where many read along it is 「各位」, once and without さん. */
const ADDRESS =
  /(?:[{｛]所属[}｝][\s　・の]*)?[{｛]氏名[}｝][ 　]*(?:さん|さま|様|殿)?(?:[（(][{｛]所属[}｝][）)])?/gu;

export function textFor(content: AnnouncementContent, { person, locale }: Pick<Reader, 'person' | 'locale'>) {
  const text = textIn(content, locale);
  if (person !== null) return text;
  const toAll = (written: string): string => written.replace(ADDRESS, '{氏名}');
  return { title: toAll(text.title), body: toAll(text.body) };
}

const PHONE_WIDTH = '300px';
const COLOURS = { normal: 'default', important: 'warning', emergency: 'attention' } as const;

/** The announcement as its reader sees it now. */
export function messageView(shown: Shown, reader: Reader, mode: MessageMode): MessageView {
  const { content, correctedAt, withdrawn } = shown;
  const { confirmedAt, locale } = reader;
  const t = messageTexts(locale);
  const values = valuesFor(reader);
  const text = textFor(content, reader);
  const title = filled(text.title, values);
  const note = {
    person: '',
    channel: '',
    test: t.test,
    preview: t.preview,
    phone: t.previewPhone,
    correction: t.previewCorrection,
  }[mode];
  const badge = t.badge[content.importance];
  const asks = content.asksConfirmation && !withdrawn && mode !== 'channel';
  const { picture } = content;
  return {
    lang: locale,
    fallback: badge === '' ? title : `【${badge}】${title}`,
    id: shown.id,
    mode,
    width: mode === 'phone' ? PHONE_WIDTH : 'stretch',
    hasNote: note !== '',
    note,
    hasBadge: badge !== '',
    badge,
    colour: COLOURS[content.importance],
    from: t.from,
    title,
    hasPicture: picture !== null && !withdrawn,
    picture: picture?.url ?? '',
    pictureAlt: picture?.alt ?? '',
    body: { markdown: withdrawn ? t.withdrawn : text.body, values },
    hasCorrected: correctedAt !== null && !withdrawn,
    corrected: correctedAt === null ? '' : t.corrected(shortDay(dayOf(correctedAt), locale)),
    buttons: withdrawn ? [] : buttonsOf(content, locale),
    asks: asks && confirmedAt === null,
    asked: t.asked,
    confirmLabel: t.confirm,
    isConfirmed: asks && confirmedAt !== null,
    confirmed: confirmedAt === null ? '' : t.confirmed(momentText(confirmedAt, locale)),
  };
}

const buttonsOf = ({ buttons }: AnnouncementContent, locale: Locale): MessageView['buttons'] =>
  buttons.map((button, nth) => ({
    label: labelIn(button, locale),
    isLink: button.kind === 'link',
    url: button.kind === 'link' ? button.url : '',
    isOpener: button.kind !== 'link',
    nth,
  }));
