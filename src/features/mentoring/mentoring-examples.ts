import { day, instantAt } from '../../core/calendar/day';
import { employeeId, pairId } from '../../core/ids';
import type { Person } from '../directory';
import type { Own } from './access';
import { callTexts } from './call-texts';
import { type CheckIn, menteeAnswer, mentorAnswer } from './check-in';
import { exchangeId } from './exchange';
import { exchangesView } from './exchange-view';
import { previewView } from './import-view';
import { button, item, type ListView, listView } from './list-view';
import type { People } from './mentoring-needs';
import { nobodyView, type OwnNow, ownView } from './own-view';
import type { Pair } from './pair';
import { askEndView, type Overseen, overviewView, pairView, suggestView } from './pair-views';
import { nextView, recordView, talkedView } from './question-views';
import { type RecordsView, recordsView, wordingView } from './records-view';
import { standingOf } from './standing';

const today = day.parse('2026-11-24');
const at = (on: string): Date => instantAt(day.parse(on), '16:00');

const person = (number: string, name: string, changes: Partial<Person> = {}): Person => ({
  id: employeeId.parse(number),
  aadObjectId: null,
  name,
  kana: '',
  department: '市民環境部',
  section: '市民課',
  position: '主事',
  level: 'new',
  jobType: 'clerical',
  employment: 'regular',
  weeklyHours: 38.75,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  birthDate: null,
  hiredOn: day.parse('2026-04-01'),
  leads: [],
  roles: new Set(),
  leave: null,
  ...changes,
});
const mentee = person('100014', '例島 健太');
const second = person('100015', '架空橋 結衣');
const mentor = person('100008', '例池 陽菜', { position: '主任', level: 'senior' });
const hr = person('100066', '例内 恵子', { section: '人事課', position: '主任' });
const all = [mentee, second, mentor, hr];
const people: People = {
  all,
  find: (id) => all.find((one) => one.id === id) ?? null,
  nameOf: (id) => all.find((one) => one.id === id)?.name ?? id,
};

const pairOf = (number: number, of: Person, changes: Partial<Pair> = {}): Pair => ({
  id: pairId.parse(`00000000-0000-4000-8000-00000000000${number}`),
  mentee: of.id,
  mentor: mentor.id,
  from: day.parse('2026-04-01'),
  until: day.parse('2027-03-31'),
  early: 'monthly',
  status: { kind: 'active' },
  sections: { mentee: '市民課', mentor: '市民課' },
  sample: false,
  changedAt: at('2026-04-01'),
  isNews: false,
  ...changes,
});
const pair = pairOf(1, mentee);

const checkIn = (month: string, metOn: string, sent: CheckIn['submitted'] | null = null): CheckIn => ({
  id: `example-${month}`,
  pair: pair.id,
  period: { from: day.parse(`2026-${month}-01`), to: day.parse(`2026-${month}-30`), pace: 'monthly' },
  number: 1,
  metOn: day.parse(metOn),
  submitted: sent ?? { mentee: at(metOn), mentor: at(metOn) },
});
const september = checkIn('09', '2026-09-15');
const november = checkIn('11', '2026-11-12');

const own: Own = { pair, side: 'mentee', mentee, mentor, other: mentor };
const asMentee: OwnNow = { ...own, checkIns: [september], nextOn: day.parse('2026-11-27') };
const asMentor = (of: Person, which: Pair, checkIns: readonly CheckIn[]): OwnNow => ({
  ...own,
  pair: which,
  side: 'mentor',
  mentee: of,
  other: of,
  checkIns,
  nextOn: null,
});
const mentees = [
  asMentor(mentee, pair, [november, september]),
  asMentor(second, pairOf(2, second, { status: { kind: 'suspended', why: 'leave' } }), []),
];

const events = [{ at: at('2026-04-01'), actor: hr.id, what: 'made', detail: '{}' }];
const overseen = (which: Pair, calls = 0): Overseen => ({
  pair: which,
  standing: standingOf(which, [november, september], events, today),
  calls,
});
const moved = pairOf(2, second, { status: { kind: 'suspended', why: 'moved' } });
const reasons = { section: '市民課', year: 12, sameJobType: true, named: true, mentees: 2 };
const c = callTexts('ja');
const interviews = [
  { line: '人事評価の中間面談（12/18(金)まで）', dialogs: [{ data: { verb: 'campaigns.ownDay', id: '' } }] },
];

