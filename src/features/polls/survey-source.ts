import { asMessage } from '../../cards/replies';
import { shortDay } from '../../core/calendar/written-days';
import { type SurveyId, surveyId } from '../../core/ids';
import type { Reader } from '../../db/open';
import { findDeliveries } from '../../delivery';
import type { Person, Scene } from '../directory';
import {
  type DueReminder,
  type ItemOutcome,
  type Look,
  NOTHING_SAID,
  type OpenThing,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
} from '../reminders';
import { chaseStep } from './chasing';
import { notYetIn, standingOf, surveysOf } from './participation-store';
import { jobOf } from './poll-sending';
import { pollsCards } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { questionTexts } from './question-texts';
import { roundName } from './survey';
import { findSurvey, openSurveys } from './survey-store';
import type { Voting } from './survey-voting';

const NAME = 'survey';
/** Open days since the survey has reached somebody. */
const CHASED_AFTER = [3, 7] as const;
const OPEN = 'open';

const thingOf = (id: SurveyId): ThingKey => thingKey.parse(`${NAME}:${id}`);
const readThing = (thing: ThingKey): SurveyId | null =>
  surveyId.safeParse(thing.slice(NAME.length + 1)).data ?? null;

/**
 * Reminds those who have not taken part of surveys, which they may ask to hear no more of. Of what was answered nothing is
 * known here. Confidential: who is written to has not taken part, which is nobody's to see.
 */
export function createSurveySource(needs: PollsNeeds, voting: Voting): ReminderSource {
  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const all: DueReminder[] = [];
    for (const { id, closesOn } of await openSurveys(reader)) {
      const name = roundName(id);
      const arrived = new Map(
        (await findDeliveries(reader, jobOf(name))).flatMap(({ dedupeKey, state, endedAt }) =>
          state === 'sent' && endedAt !== null ? [[dedupeKey, endedAt] as const] : [],
        ),
      );
      for (const employee of await notYetIn(reader, id)) {
        const askedAt = arrived.get(`${name}:${employee}`);
        const step = askedAt === undefined ? null : chaseStep(askedAt, now, CHASED_AFTER, needs.calendar());
        if (step !== null)
          all.push({ recipient: employee, thing: thingOf(id), step, urgency: 'normal', dueOn: closesOn });
      }
    }
    return all;
  }

  /** Null once it is closed: nobody knows any more who was asked. */
  async function item(reader: Reader, { person, thing, locale }: Look): Promise<ReminderItem | null> {
    const t = questionTexts(locale);
    const id = readThing(thing);
    const survey = id === null ? null : await findSurvey(reader, id);
    const standing = id === null ? null : await standingOf(reader, id, person.id);
    if (survey?.state !== 'open' || standing === null) return null;
    const waits = standing === 'asked';
    return {
      title: t.surveyTitle(survey.question),
      lines: waits ? [t.until(shortDay(survey.closesOn, locale)), t.surveyLine, t.final] : [],
      badge: waits ? { text: t.waiting, colour: 'accent' } : { text: t.done, colour: 'good' },
      open: waits,
      choices: waits ? [{ label: t.answer, choice: OPEN, primary: true }] : [],
      links: [],
      dialogs: [],
      mayBeSnoozed: true,
      mayBeMuted: waits,
    };
  }

  const openFor = async (reader: Reader, person: Person): Promise<readonly OpenThing[]> => {
    const last = new Map((await openSurveys(reader)).map(({ id, closesOn }) => [id, closesOn]));
    return (await surveysOf(reader, person.id)).flatMap(({ id, standing }) =>
      standing === 'asked' ? [{ thing: thingOf(id), dueOn: last.get(id) ?? null }] : [],
    );
  };

  /** Shows the card: a vote is final, and that has to be read before the tap. */
  async function act(scene: Scene, thing: ThingKey, choice: string): Promise<ItemOutcome> {
    const id = readThing(thing);
    if (id === null || choice !== OPEN) return NOTHING_SAID;
    const view = await voting.viewFor(scene, id);
    return typeof view === 'string'
      ? { notice: view, messages: [] }
      : { notice: null, messages: [asMessage(pollsCards.question, view)] };
  }

  return { name: NAME, confidential: true, due, item, openFor, act };
}
