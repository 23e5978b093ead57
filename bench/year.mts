// A 年度 of the real bot: HR runs its campaigns, people answer, apply, put off, mute, and every message is counted.
//   npm run -s bench:year -- [--until 2027-03-31]
// Progress goes to stderr, then messages a week by role; the last line is JSON.
import { parseArgs } from 'node:util';
import { createAgenda, MOMENTS } from './year/agenda.mts';
import { createAnnouncing } from './year/announcing.mts';
import { addDays, type Day, instantAt, openCity, type Person } from './year/city.mts';
import { createMoves } from './year/courses.mts';
import { brokenBudgets, figuresByRole, mondayOf, type PersonWeek, type Sent } from './year/figures.mts';
import { createHr } from './year/hr.mts';
import { createMentors } from './year/mentors.mts';
import { createPeople } from './year/people.mts';

const { values: options } = parseArgs({ options: { until: { type: 'string', default: '2027-03-31' } } });
const FIRST = '2026-04-01' as Day;
/** Steps of a digest that are outside the budget: the morning of a course, its change, and what was put off. */
const FREE_STEP = /^(morning$|version-|again-)/;
/** Whatever else comes from the budget; the rest is a drill, answers what somebody did, or gives HR something to do. */
const COUNTED = /^(announcement|pulse|thanks):/;

const startedAt = performance.now();
const city = await openCity(instantAt(FIRST, '08:00'));
await city.bot.warmUp();
const calendar = () => city.bot.calendarNow();
const agenda = createAgenda(city.now, calendar);
const first = await city.everybody(FIRST);
const editor = holderOf('hr_editor');
const hr = createHr(city, agenda, { editor, stressAdmin: holderOf('stress_admin') });
createAnnouncing(city, agenda, { editor, approver: holderOf('hr_editor', editor) });
createMentors(city, agenda, editor);
createMoves(city, agenda, editor);
const people = createPeople(city, agenda, hr);
await people.settle(first);

const weeks: PersonWeek[] = [];
const received: { readonly activityId: string; readonly person: string; readonly day: Day }[] = [];
let staff = new Map<string, Person>();
for (let day = FIRST; day <= options.until; day = addDays(day, 1)) {
  city.set(instantAt(day, '08:00'));
  const atWork = (await city.everybody(day)).filter(({ leave }) => leave === null);
  staff = new Map(atWork.map((person) => [String(person.aadObjectId), person]));
  if (mondayOf(day) === day || day === FIRST) noteWeek(atWork, day);
  if (day.endsWith('-01')) say(`${day}: ${received.length} messages, ${seconds()} s`);
  const isOpen = calendar().isOpenDay(day);
  // On closed days nothing may go out, whenever one looks.
  for (const time of isOpen ? MOMENTS : ['09:00', '15:00']) {
    city.set(instantAt(day, time));
    await agenda.run(city.now());
    for (const message of await city.deliver()) {
      const person = staff.get(message.to);
      if (person === undefined) throw new Error(`${message.to} was written to while away`);
      received.push({ activityId: message.activityId, person: person.id, day });
      await people.receive(person, message.card);
    }
    if (isOpen && time === '16:00' && isLastOpenDayOfWeek(day)) await hr.importHandedIn();
  }
}

const sent = await classified();
const roles = figuresByRole(weeks, sent);
print();
process.exit(0);

function noteWeek(atWork: readonly Person[], day: Day): void {
  const evaluators = new Set(atWork.flatMap(({ firstEvaluator }) => firstEvaluator ?? []));
  const roleOf = ({ id, roles }: Person): string => {
    if (roles.has('hr_editor') || roles.has('hr_admin')) return 'hr';
    if (roles.has('stress_admin')) return 'stressAdmin';
    if (roles.has('manager')) return 'manager';
    if (evaluators.has(id)) return 'evaluator';
    return roles.has('clerk') ? 'clerk' : 'staff';
  };
  for (const person of atWork) weeks.push({ person: person.id, monday: mondayOf(day), role: roleOf(person) });
}

/** What the database says of each message, without asking what the program made of its budget. */
async function classified(): Promise<readonly (Sent & { readonly kind: string })[]> {
  const deliveries = await city.store.db
    .selectFrom('deliveries')
    .select(['activity_id', 'dedupe_key'])
    .execute();
  const keys = new Map(deliveries.map((row) => [row.activity_id, row.dedupe_key]));
  const log = await city.store.db.selectFrom('reminder_log').select(['digest', 'step']).execute();
  const steps = Map.groupBy(log, ({ digest }) => `reminders:${digest}`);
  return received.map(({ activityId, person, day }) => {
    const key = keys.get(activityId) ?? '';
    const own = steps.get(key);
    const free = own === undefined ? !COUNTED.test(key) : own.some(({ step }) => FREE_STEP.test(step));
    return { person, day, free, kind: key.replace(/:.*/, '') };
  });
}

function print(): void {
  const names: Record<string, string> = {
    staff: '職員',
    clerk: '庶務担当',
    evaluator: '評定者（所属長以外）',
    manager: '所属長',
    hr: '人事課',
    stressAdmin: 'ストレスチェック担当',
  };
  console.log('role, people, person-weeks: median, p95, max; weeks with 0, 1, 2, 3, more messages');
  for (const [role, name] of Object.entries(names)) {
    const own = roles.get(role);
    if (own === undefined) continue;
    const shares = own.shares.map((share) => `${(share * 100).toFixed(1)} %`).join(', ');
    console.log(
      `${name}: ${own.people}, ${own.personWeeks}: ${own.median}, ${own.p95}, ${own.max}; ${shares}`,
    );
  }
  const broken = brokenBudgets(sent);
  const brief = Object.fromEntries(
    [...roles].map(([role, { median, p95, max }]) => [role, { median, p95, max }]),
  );
  console.log(
    JSON.stringify({
      ...brief,
      messages: sent.length,
      ofKind: countsOf(sent),
      outsideBudget: countsOf(sent.filter(({ free }) => free)),
      brokenDays: broken.days,
      brokenWeeks: broken.weeks,
      taps: city.turns(),
      seconds: seconds(),
      cpuSeconds: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1e6),
    }),
  );
}

function countsOf(messages: readonly { readonly kind: string }[]): Record<string, number> {
  const groups = Map.groupBy(messages, ({ kind }) => kind);
  return Object.fromEntries([...groups].map(([kind, own]) => [kind, own.length]));
}

function holderOf(role: 'hr_editor' | 'stress_admin', except?: Person): Person {
  const found = first.find(({ id, roles, leave }) => roles.has(role) && leave === null && id !== except?.id);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

function isLastOpenDayOfWeek(day: Day): boolean {
  return mondayOf(calendar().nextOpenDay(addDays(day, 1))) !== mondayOf(day);
}

function seconds(): number {
  return Math.round((performance.now() - startedAt) / 100) / 10;
}

function say(line: string): void {
  console.error(line);
}
