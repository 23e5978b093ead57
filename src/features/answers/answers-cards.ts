import { defineCard } from '../../cards/define-card';
import { localised } from '../../core/texts';
import type { Locale, Message } from '../../core/turn';
import type { SensitiveTopic } from '../sensitive';
import { answersTexts } from './answers-texts';
import { type Desk, deskName, desksFor, foremost } from './desk';
import type { Entry } from './knowledge';
import { sensitiveTexts } from './sensitive-texts';

type Base = { lang: Locale; fallback: string };

type RelatedView = { id: string; title: string; question: string };
type FactView = { label: string; value: string };

export type AnswerView = Base & {
  id: string;
  question: string;
  title: string;
  text: string;
  hasBadge: boolean;
  badge: string;
  hasContact: boolean;
  contact: FactView[];
  source: string;
  hasRelated: boolean;
  related: RelatedView[];
  offersDesks: boolean;
  desksHint: string;
  canRate: boolean;
  helpfulLabel: string;
  unhelpfulLabel: string;
  askLabel: string;
};

export type CandidatesView = Base & {
  heading: string;
  candidates: (RelatedView & { preview: string })[];
  offersDesks: boolean;
  desksHint: string;
  noneLabel: string;
  question: string;
};

export type UnknownView = Base & {
  heading: string;
  text: string;
  hasThanks: boolean;
  thanks: string;
  askLabel: string;
  canContribute: boolean;
  contributeLabel: string;
  desksLabel: string;
  question: string;
  kind: string;
};

export type DesksView = Base & {
  urgent: boolean;
  urgentText: string;
  heading: string;
  text: string;
  desks: {
    id: string;
    shown: boolean;
    name: string;
    hasPhone: boolean;
    phone: string;
    hasNote: boolean;
    note: string;
  }[];
  /** Desks behind a button, so that on a phone what answers a plain question is in sight too. */
  hasFolded: boolean;
  foldedLabel: string;
  foldedIds: string[];
  privacy: string;
  /** What answers the text if it is a plain question after all. */
  hasEntries: boolean;
  entriesHint: string;
  entries: { id: string; title: string }[];
  links: { title: string; url: string }[];
};

/** The question travels in the card's buttons; more of it would only make the card large. */
const LONGEST_QUESTION = 500;
const shorten = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text;

/** English needs about twice the letters for the same. */
const shortenIn = (locale: Locale, text: string, length: number): string =>
  shorten(text, locale === 'en' ? 2 * length : length);

export const titleOf = (entry: Entry, locale: Locale): string =>
  localised(locale, entry.title, entry.titleEn);
export const textOf = (entry: Entry, locale: Locale): string => localised(locale, entry.text, entry.textEn);

export function answerView(options: {
  entry: Entry;
  question: string;
  desk: Desk | null;
  related: readonly Entry[];
  offersDesks: boolean;
  initiativeTitles: readonly string[];
  rated: boolean;
  locale: Locale;
}): AnswerView {
  const { entry, desk, related, locale } = options;
  const t = answersTexts(locale);
  const question = shorten(options.question, LONGEST_QUESTION);
  const hours = desk === null ? null : localised(locale, desk.hours, desk.hoursEn);
  const contact: FactView[] =
    desk === null
      ? []
      : [
          { label: t.contactLabel, value: deskName(desk, locale) },
          ...(desk.phone === null ? [] : [{ label: t.phoneLabel, value: desk.phone }]),
          ...(hours === null ? [] : [{ label: t.hoursLabel, value: hours }]),
        ];
  const badge = [entry.underStudy ? t.underStudyBadge : '', entry.sample ? t.sampleBadge : '']
    .filter(Boolean)
    .join('・');
  return {
    lang: locale,
    fallback: shorten(`${titleOf(entry, locale)}\n${textOf(entry, locale)}`, 500),
    id: entry.id,
    question,
    title: titleOf(entry, locale),
    text: textOf(entry, locale),
    hasBadge: badge !== '',
    badge,
    hasContact: contact.length > 0,
    contact,
    source:
      options.initiativeTitles.length > 0
        ? t.source(options.initiativeTitles.join(t.join))
        : t.signpostSource,
    hasRelated: related.length > 0,
    related: related.map((other) => ({
      id: other.id,
      title: shortenIn(locale, titleOf(other, locale), 40),
      question,
    })),
    offersDesks: options.offersDesks,
    desksHint: t.desksHint,
    canRate: !options.rated,
    helpfulLabel: t.helpful,
    unhelpfulLabel: t.unhelpful,
    askLabel: t.askHr,
  };
}

