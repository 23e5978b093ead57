import { dayOf } from '../../core/calendar/day';
import { formatShort } from '../../core/calendar/wareki';
import type { Locale } from '../../core/turn';
import { type Answer, type CheckIn, heldOn } from './check-in';
import type { Written } from './check-in-store';
import { checkInTexts } from './check-in-texts';

type PartView = { hasLabel: boolean; label: string; text: string };
type SectionView = { title: string; parts: PartView[] };

export type RecordsView = {
  lang: Locale;
  fallback: string;
  heading: string;
  notes: { text: string }[];
  sections: SectionView[];
  buttons: { label: string; data: { readonly verb: string; readonly [key: string]: string | number } }[];
};

/** What was filled in of an answer, each with its label. */
export function partsOf(answer: Answer, locale: Locale): readonly { label: string; text: string }[] {
  const t = checkInTexts(locale);
  const bare = (label: string): string => label.replace(/[（(].*$/u, '').trim();
  const part = (label: string, text: string) => (text === '' ? [] : [{ label: bare(label), text }]);
  switch (answer.side) {
    case 'mentee': {
      const { mood, wentWell, hard, learn, wishToTalk, memo } = answer.given;
      return [
        ...part(t.mood, mood === null ? '' : t.moods[mood]),
        ...part(t.talk, wishToTalk ? t.talkChoice : ''),
        ...part(t.wentWell, wentWell),
        ...part(t.hard, hard),
        ...part(t.learn, learn),
        ...part(t.memo, memo).map(({ label, text }) => ({ label: label + t.onlyMe, text })),
      ];
    }
    case 'mentor': {
      const { metOn, topics, talked, nextStep, nextOn, support } = answer.given;
      return [
        ...part(t.metOn, metOn === null ? '' : formatShort(metOn)),
        ...part(t.topics, topics.map((topic) => t.topic[topic]).join(locale === 'ja' ? '、' : ', ')),
        ...part(t.talked, talked),
        ...part(t.nextStep, nextStep),
        ...part(t.nextOn, nextOn === null ? '' : formatShort(nextOn)),
        ...part(t.support, support).map(({ label, text }) => ({ label: label + t.onlyMe, text })),
      ];
    }
    default:
      return answer satisfies never;
  }
}

/** One check-in as one of the two reads it: `theirs` is null until both have submitted. */
export interface Record {
  readonly checkIn: CheckIn;
  readonly mine: Written;
  readonly theirs: Answer | null;
  readonly otherName: string;
  readonly mayWrite: boolean;
}

export function recordsView(
  record: Record | null,
  at: { readonly page: number; readonly pages: number },
  locale: Locale,
): RecordsView {
  const t = checkInTexts(locale);
  if (record === null)
    return {
      lang: locale,
      fallback: t.recordsEmpty,
      heading: t.recordsEmpty,
      notes: [],
      sections: [],
      buttons: [],
    };
  const { checkIn, mine, theirs, otherName, mayWrite } = record;
  const { pair, period, number } = checkIn;
  const held = heldOn(checkIn);
  const section = (title: string, answer: Answer | null, otherwise: string): SectionView => {
    const parts = answer === null ? [] : partsOf(answer, locale);
    return {
      title,
      parts:
        parts.length === 0
          ? [{ hasLabel: false, label: '', text: answer === null ? otherwise : t.nothingWritten }]
          : parts.map((part) => ({ hasLabel: true, ...part })),
    };
  };
  const corrections = mine.times.length - 1;
  const last = mine.times.at(-1);
  const heading =
    t.recordOf(formatShort(period.from), formatShort(period.to), held === null ? '' : formatShort(held)) +
    (number > 1 ? t.nth(number) : '');
  const turn = (label: string, page: number) => ({
    label,
    data: { verb: 'mentoring.turnRecords', pair, page },
  });
  return {
    lang: locale,
    fallback: heading,
    heading,
    notes:
      corrections > 0 && last !== undefined ? [{ text: t.times(corrections, formatShort(dayOf(last))) }] : [],
    sections: [
      section(t.mine, mine.answer, mine.draft === null ? t.notYetMine : t.draftNote),
      section(t.theirs(otherName), theirs, t.notYetTheirs(otherName)),
    ],
    buttons: [
      ...(mayWrite
        ? [{ label: t.edit, data: { verb: 'mentoring.editRecord', pair, from: period.from, number } }]
        : []),
      ...(at.page + 1 < at.pages ? [turn(t.older, at.page + 1)] : []),
      ...(at.page > 0 ? [turn(t.newer, at.page - 1)] : []),
    ],
  };
}
