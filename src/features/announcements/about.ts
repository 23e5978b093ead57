import { defineCard } from '../../cards/define-card';
import { plainText } from '../../cards/limited-markdown';
import { asMessage } from '../../cards/replies';
import type { Locale, Message } from '../../core/turn';
import type { Scene } from '../directory';
import { type Announcement, textIn } from './announcement';
import { findAnnouncement } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';
import { exampleContent } from './message-card';
import { type MessageTexts, messageTexts } from './message-texts';
import { valuesFor } from './message-view';
import { announcementOfMessage, receivedBy } from './recipient-store';

type AboutView = {
  lang: Locale;
  fallback: string;
  /** Whether lines of it answer; else all of them are shown. */
  fits: boolean;
  id: string;
  heading: string;
  intro: string;
  lines: { text: string }[];
  showLabel: string;
  askLabel: string;
  question: string;
};

/** What is asked so soon after an announcement may be about it. */
const RIGHT_AFTER_MS = 30 * 60_000;
const MOST_LINES = 6;

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

/** Points at what was just received without naming it. */
const POINTS =
  /(この|その|さっきの|先ほどの|今の|いまの|上の)(お?知らせ|件|案内|連絡|通知|内容|研修)|^(これ|それ)(は|って|の|、|を|に|も)|\b(this|that) (announcement|message)\b/;

/** A question about an announcement: the lines that answer it, and the ways on. */
export function createAbout({ store }: Pick<AnnouncementsNeeds, 'store'>) {
  /** The announcement that a message answers; null where it answers none of this person's. */
  async function repliedTo(scene: Scene, activityId: string): Promise<Announcement | null> {
    const id = await announcementOfMessage(store.db, scene.person.id, activityId);
    return id === null ? null : alive(await findAnnouncement(store.db, id));
  }

  /** What this person has received last, if it is new enough to be meant. */
  async function justReceived(scene: Scene): Promise<Announcement | null> {
    const [last] = await receivedBy(store.db, scene.person.id, 1);
    const at = last?.recipient.endedAt?.getTime() ?? 0;
    if (last === undefined || scene.now.getTime() - at > RIGHT_AFTER_MS) return null;
    return alive(await findAnnouncement(store.db, last.announcement));
  }

  const alive = (found: Announcement | null): Announcement | null =>
    found?.status.kind === 'withdrawn' ? null : found;

  /**
   * The answer to a text as a question about an announcement; null where it is none. `isAnswered`: the text is answered well
   * enough by itself, so that only one that points at the announcement is about it. `mustFit`: it has to point at it, and a
   * line of it has to answer.
   */
  async function answer(
    scene: Scene,
    text: string,
    asked: {
      readonly replyTo: string | null;
      readonly isAnswered: boolean;
      readonly mustFit: boolean;
    },
  ): Promise<Message | null> {
    const { replyTo, isAnswered, mustFit } = asked;
    const mayBeLast = POINTS.test(text) || !(isAnswered || mustFit);
    const meant =
      (replyTo === null ? null : await repliedTo(scene, replyTo)) ??
      (mayBeLast ? await justReceived(scene) : null);
    if (meant === null) return null;
    const view = aboutView(meant, text, scene);
    return mustFit && !view.fits ? null : asMessage(aboutCard, view);
  }

  return { answer };
}

function aboutView(
  { id, content }: Pick<Announcement, 'id' | 'content'>,
  question: string,
  { person, locale }: Pick<Scene, 'person' | 'locale'>,
): AboutView {
  const t = messageTexts(locale);
  const values = valuesFor({ person, locale });
  const text = textIn(content, locale);
  const title = plainText({ markdown: text.title, values });
  const all = plainText({ markdown: text.body, values })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fitting = all.filter((line) => answers(line, question));
  return viewOf(
    id,
    { title, question, lines: fitting.length > 0 ? fitting : all, fits: fitting.length > 0 },
    t,
    locale,
  );
}

function viewOf(
  id: Announcement['id'] | string,
  shown: { title: string; question: string; lines: readonly string[]; fits: boolean },
  t: MessageTexts,
  locale: Locale,
): AboutView {
  return {
    lang: locale,
    fallback: t.aboutHeading(shown.title),
    fits: shown.fits,
    id,
    heading: t.aboutHeading(shown.title),
    intro: shown.fits ? t.aboutParts : t.aboutWhole,
    lines: shown.lines.slice(0, MOST_LINES).map((line) => ({ text: line })),
    showLabel: t.aboutShow,
    askLabel: t.aboutAsk,
    question: t.aboutQuestion(shown.title, shown.question).slice(0, 1_000),
  };
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

export const aboutCard = defineCard<AboutView>({
  name: 'announcements/about',
  examples: {
    parts: viewOf(
      '00000000-0000-4000-8000-000000000001',
      {
        title: exampleContent.ja.title,
        question: 'いつまでですか',
        lines: ['受講期間：12月1日(火)〜12月18日(金)'],
        fits: true,
      },
      messageTexts('ja'),
      'ja',
    ),
    whole: viewOf(
      '00000000-0000-4000-8000-000000000001',
      { title: 'Compliance', question: 'Why?', lines: ['This month’s check:'], fits: false },
      messageTexts('en'),
      'en',
    ),
  },
});