export function candidatesView(
  entries: readonly Entry[],
  question: string,
  offersDesks: boolean,
  locale: Locale,
): CandidatesView {
  const t = answersTexts(locale);
  const short = shorten(question, LONGEST_QUESTION);
  return {
    lang: locale,
    fallback: `${t.candidatesHeading} ${entries.map((entry) => titleOf(entry, locale)).join(' / ')}`,
    heading: t.candidatesHeading,
    candidates: entries.map((entry) => ({
      id: entry.id,
      title: titleOf(entry, locale),
      preview: shortenIn(locale, textOf(entry, locale), 80),
      question: short,
    })),
    offersDesks,
    desksHint: t.desksHint,
    noneLabel: t.none,
    question: short,
  };
}

export function unknownView(options: {
  kind: 'unanswered' | 'none-fitted' | 'unhelpful';
  question: string;
  contributed: boolean;
  locale: Locale;
}): UnknownView {
  const t = answersTexts(options.locale);
  const unhelpful = options.kind === 'unhelpful';
  const heading = unhelpful ? t.notHelpfulHeading : t.unknownHeading;
  return {
    lang: options.locale,
    fallback: heading,
    heading,
    text: unhelpful ? t.notHelpfulText : t.unknownText,
    hasThanks: options.contributed,
    thanks: t.contributed,
    askLabel: t.askHr,
    canContribute: !options.contributed,
    contributeLabel: t.contribute,
    desksLabel: t.desksLabel,
    question: shorten(options.question, LONGEST_QUESTION),
    kind: options.kind,
  };
}

export function desksView(
  topic: SensitiveTopic | 'any',
  desks: readonly Desk[],
  locale: Locale,
  entries: readonly Entry[] = [],
): DesksView {
  const t = answersTexts(locale);
  const s = sensitiveTexts(locale);
  const { heading, text } =
    topic === 'any' ? { heading: t.desksHeading, text: t.desksText } : s.topics[topic];
  const fitting = desksFor(topic, desks);
  const [shown, folded] = entries.length === 0 ? [fitting, []] : foremost(fitting);
  const idOf = (position: number): string => `desk${position}`;
  const urgent = topic !== 'debt' && topic !== 'whistleblowing' && topic !== 'career_demotion';
  return {
    lang: locale,
    fallback: [
      urgent ? s.urgent : '',
      heading,
      ...fitting.map((desk) => `${deskName(desk, locale)} ${desk.phone ?? ''}`),
    ]
      .join('\n')
      .slice(0, 700),
    urgent,
    urgentText: s.urgent,
    heading,
    text,
    desks: [...shown, ...folded].map((desk, position) => {
      const note = [
        localised(locale, desk.hours, desk.hoursEn),
        desk.outsideHr && !desk.external ? s.outside : null,
        localised(locale, desk.note, desk.noteEn),
      ]
        .filter(Boolean)
        .join(s.join);
      const phone = desk.phone ?? (desk.url === null ? s.unconfirmed : null);
      return {
        id: idOf(position),
        shown: position < shown.length,
        name: deskName(desk, locale),
        hasPhone: phone !== null,
        phone: phone ?? '',
        hasNote: note !== '',
        note,
      };
    }),
    hasFolded: folded.length > 0,
    foldedLabel: s.moreDesks(folded.length),
    foldedIds: [...folded.map((_, place) => idOf(shown.length + place)), 'more'],
    privacy: topic === 'any' ? t.desksPrivacy : s.privacy,
    hasEntries: entries.length > 0,
    entriesHint: t.plainQuestion,
    entries: entries.map((entry) => ({ id: entry.id, title: shortenIn(locale, titleOf(entry, locale), 60) })),
    links: [...shown, ...folded]
      .flatMap((desk) =>
        desk.url === null ? [] : [{ title: shortenIn(locale, deskName(desk, locale), 24), url: desk.url }],
      )
      .slice(0, 4),
  };
}

