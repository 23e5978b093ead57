import { defineCard } from '../../cards/define-card';
import { asMessage, inPlace } from '../../cards/replies';
import { partsOf } from '../../core/calendar/day';
import { eraYear } from '../../core/calendar/wareki';
import { monthOf } from '../../core/calendar/written-days';
import type { Locale, Message, Reply } from '../../core/turn';
import type { Store } from '../../db/open';
import type { Scene } from '../directory';
import type { Knowledge } from './answer-service';
import { closeFeedbackText, feedbackCounts, feedbackTexts } from './feedback-store';
import { improvementsTexts } from './improvements-texts';

type ImprovementsView = {
  lang: Locale;
  fallback: string;
  heading: string;
  about: string;
  hasCounts: boolean;
  counts: { label: string; value: string }[];
  hasTexts: boolean;
  textsHeading: string;
  texts: { id: string; text: string; doneLabel: string }[];
};

interface Shown {
  readonly month: string;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly texts: readonly { readonly id: string; readonly text: string }[];
}

const MOST_TEXTS = 15;
const MOST_COUNTS = 20;
const LONGEST_TEXT = 200;

function viewOf({ month, counts, texts }: Shown, locale: Locale): ImprovementsView {
  const t = improvementsTexts(locale);
  const heading = t.heading(month);
  const isEmpty = counts.length === 0 && texts.length === 0;
  return {
    lang: locale,
    fallback: heading,
    heading,
    about: isEmpty ? t.empty : t.about,
    hasCounts: counts.length > 0,
    counts: counts.slice(0, MOST_COUNTS).map(({ label, count }) => ({ label, value: t.count(count) })),
    hasTexts: texts.length > 0,
    textsHeading: t.texts,
    texts: texts.map(({ id, text }) => ({
      id,
      text: [...text].slice(0, LONGEST_TEXT).join(''),
      doneLabel: t.done,
    })),
  };
}

export const improvementsCard = defineCard<ImprovementsView>({
  name: 'answers/improvements',
  examples: {
    some: viewOf(
      {
        month: '令和8年11月',
        counts: [
          { label: '自己啓発：役に立たなかった', count: 3 },
          { label: 'そのほか：答えが見つからなかった', count: 12 },
        ],
        texts: [{ id: 'a', text: '給湯室の電気ポットは誰が管理していますか' }],
      },
      'ja',
    ),
    none: viewOf({ month: 'November 2026', counts: [], texts: [] }, 'en'),
  },
});

/** What could not be answered, for HR: counts by topic, and the texts whose askers gave them (never a name). */
export function createImprovements({
  store,
  knowledge,
  counted,
}: {
  readonly store: Store;
  readonly knowledge: () => Promise<Knowledge>;
  /** Waits until all counts are written. */
  readonly counted: () => Promise<void>;
}) {
  async function view({ locale, today }: Scene): Promise<ImprovementsView> {
    const t = improvementsTexts(locale);
    const known = await knowledge();
    const kinds: Readonly<Record<string, string>> = t.kinds;
    const topics: Readonly<Record<string, string>> = t.topics;
    await counted();
    const counts = await feedbackCounts(store.db, today.slice(0, 7));
    return viewOf(
      {
        month:
          locale === 'en'
            ? `${monthOf(today, locale)} ${partsOf(today).year}`
            : `${eraYear(today)}${monthOf(today, locale)}`,
        counts: counts.map(({ topic, kind, count }) => ({
          label: t.label(topics[topic] ?? known.partTitle(topic) ?? topic, kinds[kind] ?? kind),
          count,
        })),
        texts: await feedbackTexts(store.db, MOST_TEXTS),
      },
      locale,
    );
  }

  return {
    show: async (scene: Scene): Promise<Message> => asMessage(improvementsCard, await view(scene)),
    /** A text that HR has dealt with goes for good. */
    async close(scene: Scene, id: string): Promise<Reply> {
      await store.write((tx) => closeFeedbackText(tx, id));
      return inPlace(improvementsCard, await view(scene));
    },
  };
}
