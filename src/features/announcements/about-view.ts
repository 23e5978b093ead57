import { defineCard } from '../../cards/define-card';
import { plainText } from '../../cards/limited-markdown';
import type { Locale } from '../../core/turn';
import type { Announcement } from './announcement';
import { exampleContent, exampleId } from './message-card';
import { messageTexts } from './message-texts';
import { type Reader, textFor, valuesFor } from './message-view';

type AboutView = {
  lang: Locale;
  fallback: string;
  /** Whether lines of it answer; else all of them are shown. */
  fits: boolean;
  id: string;
  heading: string;
  intro: string;
  lines: { text: string }[];
  asks: boolean;
  confirmLabel: string;
  showLabel: string;
  /** Not where others read along. */
  mayAskHr: boolean;
  askLabel: string;
  question: string;
};

type About = Pick<Announcement, 'id' | 'content'>;
type Asker = Pick<Reader, 'person' | 'locale'>;

const MOST_LINES = 6;
const LONGEST_QUESTION = 1_000;

/** Kinds of questions, and what an answering line speaks of. */
const KINDS: readonly (readonly [asked: RegExp, answering: RegExp])[] = [
  [
    /いつ|何時|何日|期間|期限|締め?切|日程|日時|まで|when|until|deadline/i,
    /\d+\s*[月/]\s*\d+|\d+\s*[日時]|\d+:\d+|午前|午後|期間|期限|締め?切|\bby \d|\d (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  ],
  [
    /どこ|場所|会場|where|venue/i,
    /会場|場所|会議室|ホール|[0-9０-９]階|庁舎|センター|オンライン|teams|zoom|room|hall/i,
  ],
  [
    /誰|だれ|対象|私も|わたしも|自分も|必須|全員|who|do i have/i,
    /対象|全職員|職員|希望者|除く|必須|everybody|staff/i,
  ],
  [
    /どうやって|どうすれば|方法|申し?込|手続|how (do|can)/i,
    /申し?込|方法|提出|登録|から受講|押し|apply|submit|register/i,
  ],
  [/費用|料金|いくら|お金|自己負担|cost|fee/i, /円|費用|無料|負担|yen|free/i],
  [/何分|どのくらい|どれくらい|所要|何時間|how long/i, /\d+\s*分|時間|所要|minutes|hours/i],
  [/問い?合わせ|連絡先|電話|内線|contact/i, /内線|電話|連絡|問い?合わせ|@|contact|phone/i],
];

/** The lines of an announcement that answer a question; `person` null in a channel. */
export function aboutView(about: About, question: string, asker: Asker): AboutView {
  const t = messageTexts(asker.locale);
  const { title, lines: all } = textOf(about, asker);
  const fitting = all.filter((line) => answers(line, question));
  const fits = fitting.length > 0;
  return {
    ...frame(about, t.aboutHeading(title), t.aboutQuestion(title, question), asker),
    fits,
    intro: fits ? t.aboutParts : t.aboutWhole,
    lines: (fits ? fitting : all).slice(0, MOST_LINES).map((line) => ({ text: line })),
  };
}

/** What a reaction is answered with: how to ask, and that it is no confirmation where one is `asked` for. */
export function reactionView(about: About, asked: boolean, asker: Asker): AboutView {
  const t = messageTexts(asker.locale);
  const { title } = textOf(about, asker);
  return {
    ...frame(about, t.reactionHeading(title), t.aboutQuestion(title, ''), asker),
    fits: false,
    intro: t.reactionIntro,
    lines: asked ? [{ text: t.reactionNoConfirmation }] : [],
    asks: asked,
  };
}

function frame({ id }: About, heading: string, question: string, { person, locale }: Asker) {
  const t = messageTexts(locale);
  return {
    lang: locale,
    fallback: heading,
    id,
    heading,
    asks: false,
    confirmLabel: t.confirm,
    showLabel: t.aboutShow,
    mayAskHr: person !== null,
    askLabel: t.aboutAsk,
    question: question.slice(0, LONGEST_QUESTION),
  };
}

const MARK = /^(?:[-*•・])\s*/u;

/** Without any formatting; of a list the points. */
function textOf({ content }: About, asker: Asker) {
  const values = valuesFor(asker);
  const { title, body } = textFor(content, asker);
  const lines = plainText({ markdown: body, values })
    .split('\n')
    .map((line) => line.trim().replace(MARK, '・'))
    .filter((line) => line !== '');
  return { title: plainText({ markdown: title, values }), lines };
}

/** Whether a line speaks of what is asked: by the kind of the question, or by a word of it. */
function answers(line: string, question: string): boolean {
  if (KINDS.some(([asked, answering]) => asked.test(question) && answering.test(line))) return true;
  return wordsIn(question).some((word) => line.includes(word));
}

/** Words of kanji, katakana or letters: what a question is about is among them. */
const wordsIn = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(/[\p{sc=Han}々]{2,}|[\p{sc=Katakana}ー]{3,}|[A-Za-z]{4,}/gu)]
    .map(([word]) => word)
    .filter((word) => !GENERIC.has(word));

const GENERIC = new Set([
  '研修',
  '案内',
  '通知',
  '連絡',
  '内容',
  '人事',
  '人事課',
  '質問',
  'this',
  'that',
  'what',
  'about',
]);

const example: About = { id: exampleId, content: exampleContent };
const asker: Asker = { person: { name: '裾野 花子', section: '市民課' }, locale: 'ja' };

export const aboutCard = defineCard<AboutView>({
  name: 'announcements/about',
  examples: {
    parts: aboutView(example, 'いつまでですか', asker),
    whole: aboutView(example, 'Why?', { ...asker, locale: 'en' }),
    channel: aboutView(example, 'いつまでですか', { ...asker, person: null }),
    reaction: reactionView(example, true, asker),
  },
});