const exampleEntry: Entry = {
  id: 'F-1.1.2-01',
  kind: 'faq',
  title: '資格を取るための費用に助成はありますか。',
  text: '公務に有効な資格取得講座や通信教育は、受講料などの費用の助成を受けられます。\n・対象や額は、毎年度の実施要領で人事課がお知らせします。',
  titleEn: null,
  textEn: null,
  alternates: [],
  alternatesEn: [],
  initiatives: [],
  contact: 'C-jinji',
  underStudy: false,
  sample: true,
};

const exampleDesks: readonly Desk[] = [
  {
    id: 'C-life',
    name: '相談電話（見本）',
    nameEn: 'Helpline (sample)',
    topics: ['life_danger', 'mental_health'],
    phone: '0120-000-000',
    url: 'https://example.jp/',
    hours: '24時間',
    hoursEn: '24 hours',
    note: '通話料はかかりません',
    noteEn: 'Calls are free',
    outsideHr: true,
    external: true,
  },
  {
    id: 'C-hr',
    name: '人事課 相談窓口（見本）',
    nameEn: null,
    topics: ['harassment', 'mental_health', 'debt'],
    phone: null,
    url: null,
    hours: null,
    hoursEn: null,
    note: null,
    noteEn: null,
    outsideHr: false,
    external: false,
  },
];

const manyDesks: readonly Desk[] = [
  ...exampleDesks,
  ...['健康相談室', '県の相談窓口', '市民の人権相談', '弁護士会の相談'].map(
    (name, at): Desk => ({
      id: `C-more-${at}`,
      name: `${name}（見本）`,
      nameEn: null,
      topics: ['harassment'],
      phone: `000-000-000${at}`,
      url: null,
      hours: '平日 9:00〜17:00',
      hoursEn: 'weekdays 9:00–17:00',
      note: null,
      noteEn: null,
      outsideHr: at > 0,
      external: at > 0,
    }),
  ),
];

const exampleAnswer = (rated: boolean, offersDesks = false): AnswerView =>
  answerView({
    entry: exampleEntry,
    question: '資格の勉強のお金って出る？',
    desk: exampleDesks[1] ?? null,
    related: [exampleEntry],
    offersDesks,
    initiativeTitles: ['1.1.2 通信教育・資格取得講座の啓発・支援'],
    rated,
    locale: 'ja',
  });

export const answerCard = defineCard<AnswerView>({
  name: 'answers/answer',
  examples: { fresh: exampleAnswer(false), rated: exampleAnswer(true), desks: exampleAnswer(false, true) },
});
export const candidatesCard = defineCard<CandidatesView>({
  name: 'answers/candidates',
  examples: {
    three: candidatesView([exampleEntry, exampleEntry, exampleEntry], '資格', false, 'ja'),
    desks: candidatesView([exampleEntry, exampleEntry], '資格', true, 'ja'),
  },
});
export const unknownCard = defineCard<UnknownView>({
  name: 'answers/unknown',
  examples: {
    unanswered: unknownView({ kind: 'unanswered', question: '質問', contributed: false, locale: 'ja' }),
    contributed: unknownView({ kind: 'unhelpful', question: '質問', contributed: true, locale: 'ja' }),
  },
});
export const desksCard = defineCard<DesksView>({
  name: 'answers/desks',
  examples: {
    danger: desksView('life_danger', exampleDesks, 'ja'),
    question: desksView('harassment', manyDesks, 'ja', [
      exampleEntry,
      { ...exampleEntry, id: 'F-2.6.4-01', title: 'ハラスメントの研修は、いつありますか。' },
    ]),
    any: desksView('any', exampleDesks, 'en'),
  },
});

export const asMessage = <View extends { fallback: string }>(
  card: { render(view: View): Extract<Message, { kind: 'card' }>['card'] },
  view: View,
): Message => ({ kind: 'card', card: card.render(view), summary: view.fallback });
