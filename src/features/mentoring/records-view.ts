import { dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type Answer, type CheckIn, heldOn, isShared } from './check-in';
import type { Written } from './check-in-store';
import { checkInTexts } from './check-in-texts';
import { otherSide, type Side } from './pair';

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
        ...part(t.metOn, metOn === null ? '' : shortDay(metOn, locale)),
        ...part(t.topics, topics.map((topic) => t.topic[topic]).join(locale === 'ja' ? '、' : ', ')),
        ...part(t.talked, talked),
        ...part(t.nextStep, nextStep),
        ...part(t.nextOn, nextOn === null ? '' : shortDay(nextOn, locale)),
        ...part(t.support, support).map(({ label, text }) => ({ label: label + t.onlyMe, text })),
      ];
    }
    default:
      return answer satisfies never;
  }
}

/** One check-in as one of the two reads it. */
export interface Record {
  readonly checkIn: CheckIn;
  readonly side: Side;
  readonly mine: Written;
  /** Null until both have submitted. */
  readonly theirs: Answer | null;
  readonly otherName: string;
  /** Which of the two may still write here. */
  readonly mayWrite: Readonly<{ [Key in Side]: boolean }>;
}

const sectionOf = (title: string, answer: Answer | null, otherwise: string, locale: Locale): SectionView => {
  const parts = answer === null ? [] : partsOf(answer, locale);
  const none = answer === null ? otherwise : checkInTexts(locale).nothingWritten;
  return {
    title,
    parts:
      parts.length === 0
        ? [{ hasLabel: false, label: '', text: none }]
        : parts.map((part) => ({ hasLabel: true, ...part })),
  };
};

function ownSection({ checkIn, side, mine, mayWrite }: Record, locale: Locale): SectionView {
  const t = checkInTexts(locale);
  if (mine.answer === null && mine.draft !== null) return sectionOf(t.myDraft, mine.draft, '', locale);
  const otherwise =
    checkIn.submitted[side] !== null ? t.expired : mayWrite[side] ? t.notYetMine : t.nothingSent;
  return sectionOf(t.mine, mine.answer, otherwise, locale);
}

function othersSection({ checkIn, side, theirs, otherName, mayWrite }: Record, locale: Locale): SectionView {
  const t = checkInTexts(locale);
  const other = otherSide(side);
  const otherwise = isShared(checkIn)
    ? t.expired
    : checkIn.submitted[other] !== null
      ? mayWrite[side]
        ? t.notYetMine
        : t.notShared
      : mayWrite[other]
        ? t.notYetTheirs(otherName)
        : t.nothingSent;
  return sectionOf(t.theirs(otherName), theirs, otherwise, locale);
}

const headingOf = ({ period, number, ...checkIn }: CheckIn, locale: Locale): string => {
  const t = checkInTexts(locale);
  const held = heldOn(checkIn);
  const on = held === null ? '' : shortDay(held, locale);
  return (
    t.recordOf(shortDay(period.from, locale), shortDay(period.to, locale), on) +
    (number > 1 ? t.nth(number) : '')
  );
};

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
  const { checkIn, mine } = record;
  const { pair, period, number } = checkIn;
  const corrections = mine.times.length - 1;
  const last = mine.times.at(-1);
  const heading = headingOf(checkIn, locale);
  const ofCheckIn = { pair, from: period.from, number };
  const turn = (label: string, page: number) => ({
    label,
    data: { verb: 'mentoring.turnRecords', pair, page },
  });
  return {
    lang: locale,
    fallback: heading,
    heading,
    notes:
      corrections > 0 && last !== undefined
        ? [{ text: t.times(corrections, shortDay(dayOf(last), locale)) }]
        : [],
    sections: [ownSection(record, locale), othersSection(record, locale)],
    buttons: [
      ...(record.mayWrite[record.side]
        ? [{ label: t.edit, data: { verb: 'mentoring.editRecord', ...ofCheckIn } }]
        : []),
      ...(corrections > 0
        ? [{ label: t.history, data: { verb: 'mentoring.history', ...ofCheckIn, version: corrections } }]
        : []),
      ...(at.page + 1 < at.pages ? [turn(t.older, at.page + 1)] : []),
      ...(at.page > 0 ? [turn(t.newer, at.page - 1)] : []),
    ],
  };
}

/** An earlier wording of one's own, which nobody else reads. `version` counts from 1, the first that was sent. */
export function wordingView(
  checkIn: CheckIn,
  wording: { readonly answer: Answer; readonly at: Date },
  version: number,
  locale: Locale,
): RecordsView {
  const t = checkInTexts(locale);
  const heading = headingOf(checkIn, locale);
  const { pair, period, number } = checkIn;
  const ofCheckIn = { pair, from: period.from, number };
  return {
    lang: locale,
    fallback: heading,
    heading,
    notes: [{ text: t.historyNote }],
    sections: [
      sectionOf(t.wording(version, shortDay(dayOf(wording.at), locale)), wording.answer, '', locale),
    ],
    buttons: [
      ...(version > 1
        ? [{ label: t.before, data: { verb: 'mentoring.history', ...ofCheckIn, version: version - 1 } }]
        : []),
      { label: t.backToRecord, data: { verb: 'mentoring.showRecord', ...ofCheckIn } },
    ],
  };
}
