import { asMessage, inPlace, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import { isHr, type Scene } from '../directory';
import { type ListView, opener } from './card-views';
import { ledIn, unanswered } from './led';
import { askedOf } from './member-store';
import { surveysOf } from './participation-store';
import { mayPoll, mayRun } from './poll-access';
import { pollSettings } from './poll-settings';
import { findPoll, listPolls, openPolls } from './poll-store';
import { kickerOf } from './poll-views';
import { pollsCards } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { findSurvey, listSurveys } from './survey-store';
import { surveyKicker } from './survey-views';

const MOST_LISTED = 6;
/** Of these the ones that somebody runs are picked. */
const MOST_LOOKED_AT = 50;

type Row = ListView['groups'][number]['rows'][number];

/** 「安否確認をしたい」: what one is asked, who of one's section is missing, and what one runs oneself. */
export function createListFlow({ store, directory }: Pick<PollsNeeds, 'store' | 'directory'>) {
  async function askedRows({ person, locale }: Scene): Promise<readonly Row[]> {
    const { yours, open } = pollsTexts(locale);
    const standing = (waits: boolean) =>
      waits ? { state: yours.waiting, open: open.answer } : { state: yours.done, open: open.show };
    const rows: Row[] = [];
    for (const { id, member } of await askedOf(store.db, person.id)) {
      const poll = await findPoll(store.db, id);
      if (poll !== null)
        rows.push({ name: poll.question, ...standing(member.answer === null), verb: 'polls.own', id });
    }
    for (const one of await surveysOf(store.db, person.id)) {
      const survey = await findSurvey(store.db, one.id);
      if (survey !== null)
        rows.push({
          name: survey.question,
          ...standing(one.standing === 'asked'),
          verb: 'pulse.own',
          id: one.id,
        });
    }
    return rows;
  }

  async function ledRows({ person, today, locale }: Scene): Promise<readonly Row[]> {
    const t = pollsTexts(locale);
    const rows: Row[] = [];
    for (const { id, question } of await openPolls(store.db)) {
      const led = await ledIn(store.db, directory, person, id, today);
      const state = t.led(unanswered(led).length, led.length);
      if (led.length > 0) rows.push({ name: question, state, open: t.open.names, verb: 'polls.section', id });
    }
    return rows;
  }

  async function runRows({ person, locale }: Scene): Promise<readonly Row[]> {
    const { open } = pollsTexts(locale);
    const polls = (await listPolls(store.db, MOST_LOOKED_AT)).filter((poll) => mayRun(person, poll));
    const surveys = isHr(person) ? await listSurveys(store.db, MOST_LISTED) : [];
    return [
      ...polls.slice(0, MOST_LISTED).map((poll) => ({
        name: poll.question,
        state: kickerOf(poll, locale),
        open: open.show,
        verb: 'polls.show',
        id: poll.id,
      })),
      ...surveys.map((survey) => ({
        name: survey.question,
        state: surveyKicker(survey, locale),
        open: open.show,
        verb: 'pulse.show',
        id: survey.id,
      })),
    ];
  }

  /** Null for who has nothing to see and may not begin anything. */
  async function viewOf(scene: Scene, done: string | null): Promise<ListView | null> {
    const { person, locale } = scene;
    const t = pollsTexts(locale);
    const runs = mayPoll(person, await pollSettings(store.db));
    const groups = [
      { heading: t.groups.asked, rows: await askedRows(scene) },
      { heading: t.groups.led, rows: await ledRows(scene) },
      { heading: t.groups.run, rows: runs ? await runRows(scene) : [] },
    ].filter(({ rows }) => rows.length > 0);
    if (groups.length === 0 && !runs) return null;
    return {
      lang: locale,
      fallback: t.listHeading,
      heading: t.listHeading,
      hasDone: done !== null,
      done: done ?? '',
      hasEmpty: groups.length === 0,
      empty: t.listEmpty,
      groups: groups.map(({ heading, rows }) => ({ heading, rows: [...rows] })),
      dialogs: [
        ...(runs ? [opener(t.newSafety, 'polls.new')] : []),
        ...(isHr(person) ? [opener(t.newSurvey, 'pulse.new')] : []),
        ...(person.roles.has('hr_admin') ? [opener(t.settings, 'polls.settings')] : []),
      ],
    };
  }

  async function say(scene: Scene): Promise<Message> {
    const t = pollsTexts(scene.locale);
    if (!scene.turn.personal) return { kind: 'text', text: t.onlyPersonal };
    const view = await viewOf(scene, null);
    return view === null ? { kind: 'text', text: t.hrOnly } : asMessage(pollsCards.list, view);
  }

  /** `done`: what has just been done. */
  async function show(scene: Scene, done: string | null): Promise<Reply> {
    const view = await viewOf(scene, done);
    return view === null ? notice(pollsTexts(scene.locale).hrOnly) : inPlace(pollsCards.list, view);
  }

  return { say, show };
}

export type ListFlow = ReturnType<typeof createListFlow>;
