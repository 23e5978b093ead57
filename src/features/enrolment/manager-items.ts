import { createHash } from 'node:crypto';
import { compare } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { Person, Scene } from '../directory';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  NOTHING_SAID,
  type ReminderItem,
  said,
  thingKey,
} from '../reminders';
import type { EnrolmentNeeds } from './enrolment-needs';
import { recordKnown } from './enrolment-store';
import { enrolmentTexts } from './enrolment-texts';
import { titleOfPlaced } from './enrolment-views';
import { managersOf, unitOf } from './managers';
import { isSeated, type Placed } from './own-enrolments';
import { readWorld, type World } from './reminder-world';

/** Who takes an application back within this time, in ms, has troubled nobody with it. */
const SECOND_THOUGHTS = 15 * 60_000;
const MOST_LINES = 12;

/** What a manager has not confirmed yet, by unit. A digest shows it as one item. */
interface Unit {
  readonly name: string;
  readonly managers: readonly Person[];
  readonly news: readonly News[];
}
interface News {
  readonly applicant: Person;
  readonly placed: Placed;
}

/** A thing's id has no Japanese in it. */
const hashOf = (unit: string): string => createHash('sha256').update(unit).digest('hex').slice(0, 16);

/** Whoever leads a person is looked up now, when it is sent. */
function unitsOf({ placed, everybody, now }: World): ReadonlyMap<string, Unit> {
  const people = new Map(everybody.map((person) => [person.id, person]));
  const units = new Map<string, Unit>();
  for (const one of placed) {
    const applicant = people.get(one.enrolment.employee);
    if (applicant === undefined || !isNews(one, now)) continue;
    const name = unitOf(applicant);
    const known = units.get(name);
    const managers = known?.managers ?? [];
    const own = managersOf(applicant, everybody);
    units.set(name, {
      name,
      managers: [...managers, ...own.filter((manager) => !managers.includes(manager))],
      news: [...(known?.news ?? []), { applicant, placed: one }],
    });
  }
  return units;
}

function isNews({ enrolment }: Placed, now: Date): boolean {
  const { state, stateAt, appliedAt, managerKnows } = enrolment;
  if (state === managerKnows) return false;
  switch (state) {
    case 'applied':
      return now.getTime() - stateAt.getTime() >= SECOND_THOUGHTS;
    case 'withdrawn':
      return managerKnows !== null || stateAt.getTime() - appliedAt.getTime() >= SECOND_THOUGHTS;
    default:
      return state satisfies never;
  }
}

/** Nobody is told of their own application as its manager. */
const newsFor = (unit: Unit, manager: Person, everybody: readonly Person[]): readonly News[] =>
  unit.news.filter(({ applicant }) => managersOf(applicant, everybody).some(({ id }) => id === manager.id));

export function managerDue(world: World): readonly DueReminder[] {
  return [...unitsOf(world).values()].flatMap((unit) =>
    unit.managers.flatMap((manager): DueReminder[] => {
      const news = newsFor(unit, manager, world.everybody);
      if (news.length === 0) return [];
      return [
        {
          recipient: manager.id,
          thing: thingKey.parse(`enrolment:unit:${hashOf(unit.name)}`),
          step: `until-${latestOf(news)}`,
          urgency: 'normal',
          dueOn: news.map(({ placed }) => placed.when.startsOn).toSorted(compare)[0] ?? null,
        },
      ];
    }),
  );
}

/** Milliseconds of the newest change: a step, and what a confirmation confirms. */
const latestOf = (news: readonly News[]): number =>
  Math.max(...news.map(({ placed }) => placed.enrolment.stateAt.getTime()));

export const managerThings = (world: World, person: Person): readonly string[] =>
  managerDue(world)
    .filter(({ recipient }) => recipient === person.id)
    .map(({ thing }) => thing);

export function managerItem(world: World, person: Person, id: string, locale: Locale): ReminderItem | null {
  const t = enrolmentTexts(locale);
  const unit = [...unitsOf(world).values()].find(({ name }) => hashOf(name) === id);
  const news = unit === undefined ? [] : newsFor(unit, person, world.everybody);
  if (unit === undefined || news.length === 0) {
    const name = person.leads.find((section) => hashOf(section) === id);
    if (name === undefined) return null;
    const badge = { text: t.managerDone, colour: 'good' as const };
    return { ...BARE_ITEM, title: t.managerDoneTitle(name), lines: [], badge, open: false };
  }
  const more = news.length - MOST_LINES;
  return {
    ...BARE_ITEM,
    title: t.managerTitle(news.length, unit.name),
    lines: [
      ...news.slice(0, MOST_LINES).map((one) => newsLine(one, locale)),
      ...(more > 0 ? [t.more(more)] : []),
    ],
    badge: { text: t.managerBadge, colour: 'accent' },
    open: true,
    // Names what was seen: who applied since then is not confirmed by an old card.
    choices: [{ label: t.managerKnown, choice: `known.${latestOf(news)}.${news.length}`, primary: true }],
    mayBeSnoozed: true,
  };
}

function newsLine({ applicant, placed }: News, locale: Locale): string {
  const t = enrolmentTexts(locale);
  const line = t.managerLine(
    applicant.name,
    titleOfPlaced(placed, locale),
    shortDay(placed.when.startsOn, locale),
  );
  if (!isSeated(placed)) return t.managerWithdrawn(line);
  return placed.course?.entry === 'recommendation' ? t.managerRecommend(line) : line;
}

/** The manager has seen all that the item shows. The reminders have checked that the item still offers this choice. */
export async function recordSeen(needs: EnrolmentNeeds, scene: Scene, id: string): Promise<ItemOutcome> {
  const world = await readWorld(needs.store.db, needs, scene.now);
  const unit = [...unitsOf(world).values()].find(({ name }) => hashOf(name) === id);
  const news = unit === undefined ? [] : newsFor(unit, scene.person, world.everybody);
  if (news.length === 0) return NOTHING_SAID;
  const seen = news.map(({ placed }) => placed.enrolment);
  await needs.store.write((tx) => recordKnown(tx, seen, scene.person.id, scene.now));
  return said(enrolmentTexts(scene.locale).managerNotice(seen.length));
}