const exchange = (id: string, state: 'open' | 'cancelled', seats: number) => ({
  id: exchangeId.parse(`00000000-0000-4000-8000-00000000000${id}`),
  on: day.parse(`2026-12-1${id}`),
  starts: '13:30',
  ends: '15:00',
  place: '市役所 会議室201',
  seats,
  state,
  version: 0,
  changedAt: null,
});
const comes = { exchange: exchange('1', 'open', 2).id, person: mentor.id, at: at('2026-11-20') };
const exampleExchanges = {
  shown: [
    { exchange: exchange('1', 'open', 2), taken: [comes] },
    { exchange: exchange('4', 'open', 12), taken: [] },
    { exchange: exchange('5', 'cancelled', 12), taken: [] },
  ],
  person: mentor.id,
  today: day.parse('2026-12-10'),
  mentor: true,
  topicsOf: (id: string) => (id === comes.exchange ? ['ほめ方', '忙しい時期の面談の時間の取り方'] : []),
  nameOf: () => mentor.name,
  tip: { text: '最初の5分は、相手の話を聞くだけにしてみませんか。', mentors: 12 },
  asking: null,
  note: '参加を受け付けました。',
};

export const exampleLists: Readonly<Record<string, ListView>> = {
  exchanges: exchangesView(exampleExchanges, 'ja'),
  mentee: ownView([asMentee], today, 'ja'),
  mentor: ownView(mentees, today, 'ja'),
  nobody: nobodyView('ja'),
  next: nextView([asMentee], interviews, today, 'ja'),
  talked: talkedView(
    [asMentee],
    { from: day.parse('2026-09-01'), to: day.parse('2026-09-30'), label: '9月' },
    'ja',
  ),
  record: recordView({ pairs: mentees, interviews }, 'any', today, 'ja'),
  recordAppraisal: recordView({ pairs: mentees, interviews }, 'appraisal', today, 'ja'),
  help: listView(
    {
      heading: c.helpHeading,
      notes: [c.helpText],
      items: [
        item({
          title: c.sentHeading.help,
          lines: [c.sentText(hr.name)],
          buttons: [button(c.withdraw, 'withdraw', { call: '' })],
        }),
      ],
      buttons: [
        button(c.toMentor(mentor.name), 'call', {}),
        { label: c.toDesks, verb: 'answers.desks', style: 'default', data: {} },
        button(c.back, 'mine'),
      ],
    },
    'ja',
  ),
  overview: overviewView(
    {
      overseen: [overseen(moved), overseen(pair, 1)],
      years: [{ year: 2026, pairs: 9, held: 62, withLate: 2 }],
      page: 0,
      said: null,
    },
    people,
    'ja',
  ),
  pair: pairView(overseen(moved), events, people, null, 'ja'),
  importPreview: previewView(
    [
      { line: 2, mentee, mentor, term: pair, early: 'fortnightly', exists: false },
      { line: 3, mentee: second, mentor, term: pair, early: 'monthly', exists: true },
    ],
    '',
    'ja',
  ),
  askEnd: askEndView(pair, people, 'ja'),
  suggestions: suggestView(
    {
      suggestions: [
        { mentee, mentor, reasons },
        { mentee: second, mentor, reasons },
      ],
      nobodyFor: [hr],
    },
    0,
    [],
    'ja',
  ),
  english: ownView([asMentee], today, 'en'),
};

const mine = menteeAnswer.parse({
  mood: 'fair',
  wentWell: '窓口の応対に慣れてきました。（見本です）',
  learn: '文書の書き方',
  memo: '次は早めに声をかける。',
});
const theirs = mentorAnswer.parse({
  metOn: '2026-09-15',
  topics: ['work', 'learning'],
  nextStep: 'よくある質問を3つメモする。（見本です）',
});
const written = { draft: null, answer: { side: 'mentee', given: mine }, times: [at('2026-09-15')] } as const;

export const exampleRecords: Readonly<Record<string, RecordsView>> = {
  shared: recordsView(
    {
      checkIn: september,
      mine: { ...written, times: [at('2026-09-15'), at('2026-09-17')] },
      theirs: { side: 'mentor', given: theirs },
      otherName: mentor.name,
      side: 'mentee',
      mayWrite: { mentee: true, mentor: true },
    },
    { page: 1, pages: 3 },
    'ja',
  ),
  waiting: recordsView(
    {
      checkIn: { ...november, submitted: { mentee: at('2026-11-12'), mentor: null } },
      mine: written,
      theirs: null,
      otherName: mentor.name,
      side: 'mentee',
      mayWrite: { mentee: false, mentor: true },
    },
    { page: 0, pages: 1 },
    'en',
  ),
  wording: wordingView(september, { answer: written.answer, at: at('2026-09-15') }, 2, 'ja'),
  empty: recordsView(null, { page: 0, pages: 0 }, 'ja'),
};
