import { dayOf } from '../../core/calendar/day';
import type { SurveyId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader, Writer } from '../../db/open';
import { jobId, type NewDelivery, type Payload } from '../../delivery';
import { isHr, type Person, type Scene } from '../directory';
import { localesOf } from '../reminders';
import { ballotView } from './ballot-view';
import type { ManageView } from './card-views';
import { forgetParticipants } from './participation-store';
import { isReached, type PollSending, type Reachable } from './poll-sending';
import { pollsCards } from './polls-cards';
import { type Doer, noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { roundName, type Survey } from './survey';
import { closeSurvey, lockSurvey, openSurveys } from './survey-store';
import { forgetHowItCame } from './vote';

type ViewOf = (
  reader: Reader,
  scene: Pick<Scene, 'today' | 'locale'>,
  id: SurveyId,
  shown: { readonly note?: string },
) => Promise<ManageView>;

/** The end of a survey: by HR, or by itself after its last day. Who took part is forgotten with it. */
export function createSurveyClosing(needs: PollsNeeds, sending: PollSending, viewOf: ViewOf) {
  const { store, directory, outbox, calendar } = needs;

  /** Runs `also` in the same transaction; nothing where it is not open. */
  async function close(
    by: Doer,
    id: SurveyId,
    also: (tx: Writer, survey: Survey) => Promise<void> = async () => {},
  ): Promise<void> {
    await store.write(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey?.state !== 'open') return;
      await sending.cancel(tx, roundName(id));
      await forgetParticipants(tx, id);
      await closeSurvey(tx, id, by.now);
      // The same to everybody who was asked: it tells of nobody whether they took part.
      await sending.replace(tx, by.person.id, {
        rounds: [roundName(id)],
        name: `${roundName(id)}:closed`,
        kind: SURVEY_KIND,
        payload: (_, locale) => ballotCard({ ...survey, state: 'closed' }, locale),
      });
      await noteStep(needs, tx, by, 'survey-changed', id, 'close');
      await also(tx, survey);
    });
    await forgetHowItCame(store);
  }

  /** Closes those whose last day is over; may be called at any time, launched or not, any number of times. */
  async function closeDue(now: Date): Promise<void> {
    const today = dayOf(now);
    for (const { id, closesOn } of await openSurveys(store.db))
      if (closesOn < today)
        await close({ now, person: { id: 'system' } }, id, (tx, survey) => tellResults(tx, survey, now));
  }

  /** To whoever of HR made it; to all who answer for HR where that one no longer does. */
  async function tellResults(tx: Writer, { id, createdBy }: Survey, now: Date): Promise<void> {
    const today = dayOf(now);
    const maker = await directory.byId(tx, createdBy, today);
    const isMakers = maker !== null && isHr(maker) && isReached(maker);
    const readers: readonly Person[] = isMakers ? [maker] : await directory.withRole(tx, 'hr_editor', today);
    const reached = readers.filter((one): one is Reachable => isReached(one));
    const locales = await localesOf(
      tx,
      reached.map(({ aadObjectId }) => aadObjectId),
    );
    const deliveries: NewDelivery[] = [];
    for (const { id: person, aadObjectId } of reached) {
      const locale = locales.get(aadObjectId) ?? 'ja';
      const note = pollsTexts(locale).closedByItself;
      deliveries.push({
        kind: 'send',
        recipient: aadObjectId,
        dedupeKey: `${roundName(id)}:results:${person}`,
        notBefore: calendar().nextOpenMoment(now),
        hours: 'open',
        payload: {
          kind: 'card',
          card: pollsCards.manage.name,
          view: await viewOf(tx, { today, locale }, id, { note }),
        },
      });
    }
    const job = jobId.parse(`${roundName(id)}:results`);
    await outbox.enqueue(tx, { id: job, kind: 'survey-results', createdBy: 'system' }, deliveries);
  }

  return { close, closeDue };
}

export const SURVEY_KIND = 'survey';

export const ballotCard = (survey: Survey, locale: Locale): Payload => ({
  kind: 'card',
  card: pollsCards.question.name,
  view: ballotView(survey, false, locale),
});
