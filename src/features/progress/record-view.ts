import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import { dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { Campaign } from '../campaigns';
import { progressTexts } from './progress-texts';
import { recordTexts } from './record-texts';
import { type Placed, sectionsIn } from './standing';
import { ALL_SECTIONS, type Base, howDone, type NameOf, wordsOf } from './view-parts';

type Choices = { title: string; value: string }[];

export type RecordView = Base &
  Paging & {
    id: string;
    heading: string;
    title: string;
    text: string;
    hasNote: boolean;
    note: string;
    hasSections: boolean;
    sectionLabel: string;
    section: string;
    sections: Choices;
    switchLabel: string;
    hasPeople: boolean;
    peopleLabel: string;
    people: Choices;
    recordLabel: string;
    isEmpty: boolean;
    empty: string;
    page: number;
    hasRecorded: boolean;
    recordedHeading: string;
    recordedLabel: string;
    recorded: Choices;
    withdrawLabel: string;
    backLabel: string;
  };

const PEOPLE_A_PAGE = 15;
/** Only the latest can be taken back here. */
const MOST_RECORDED = 8;

/** Many people at once: those to record, and below those who were recorded, to be taken back. */
export function recordView(
  shown: {
    readonly campaign: Campaign;
    readonly title: string;
    /** Who can be recorded. */
    readonly open: readonly Placed[];
    readonly recorded: readonly Placed[];
    /** Empty: all. */
    readonly section: string;
    readonly page: number;
    readonly note: string | null;
    readonly nameOf: NameOf;
  },
  locale: Locale,
): RecordView {
  const t = recordTexts(locale);
  const { campaign, note } = shown;
  const names = sectionsIn([...shown.open, ...shown.recorded]);
  const section = names.includes(shown.section) ? shown.section : '';
  const ofSection = ({ section: own }: Placed): boolean => section === '' || own === section;
  const { rows, page, last } = pageOf(shown.open.filter(ofSection), shown.page, PEOPLE_A_PAGE);
  const recorded = shown.recorded.filter(ofSection);
  const many = names.length > 1;
  const who = ({ section: own, name, employee }: Placed): string =>
    many ? t.person(own, name, employee) : t.own(name, employee);
  return {
    lang: locale,
    fallback: `${t.heading}　${shown.title}`,
    id: campaign.id,
    heading: t.heading,
    title: shown.title,
    text: t.text,
    hasNote: note !== null,
    note: note ?? '',
    hasSections: many,
    sectionLabel: t.section,
    section: section === '' ? ALL_SECTIONS : section,
    sections: [
      { title: t.allSections, value: ALL_SECTIONS },
      ...names.map((name) => ({ title: name, value: name })),
    ],
    switchLabel: t.switch,
    hasPeople: rows.length > 0,
    peopleLabel: t.people,
    people: rows.map((one) => ({ title: who(one), value: one.employee })),
    recordLabel: t.record,
    isEmpty: rows.length === 0,
    empty: wordsOf(campaign, locale).none,
    hasRecorded: recorded.length > 0,
    recordedHeading: t.recordedHeading(recorded.length),
    recordedLabel: t.recordedLabel,
    recorded: latest(recorded).map((one) => ({
      title: recordedText(one, who(one), shown.nameOf, locale),
      value: one.employee,
    })),
    withdrawLabel: t.withdraw,
    backLabel: t.back,
    ...pagingOf(page, last, progressTexts(locale)),
    page,
  };
}

const timeOf = ({ standing }: Placed): number => (standing.kind === 'done' ? standing.at.getTime() : 0);
const latest = (recorded: readonly Placed[]): readonly Placed[] =>
  recorded.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, MOST_RECORDED);

function recordedText({ standing }: Placed, who: string, nameOf: NameOf, locale: Locale): string {
  if (standing.kind !== 'done') return who;
  return recordTexts(locale).recorded(
    who,
    howDone(standing, nameOf, locale),
    shortDay(dayOf(standing.at), locale),
  );
}
