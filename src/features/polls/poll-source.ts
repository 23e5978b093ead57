import type { Card } from '../../cards/define-card';
import { asMessage } from '../../cards/replies';
import { dayOf } from '../../core/calendar/day';
import { type EmployeeId, pollId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  type DoneThing,
  type DueReminder,
  type ItemOutcome,
  type Look,
  NOTHING_SAID,
  type OpenThing,
  partedThings,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
} from '../reminders';
import { chaseStep } from './chasing';
import { ledBy, ledIn, unanswered } from './led';
import { askedOf, findMember, membersOf, overdueMembers } from './member-store';
import { isEmergency, type Poll } from './poll';
import type { PollAnswers } from './poll-answers';
import { OPEN, ownItem, sectionItem, UNDO } from './poll-items';
import type { PollReport } from './poll-report-flow';
import { pollSettings } from './poll-settings';
import { findPoll, openPolls } from './poll-store';
import { pollsCards } from './polls-cards';
import type { PollsNeeds } from './polls-needs';

const NAME = 'poll';
/** Open days since the last message that asked. */
const CHASED_AFTER = { emergency: [1, 2], ordinary: [2, 5] } as const;
/** Open days since the start. */
const MANAGERS_TOLD_AFTER = { emergency: [1], ordinary: [3] } as const;

const { thingOf, readThing } = partedThings(NAME, pollId, 'section');

const paceOf = (poll: Poll) => (isEmergency(poll) ? 'emergency' : 'ordinary');

/**
 * Reminds those who have not answered, within everybody's budget, and tells each 所属長 (and who stands in for one) who of
 * their sections they are. Things: `<poll>` for oneself, `<poll>:section`.
 */
export function createPollSource(
  needs: PollsNeeds,
  answers: PollAnswers,
  report: PollReport,
): ReminderSource {
  const { directory, calendar } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const polls = await openPolls(reader);
    if (polls.length === 0) return [];
    const everybody = await directory.everybody(reader, dayOf(now));
    const people = new Map(everybody.map((person) => [person.id, person]));
    const all: DueReminder[] = [];
    for (const poll of polls) {
      all.push(...(await ownDue(reader, poll, now)));
      all.push(...(await managersDue(reader, poll, people, now)));
    }
    return all;
  }

  async function ownDue(reader: Reader, poll: Poll, now: Date): Promise<readonly DueReminder[]> {
    const thing = thingOf(poll.id, 'own');
    const cadence = CHASED_AFTER[paceOf(poll)];
    return (await overdueMembers(reader, poll.id)).flatMap(({ employee, askedAt }): DueReminder[] => {
      const step = chaseStep(askedAt ?? poll.startedAt ?? now, now, cadence, calendar());
      return step === null ? [] : [{ recipient: employee, thing, step, urgency: 'normal', dueOn: null }];
    });
  }

  async function managersDue(
    reader: Reader,
    poll: Poll,
    people: ReadonlyMap<EmployeeId, Person>,
    now: Date,
  ): Promise<readonly DueReminder[]> {
    const pace = paceOf(poll);
    const step = chaseStep(poll.startedAt ?? now, now, MANAGERS_TOLD_AFTER[pace], calendar());
    if (step === null) return [];
    const members = await membersOf(reader, poll.id);
    return [...people.values()]
      .filter((one) => one.leads.length > 0 && unanswered(ledBy(one, members, people)).length > 0)
      .map(({ id }) => ({
        recipient: id,
        thing: thingOf(poll.id, 'section'),
        step,
        urgency: pace === 'emergency' ? 'normal' : 'low',
        dueOn: null,
      }));
  }

  async function item(reader: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const read = readThing(thing);
    const poll = read === null ? null : await findPoll(reader, read.id);
    if (read === null || poll === null) return null;
    if (read.part === 'section')
      return sectionItem(poll, await ledIn(reader, directory, person, poll.id, dayOf(now)), locale);
    const member = await findMember(reader, poll.id, person.id);
    if (member === null) return null;
    return ownItem(poll, member.answer, (await pollSettings(reader)).officialUrl, locale);
  }

  async function openFor(reader: Reader, person: Person, now: Date): Promise<readonly OpenThing[]> {
    const open: OpenThing[] = [];
    for (const { id, member } of await askedOf(reader, person.id))
      if (member.answer === null) open.push({ thing: thingOf(id, 'own'), dueOn: null });
    if (person.leads.length === 0) return open;
    for (const { id } of await openPolls(reader))
      if (unanswered(await ledIn(reader, directory, person, id, dayOf(now))).length > 0)
        open.push({ thing: thingOf(id, 'section'), dueOn: null });
    return open;
  }

  const doneFor = async (reader: Reader, person: Person): Promise<readonly DoneThing[]> =>
    (await askedOf(reader, person.id)).flatMap(({ id, answeredAt }) =>
      answeredAt === null ? [] : [{ thing: thingOf(id, 'own'), dueOn: null, at: answeredAt }],
    );

  async function act(scene: Scene, thing: ThingKey, choice: string): Promise<ItemOutcome> {
    const read = readThing(thing);
    if (read === null) return NOTHING_SAID;
    if (read.part === 'own' && choice !== OPEN) {
      await (choice === UNDO
        ? answers.takeBack(scene, read.id)
        : answers.answer(scene, read.id, Number(choice)));
      return NOTHING_SAID;
    }
    const message =
      read.part === 'own'
        ? shown(pollsCards.question, await answers.viewFor(scene, read.id))
        : shown(pollsCards.people, await report.sectionView(scene, read.id, 0));
    return typeof message === 'string'
      ? { notice: message, messages: [] }
      : { notice: null, messages: [message] };
  }

  return { name: NAME, due, item, openFor, doneFor, act };
}

/** A text in the place of a view is the reason why there is none. */
const shown = <View extends { readonly fallback: string }>(card: Card<View>, view: View | string) =>
  typeof view === 'string' ? view : asMessage(card, view);
