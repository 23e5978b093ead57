import type { Locale } from '../../core/turn';
import { launchTexts } from './launch-texts';

/** Without a desk for each of these, nobody may be sent to the bot with a serious matter. */
export const REQUIRED_DESKS = ['whistleblowing', 'harassment', 'mental_health'] as const;
export type RequiredDesk = (typeof REQUIRED_DESKS)[number];

interface Confirmed {
  readonly confirmed: number;
  readonly all: number;
}

export interface Readiness {
  /** Topics for which HR has confirmed a desk that can be reached. */
  readonly confirmedDesks: ReadonlySet<RequiredDesk>;
  /** The record of the desk for a topic, to be edited. */
  readonly deskRecords: ReadonlyMap<RequiredDesk, string>;
  readonly faq: Confirmed;
  readonly courses: Confirmed;
  readonly roster: {
    readonly people: number;
    readonly samples: number;
    readonly withoutAccount: number;
    readonly sectionsWithoutManager: readonly string[];
  };
}

export const mayPublish = ({ confirmedDesks }: Readiness): boolean =>
  REQUIRED_DESKS.every((topic) => confirmedDesks.has(topic));

/** How complete the data is, as lines to read. */
export function dataLines(readiness: Readiness, locale: Locale): readonly string[] {
  const t = launchTexts(locale);
  const { confirmedDesks, faq, courses, roster } = readiness;
  return [
    ...REQUIRED_DESKS.map((topic) =>
      confirmedDesks.has(topic) ? t.deskDone(t.topics[topic]) : t.deskMissing(t.topics[topic]),
    ),
    t.faq(faq.confirmed, faq.all),
    t.courses(courses.confirmed, courses.all),
    t.roster(roster.people),
    ...rosterGaps(readiness, locale),
  ];
}

/** What is still missing, though nothing of it stands in the way. */
export function gaps(readiness: Readiness, locale: Locale): readonly string[] {
  const t = launchTexts(locale);
  const { faq, courses } = readiness;
  return [
    ...(faq.confirmed < faq.all ? [t.faq(faq.confirmed, faq.all)] : []),
    ...(courses.confirmed < courses.all ? [t.courses(courses.confirmed, courses.all)] : []),
    ...rosterGaps(readiness, locale),
  ];
}

function rosterGaps({ roster }: Readiness, locale: Locale): readonly string[] {
  const t = launchTexts(locale);
  return [
    ...(roster.samples > 0 ? [t.rosterSample(roster.samples)] : []),
    ...(roster.withoutAccount > 0 ? [t.rosterUnreachable(roster.withoutAccount)] : []),
    ...(roster.sectionsWithoutManager.length > 0
      ? [t.rosterNoManager(firstSections(roster.sectionsWithoutManager, locale))]
      : []),
  ];
}

const MOST_SECTIONS = 6;

/** The first names, and how many more there are. */
export function firstSections(sections: readonly string[], locale: Locale): string {
  const t = launchTexts(locale);
  const shown = sections.slice(0, MOST_SECTIONS).join(t.separator);
  return sections.length > MOST_SECTIONS ? t.sectionsMore(shown, sections.length - MOST_SECTIONS) : shown;
}
