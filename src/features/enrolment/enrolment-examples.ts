import { day, dayOf } from '../../core/calendar/day';
import { courseId, employeeId, enrolmentId, initiativeId, offeringId } from '../../core/ids';
import type { Course, Offering } from '../records';
import { scheduleOf } from './enrolment';
import { enrolmentTexts } from './enrolment-texts';
import { button, type ListView, listView, ownItem, type SeatView } from './enrolment-views';
import type { Placed } from './own-enrolments';
import {
  askWithdrawView,
  type Choice,
  choiceItem,
  confirmView,
  ownView,
  refusedView,
  withdrawnView,
} from './seat-views';

const NOW = new Date('2026-11-24T01:00:00Z');
const TODAY = dayOf(NOW);
const MANAGER = [{ name: '試橋 正樹' }];
const ja = enrolmentTexts('ja');

const course: Course = {
  id: courseId.parse('C-027'),
  title: '契約事務の基礎',
  titleEn: 'Basics of contract work',
  summary: null,
  summaryEn: null,
  kind: 'specialised',
  field: 'basic',
  initiatives: [initiativeId.parse('1.3.2.1')],
  levels: [],
  ageFrom: null,
  ageTo: null,
  yearsFrom: null,
  yearsTo: null,
  jobTypes: [],
  entry: 'recommendation',
  format: 'in_person',
  provider: null,
  hours: 3,
  costYen: 0,
  reportDueDays: null,
  keywords: [],
  sample: true,
};

const offering = (id: string, on: string, title: string | null): Offering => ({
  id: offeringId.parse(id),
  courseId: course.id,
  title,
  startsOn: day.parse(on),
  endsOn: day.parse(on),
  startTime: '13:30',
  endTime: '16:30',
  place: '市役所 第1会議室',
  capacity: 24,
  applyFrom: day.parse('2026-11-02'),
  applyUntil: day.parse('2026-11-27'),
  cutOffOn: day.parse('2026-12-01'),
  note: null,
  sample: true,
});

const first: Choice = { course, offering: offering('O-901', '2026-12-09', '第1回'), seatsLeft: 3 };
const second: Choice = { course, offering: offering('O-902', '2027-01-20', '第2回'), seatsLeft: 12 };

const placed = (choice: Choice, state: 'applied' | 'withdrawn'): Placed => ({
  enrolment: {
    id: enrolmentId.parse('00000000-0000-4000-8000-000000000001'),
    offering: choice.offering.id,
    employee: employeeId.parse('100001'),
    state,
    appliedAt: NOW,
    stateAt: NOW,
    seenVersion: 0,
    managerKnows: null,
  },
  course,
  offering: choice.offering,
  when: scheduleOf(choice.offering, course.title),
  previous: null,
  version: 0,
});

/** Views as people would see them, for previews and tests. */
export const exampleSeats: Readonly<Record<string, SeatView>> = {
  confirm: confirmView(
    first,
    [{ kind: 'needs-recommendation' }, { kind: 'same-day', with: 'やさしい日本語講座' }],
    MANAGER,
    'ja',
  ),
  applied: ownView(placed(first, 'applied'), true, MANAGER, TODAY, 'ja'),
  own: ownView(placed(first, 'applied'), false, MANAGER, TODAY, 'en'),
  askWithdraw: askWithdrawView(placed(first, 'applied'), day.parse('2026-12-02'), 'ja'),
  withdrawn: withdrawnView(placed(first, 'withdrawn'), true, TODAY, 'ja'),
  full: refusedView(
    { ...first, seatsLeft: 0 },
    { kind: 'full' },
    { kind: 'dates', choices: [second], later: null },
    'ja',
  ),
  notForMe: refusedView(
    first,
    { kind: 'not-in-target', misses: ['level'] },
    { kind: 'similar', choices: [], later: null },
    'ja',
  ),
};

export const exampleLists: Readonly<Record<string, ListView>> = {
  choose: listView(
    {
      heading: ja.chooseHeading,
      note: ja.severalNote,
      items: [choiceItem(first, false, 'ja'), choiceItem(second, false, 'ja')],
      buttons: [button(ja.allCourses, 'catalogue.list', { query: {} })],
    },
    'ja',
  ),
  mine: listView(
    {
      heading: ja.mineHeading,
      items: [
        ownItem(placed(first, 'applied'), TODAY, 'ja'),
        ownItem(placed(second, 'withdrawn'), TODAY, 'ja'),
      ],
      buttons: [],
    },
    'ja',
  ),
  empty: listView(
    {
      heading: ja.mineHeading,
      note: ja.mineEmpty,
      items: [],
      hint: ja.mineHint,
      buttons: [button(ja.forMe, 'catalogue.recommend', { query: {} })],
    },
    'ja',
  ),
};
