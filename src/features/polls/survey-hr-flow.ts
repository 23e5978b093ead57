import { asMessage, closeDialog, inPlace, notice } from '../../cards/replies';
import { addDays, daysBetween, instantAt } from '../../core/calendar/day';
import type { SurveyId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import { isHr, type Person, type Scene } from '../directory';
import { prepareBox, readComments, talliesOf } from './ballot-store';
import { ballotView } from './ballot-view';
import { asPreview, type ManageView } from './card-views';
import { defaultSettings, readCompose, showCompose } from './compose-form';
import type { ListFlow } from './list-flow';
import type { Asks } from './manage-buttons';
import { insertParticipants } from './participation-store';
import { audienceNow, isReached, laterOf, type PollSending } from './poll-sending';
import { pollsCards } from './polls-cards';
import { noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { groupsOf, LEAST_ASKED, ROOM_WITHIN_DAYS, roundName, type Survey, tooClose, votesIn } from './survey';
import { ballotCard, createSurveyClosing, SURVEY_KIND } from './survey-closing';
import { resultsOf } from './survey-results';
import { findSurvey, lockSurvey, openSurvey, removeSurvey, saveSurvey, surveysSince } from './survey-store';
import { commentsView, surveyManageView } from './survey-views';

/** An anonymous survey from its dialog to its results; for HR alone. */
export function createSurveyHrFlow(needs: PollsNeeds, sending: PollSending, list: ListFlow) {
  const { store, directory } = needs;
  const closing = createSurveyClosing(needs, sending, viewOf);

  async function openForm(scene: Scene, id: SurveyId | null): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!isHr(scene.person)) return notice(t.surveyHrOnly);
    const survey = id === null ? null : await findSurvey(store.db, id);
    if (id !== null && survey?.state !== 'draft') return notice(questionTexts(scene.locale).gone);
    return showCompose(scene, {
      kind: 'survey',
      id: id ?? needs.newSurveyId(),
      settings: survey === null ? defaultSettings('survey', scene) : { ...survey, urgency: 'other' },
      people: await directory.everybody(store.db, scene.today),
    });
  }

  async function save(scene: Scene, id: SurveyId, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!isHr(scene.person)) return notice(t.surveyHrOnly);
    const found = await findSurvey(store.db, id);
    if (found !== null && found.state !== 'draft') return notice(questionTexts(scene.locale).gone);
    const settings =
      found === null ? defaultSettings('survey', scene) : { ...found, urgency: 'other' as const };
    const people = await directory.everybody(store.db, scene.today);
    const read = readCompose(scene, { kind: 'survey', id, settings, people }, data);
    if (!read.ok) return read.reply;
    await store.write(async (tx) => {
      const locked = await lockSurvey(tx, id);
      if (locked !== null && locked.state !== 'draft') return;
      await saveSurvey(tx, { ...read.value, id, createdBy: scene.person.id }, scene.now);
      await noteStep(needs, tx, scene, 'survey-changed', id, locked === null ? 'create' : 'edit');
    });
    return closeDialog(asMessage(pollsCards.manage, await viewOf(store.db, scene, id, {})));
  }

  interface Shown {
    readonly page?: number;
    readonly note?: string;
    readonly asks?: Asks;
  }

  /** While it is open only how many took part is read, from nothing but the counts. */
  async function viewOf(
    reader: Reader,
    scene: Pick<Scene, 'today' | 'locale'>,
    id: SurveyId,
    shown: Shown,
  ): Promise<ManageView> {
    const survey = await findSurvey(reader, id);
    if (survey === null) throw new Error(`survey ${id} is gone`);
    const audience = survey.state === 'draft' ? await audienceNow(needs, scene, survey.audience) : [];
    const tallies = survey.state === 'draft' ? [] : await talliesOf(reader, id);
    const results = survey.state === 'closed' ? resultsOf(survey.choices, tallies) : [];
    const comments = results.length > 0 ? (await readComments(reader, id)).length : 0;
    return surveyManageView(
      survey,
      {
        reached: audience.filter(isReached).length,
        later: survey.state === 'open' ? await laterOf(reader, roundName(id), scene.today) : null,
        took: votesIn(tallies),
        results,
        comments,
        page: shown.page ?? 0,
        note: shown.note ?? null,
        asks: shown.asks ?? null,
        closesSoon: daysBetween(scene.today, survey.closesOn) < ROOM_WITHIN_DAYS,
      },
      scene.locale,
    );
  }

  async function show(scene: Scene, id: SurveyId, shown: Shown = {}): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!isHr(scene.person)) return notice(t.surveyHrOnly);
    if ((await findSurvey(store.db, id)) === null) return notice(questionTexts(scene.locale).gone);
    return inPlace(pollsCards.manage, await viewOf(store.db, scene, id, shown));
  }

  async function preview(scene: Scene, id: SurveyId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const survey = isHr(scene.person) ? await findSurvey(store.db, id) : null;
    if (survey === null) return notice(questionTexts(scene.locale).gone);
    const view = asPreview(ballotView(survey, false, scene.locale), t.previewNote);
    return notice(t.preview, asMessage(pollsCards.question, view));
  }

  /** Only who can vote by Teams is asked: everybody in the box has the same way in. */
  async function start(scene: Scene, id: SurveyId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const found = isHr(scene.person) ? await findSurvey(store.db, id) : null;
    if (found === null) return notice(questionTexts(scene.locale).gone);
    const people = (await audienceNow(needs, scene, found.audience)).filter(isReached);
    if (!(await needs.isLive())) return show(scene, id, { note: t.notLive });
    if (found.closesOn < scene.today) return show(scene, id, { note: t.closesOnPast });
    if (people.length < LEAST_ASKED) return show(scene, id, { note: t.tooFew });
    if (await isTooClose(scene, found, people)) return show(scene, id, { note: t.tooClose });
    await store.write(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey?.state !== 'draft') return;
      const groups = groupsOf(people);
      await insertParticipants(
        tx,
        id,
        people.map((person) => ({ employee: person.id, group: groups.get(person) ?? '' })),
      );
      await prepareBox(tx, id, [...new Set(groups.values())], survey.choices.length);
      await sending.send(tx, scene, {
        name: roundName(id),
        kind: SURVEY_KIND,
        emergency: false,
        people,
        payload: (_, locale) => ballotCard({ ...survey, state: 'open' }, locale),
      });
      await openSurvey(tx, id, people.length, scene.now);
      await noteStep(needs, tx, scene, 'survey-changed', id, 'start', { audience: people.length });
    });
    return show(scene, id);
  }

  /** Two surveys whose audiences differ by a few people would tell, side by side, what those few answered. */
  async function isTooClose(scene: Scene, survey: Survey, people: readonly Person[]): Promise<boolean> {
    const asked = new Set(people.map(({ id }) => id));
    const since = instantAt(addDays(scene.today, -COMPARED_FOR), '00:00');
    for (const other of await surveysSince(store.db, since)) {
      const others = (await audienceNow(needs, scene, other.audience)).filter(isReached);
      if (other.id !== survey.id && tooClose(asked, new Set(others.map(({ id }) => id)))) return true;
    }
    return false;
  }

  async function close(scene: Scene, id: SurveyId): Promise<Reply> {
    if (!isHr(scene.person)) return notice(pollsTexts(scene.locale).surveyHrOnly);
    await closing.close(scene, id);
    return show(scene, id);
  }

  async function discard(scene: Scene, id: SurveyId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!isHr(scene.person)) return notice(t.surveyHrOnly);
    const isGone = await store.write(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey === null) return true;
      if (survey.state !== 'draft') return false;
      await removeSurvey(tx, id);
      await noteStep(needs, tx, scene, 'survey-changed', id, 'discard');
      return true;
    });
    return isGone ? list.show(scene, t.discarded) : show(scene, id);
  }

  /** After the end, and only where results may be shown at all. */
  async function comments(scene: Scene, id: SurveyId, page: number): Promise<Reply> {
    const survey = isHr(scene.person) ? await findSurvey(store.db, id) : null;
    if (survey === null) return notice(questionTexts(scene.locale).gone);
    const mayShow =
      survey.state === 'closed' && resultsOf(survey.choices, await talliesOf(store.db, id)).length > 0;
    if (!mayShow) return show(scene, id);
    return inPlace(
      pollsCards.people,
      commentsView(survey, await readComments(store.db, id), page, scene.locale),
    );
  }

  return { openForm, save, show, preview, start, close, discard, comments, closeDue: closing.closeDue };
}

/** Days for which the results of two surveys may be compared. */
const COMPARED_FOR = 90;
