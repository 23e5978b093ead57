import { createBusinessCalendar } from '../../core/calendar/business-calendar';
import { day } from '../../core/calendar/day';
import { campaignId, employeeId } from '../../core/ids';
import { type Campaign, memberAccess, type TemplateId } from '../campaigns';
import type { Person } from '../directory';
import type { Seen } from './progress-reader';
import type { Placed, Standing } from './standing';
import type { Talk } from './talk-store';

/** What the examples of the cards show: made-up people of made-up sections. */
export const today = day.parse('2026-12-15');
export const calendar = createBusinessCalendar([]);
const at = new Date('2026-12-08T01:00:00Z');
const hr = employeeId.parse('100066');

const text = (title: string, body: string) => ({ title, body });
export const campaign = (
  title: string,
  template: Exclude<TemplateId, 'appraisal' | 'stress_check'> = 'submission',
  dueOn = '2026-12-18',
): Campaign => ({
  id: campaignId.parse('00000000-0000-4000-8000-000000000001'),
  title,
  fiscalYear: 2026,
  audience: {
    departments: [],
    sections: [],
    levels: [],
    jobTypes: [],
    employments: [],
    weeklyHours: { from: null, to: null },
    age: { from: null, to: null },
    yearsOfService: { from: null, to: null },
    roles: [],
    only: [],
    except: [],
  },
  opensOn: day.parse('2026-11-24'),
  dueOn: day.parse(dueOn),
  link: 'https://logoform.example.jp/f/abc',
  cadence: { opening: true, before: [7, 1], onDueDay: false, overdue: { everyDays: 7, most: 2 } },
  texts: { ja: text(title, ''), en: text('', '') },
  managerView: 'names',
  escalateAfter: 3,
  specific: { template },
  status: { kind: 'running', startedBy: hr, startedAt: at, openedAt: at },
  createdBy: hr,
  copiedFrom: null,
});

export const person = (more: Partial<Person> = {}): Person => ({
  id: hr,
  aadObjectId: null,
  name: '人見 次郎',
  kana: '',
  department: '総務部',
  section: '人事課',
  position: '',
  level: 'staff',
  jobType: 'clerical',
  employment: 'regular',
  weeklyHours: 38.75,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  birthDate: null,
  hiredOn: null,
  leads: [],
  roles: new Set(['hr_editor']),
  leave: null,
  ...more,
});
export const manager = person({ leads: ['市民課'], section: '市民課', roles: new Set(['manager']) });

const SECTIONS = [
  ['第一保育園', 6, 11],
  ['給食センター', 4, 5],
  ['市民課', 12, 6],
  ['税務課', 11, 4],
  ['まちづくり課', 8, 2],
  ['健康推進課', 17, 2],
  ['企画政策課', 9, 1],
  ['議会事務局', 5, 0],
  ['秘書広報課', 7, 0],
] as const;
const NAMES = ['仮沢 さくら', '試橋 正樹', '見本田 花子', '例山 健太', '仮池 和彦', '試木 勝'];

const standings = (done: number, owes: number): readonly Standing[] => [
  ...Array.from({ length: done }, (_, index): Standing => {
    if (index % 3 === 1) return { kind: 'done', by: 'proxy', at, recordedBy: employeeId.parse('100008') };
    return { kind: 'done', by: index % 3 === 0 ? 'self' : 'import', at, recordedBy: null };
  }),
  ...Array.from(
    { length: owes },
    (_, index): Standing => ({ kind: 'owes', gap: index % 4 === 1 ? 'few-hours' : null }),
  ),
];

const placedIn = (section: string, done: number, owes: number, first: number): readonly Placed[] =>
  standings(done, owes).map((standing, index) => ({
    employee: employeeId.parse(String(first + index)),
    name: NAMES[index % NAMES.length] ?? '',
    department: '市民環境部',
    section,
    standing,
  }));
export const placed: readonly Placed[] = SECTIONS.flatMap(([section, done, owes], index) =>
  placedIn(section, done, owes, 100_100 + 100 * index),
);

export function seenBy(who: Person, of: Campaign, members: readonly Placed[] = placed): Seen {
  const access = memberAccess(who, of);
  if (access === null) throw new Error('an example of what nobody sees');
  return { campaign: of, access, placed: members };
}

export const nameOf = (): string => '例田 庶子';
export const talk: Talk = { section: '給食センター', week: day.parse('2026-12-14'), by: hr, at };
