import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { type Day, day } from '../../../src/core/calendar/day';
import { aadObjectId, courseId, employeeId, initiativeId, offeringId } from '../../../src/core/ids';
import type { Locale } from '../../../src/core/turn';
import type { Course, Offering, TrainingRecord } from '../../../src/features/catalogue/course';
import type { Person, Scene } from '../../../src/features/directory';

/** Tuesday. */
export const TODAY = day.parse('2026-11-24');
export const calendar = createBusinessCalendar([]);

export const onDay = (text: string): Day => day.parse(text);

export const aCourse = ({
  id = 'C-1',
  ...changes
}: Partial<Omit<Course, 'id'>> & { id?: string } = {}): Course => ({
  id: courseId.parse(id),
  title: `研修${id}`,
  summary: null,
  kind: 'specialised',
  field: null,
  initiatives: [initiativeId.parse('1.3.2.5')],
  levels: [],
  ageFrom: null,
  ageTo: null,
  yearsFrom: null,
  yearsTo: null,
  jobTypes: [],
  entry: 'open_call',
  format: 'in_person',
  provider: null,
  hours: 3,
  costYen: 0,
  reportDueDays: null,
  keywords: [],
  titleEn: null,
  summaryEn: null,
  sample: false,
  ...changes,
});

/** Held on one afternoon; one can apply from a month before until a week before, unless said otherwise. */
export function anOffering(
  course: string,
  on: string,
  changes: Partial<Omit<Offering, 'id' | 'courseId'>> & { id?: string } = {},
): Offering {
  const { id = `O-${course.slice(2)}-${on}`, ...others } = changes;
  return {
    id: offeringId.parse(id),
    courseId: courseId.parse(course),
    title: null,
    startsOn: onDay(on),
    endsOn: onDay(on),
    startTime: '13:30',
    endTime: '17:00',
    place: '市役所 研修室',
    capacity: 20,
    applyFrom: onDay('2026-11-02'),
    applyUntil: onDay('2026-11-30'),
    cutOffOn: null,
    note: null,
    sample: false,
    ...others,
  };
}

export const aRecord = (course: string, on: string, employee = '100001'): TrainingRecord => ({
  employeeId: employeeId.parse(employee),
  courseId: courseId.parse(course),
  completedOn: onDay(on),
  sample: false,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: employeeId.parse('100001'),
  aadObjectId: aadObjectId.parse('00000000-0000-4000-8000-000000000001'),
  name: '例山 健太',
  kana: 'れいやま けんた',
  department: '総務部',
  section: '総務課',
  position: '主任',
  level: 'senior',
  jobType: 'clerical',
  birthDate: onDay('1990-06-01'),
  hiredOn: onDay('2014-04-01'),
  leads: [],
  roles: new Set(),
  employment: 'regular',
  weeklyHours: 38.75,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  leave: null,
  ...changes,
});

export const aScene = (person: Person = aPerson(), locale: Locale = 'ja', today: Day = TODAY): Scene => ({
  person,
  now: new Date(`${today}T01:00:00Z`),
  today,
  locale,
  turn: { activityId: 'a', conversationId: 'c', personal: true },
});
