import { day } from '../../core/calendar/day';
import { courseId, employeeId, enrolmentId, initiativeId, offeringId } from '../../core/ids';
import { canApply, offeringNow } from './application';
import type { Course, Offering } from './course';
import { courseQuery, everything } from './course-query';
import type { FoundCourse } from './course-search';
import { type CourseView, courseView, type SharedCourseView, sharedCourseView } from './course-view';
import { type CoursesView, coursesView, recommendationsView } from './courses-view';
import { type HistoryView, historyView } from './history-view';
import { nothingOwn, type OwnSeat } from './own-seats';
import { personalQuery } from './personal-query';
import type { CompletedCourse } from './training-history';
import type { Origin } from './view-parts';

/** Views as people would see them, for previews and tests. */

const TODAY = day.parse('2026-11-24');

const NOTHING: OwnSeat = { kind: 'none' };
const MAY_APPLY: OwnSeat = { kind: 'may-apply' };
const NOT_FOR_ME: OwnSeat = { kind: 'refused', why: '係長級以上の方が対象のため、申し込めません。' };
const APPLIED: OwnSeat = {
  kind: 'applied',
  enrolment: enrolmentId.parse('00000000-0000-4000-8000-000000000001'),
  mayWithdraw: true,
};

const course = (changes: Partial<Course>): Course => ({
  id: courseId.parse('C-001'),
  title: '生成AI活用ワークショップ',
  summary: '要約、下書き、アイデア出しを実際に試し、自分の業務で使える指示文をつくって持ち帰ります。',
  kind: 'specialised',
  field: 'dx',
  initiatives: [initiativeId.parse('1.3.2.5'), initiativeId.parse('2.2.2')],
  levels: [],
  ageFrom: null,
  ageTo: null,
  yearsFrom: null,
  yearsTo: null,
  jobTypes: [],
  entry: 'open_call',
  format: 'in_person',
  provider: '外部研修機関',
  hours: 3.5,
  costYen: 0,
  reportDueDays: 14,
  keywords: [],
  titleEn: 'Workshop on using generative AI',
  summaryEn: 'Try out summaries, drafts and ideas, and take home prompts made for your own work.',
  sample: true,
  ...changes,
});

const offering = (starts: string, ends: string, changes: Partial<Offering> = {}): Offering => ({
  id: offeringId.parse('O-001'),
  courseId: courseId.parse('C-001'),
  title: '第1回',
  startsOn: day.parse(starts),
  endsOn: day.parse(ends),
  startTime: '13:30',
  endTime: '17:00',
  place: '市役所 研修室／オンライン（Teams）',
  capacity: 24,
  applyFrom: day.parse('2026-11-02'),
  applyUntil: day.parse('2026-11-26'),
  cutOffOn: null,
  note: null,
  sample: true,
  ...changes,
});

const found = (of: Course, ...offerings: Offering[]): FoundCourse => ({
  course: of,
  offerings: offerings.map((each) => offeringNow(each, TODAY, () => (each.title === '満員の回' ? 24 : 3))),
});

const workshop = found(
  course({}),
  offering('2026-12-03', '2026-12-03'),
  offering('2027-01-20', '2027-01-20', {
    title: '第2回',
    applyFrom: day.parse('2026-12-07'),
    applyUntil: day.parse('2027-01-06'),
    note: 'ノートパソコンをお持ちください。',
  }),
);
const promoted = found(
  course({
    id: courseId.parse('C-002'),
    title: '係長昇任研修',
    kind: 'level_based',
    field: null,
    levels: ['supervisor'],
    entry: 'nomination',
    hours: 12,
  }),
  offering('2027-01-14', '2027-01-15', {
    title: '補講',
    place: '県の研修機関',
    startTime: '09:30',
    endTime: '16:30',
  }),
);
const bookkeeping = found(
  course({
    id: courseId.parse('C-003'),
    title: '簿記3級講座（通信教育）',
    kind: 'self_development',
    field: null,
    format: 'correspondence',
    provider: '通信教育事業者（見本）',
    hours: 40,
    costYen: 16_000,
    reportDueDays: 30,
  }),
  offering('2027-01-05', '2027-03-26', {
    title: '1月開講',
    startTime: null,
    endTime: null,
    place: '自宅学習',
    capacity: null,
  }),
);
const abroad = found(
  course({
    id: courseId.parse('C-004'),
    title: '先進地視察研修（海外）',
    kind: 'special',
    field: null,
    levels: ['staff', 'senior', 'supervisor', 'deputy_manager', 'manager'],
    yearsFrom: 5,
    entry: 'recommendation',
  }),
  offering('2027-02-08', '2027-02-12', { title: '満員の回', startTime: null, endTime: null }),
);
const seminar = found({ ...abroad.course, title: '政策形成研修' }, offering('2027-01-13', '2027-02-10'));
const career = found(
  course({
    id: courseId.parse('C-005'),
    title: 'キャリアデザイン研修（30代）',
    field: 'wellbeing',
    ageFrom: 30,
    ageTo: 39,
    entry: 'nomination',
    hours: 6,
  }),
  offering('2026-12-10', '2026-12-10'),
);
const past = found(
  course({ id: courseId.parse('C-006'), title: 'リーダーシップ研修', field: 'organisation' }),
);

const next = courseQuery.parse({
  dates: { from: '2026-12-01', to: '2026-12-31', label: '来月', of: 'event' },
  formats: ['online', 'hybrid', 'elearning'],
});
const unknown = courseQuery.parse({ words: 'ドローン' });
const many = Array.from({ length: 3 }, () => [workshop, career, promoted, bookkeeping, abroad, past]).flat();
const origin: Origin = { verb: 'catalogue.list', query: next, page: 1 };

const completed = (on: string, of: Course | null): CompletedCourse => ({
  record: {
    employeeId: employeeId.parse('100001'),
    courseId: of?.id ?? courseId.parse('C-000'),
    completedOn: day.parse(on),
    sample: true,
  },
  course: of,
});
const history = [
  completed('2026-10-22', workshop.course),
  completed('2026-07-08', career.course),
  completed('2025-11-19', null),
  completed('2022-04-06', bookkeeping.course),
];
const longHistory = Array.from({ length: 45 }, () => history).flat();

export const exampleViews: {
  readonly courses: Readonly<Record<string, CoursesView>>;
  readonly course: Readonly<Record<string, CourseView>>;
  readonly history: Readonly<Record<string, HistoryView>>;
  readonly sharedCourse: Readonly<Record<string, SharedCourseView>>;
} = {
  courses: {
    page: coursesView(next, { found: many, dropped: [] }, 1, 'ja'),
    later: coursesView(next, { found: [bookkeeping, abroad], dropped: ['dates'] }, 0, 'ja'),
    english: coursesView(next, { found: many, dropped: ['format'] }, 0, 'en'),
    nothing: coursesView(unknown, { found: [], dropped: [] }, 0, 'ja'),
    recommended: recommendationsView(
      everything,
      {
        found: [
          {
            ...career,
            reasons: [{ kind: 'age', from: 30, to: 39 }, { kind: 'not-taken' }],
            byNomination: true,
          },
          {
            ...seminar,
            reasons: [
              { kind: 'level', level: 'senior' },
              { kind: 'years', from: 5, to: null },
              { kind: 'not-taken' },
            ],
            byNomination: false,
          },
          { ...workshop, reasons: [{ kind: 'for-everyone' }, { kind: 'not-taken' }], byNomination: false },
        ],
        dropped: [],
      },
      0,
      'ja',
    ),
  },
  course: {
    open: courseView(workshop, origin, (course, now) => (canApply(course, now) ? MAY_APPLY : NOTHING), 'ja'),
    applied: courseView(workshop, null, () => APPLIED, 'ja'),
    notForMe: courseView(workshop, origin, () => NOT_FOR_ME, 'ja'),
    nominated: courseView(promoted, null, nothingOwn, 'ja'),
    full: courseView(abroad, origin, nothingOwn, 'ja'),
    correspondence: courseView(bookkeeping, null, nothingOwn, 'en'),
    over: courseView(past, origin, nothingOwn, 'ja'),
  },
  history: {
    years: historyView(personalQuery.parse({}), history, 0, 'ja'),
    long: historyView(personalQuery.parse({ words: 'DX' }), longHistory, 1, 'ja'),
    empty: historyView(personalQuery.parse({}), [], 0, 'ja'),
    english: historyView(personalQuery.parse({ latest: true }), history.slice(0, 1), 0, 'en'),
  },
  sharedCourse: {
    linked: sharedCourseView(workshop, 'https://teams.microsoft.com/l/chat/0/0?users=28:example', 'ja'),
    plain: sharedCourseView(past, null, 'en'),
  },
};
