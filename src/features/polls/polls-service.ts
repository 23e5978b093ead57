import { asMessage, closeDialog, dialog, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import { isHr, type Scene } from '../directory';
import { choiceField, createFieldReader, formCard, formView, textField, typedIn } from '../forms';
import { createPollAnswers } from './poll-answers';
import { createPollHrFlow } from './poll-hr-flow';
import { createPollSending } from './poll-sending';
import { pollSettings, savePollSettings } from './poll-settings';
import { listPolls } from './poll-store';
import { kickerOf } from './poll-views';
import { type PollsAction, type PollsDialog, parsePollsAction, parsePollsDialog } from './polls-actions';
import { type ListView, opener, pollsCards } from './polls-cards';
import { mayPoll, noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { createSurveyHrFlow } from './survey-hr-flow';
import { listSurveys } from './survey-store';
import { createVoting } from './survey-voting';

const MOST_LISTED = 6;

/** 安否・参集の確認 under one's name, and surveys of 職場の雰囲気 that know no name. */
export function createPolls(needs: PollsNeeds) {
  const { store } = needs;
  const sending = createPollSending(needs);
  const answers = createPollAnswers(needs);
  const polls = createPollHrFlow(needs, sending);
  const voting = createVoting(needs);
  const surveys = createSurveyHrFlow(needs, sending);

  /** 「安否確認をしたい」「アンケートをしたい」 */
  async function manage(scene: Scene): Promise<readonly Message[]> {
    const t = pollsTexts(scene.locale);
    if (!mayPoll(scene, await pollSettings(store.db))) return [{ kind: 'text', text: t.hrOnly }];
    if (!scene.turn.personal) return [{ kind: 'text', text: t.onlyPersonal }];
    return [asMessage(pollsCards.list, await listView(scene))];
  }

  async function listView(scene: Scene): Promise<ListView> {
    const t = pollsTexts(scene.locale);
    const hr = isHr(scene.person);
    const own = (await listPolls(store.db, 50)).filter(
      ({ createdBy }) => hr || createdBy === scene.person.id,
    );
    const asked = hr ? await listSurveys(store.db, MOST_LISTED) : [];
    const rows = [
      ...own.slice(0, MOST_LISTED).map((poll) => ({
        name: poll.question,
        state: kickerOf(poll, scene.locale),
        verb: 'polls.show',
        id: poll.id as string,
      })),
      ...asked.map((survey) => ({
        name: survey.question,
        state: `${t.survey}　${t.state[survey.state]}`,
        verb: 'pulse.show',
        id: survey.id as string,
      })),
    ];
    return {
      lang: scene.locale,
      fallback: t.listHeading,
      heading: t.listHeading,
      hasEmpty: rows.length === 0,
      empty: t.listEmpty,
      rows,
      dialogs: [
        opener(t.newSafety, 'polls.new'),
        ...(hr ? [opener(t.newSurvey, 'pulse.new')] : []),
        ...(scene.person.roles.has('hr_admin') ? [opener(t.settings, 'polls.settings')] : []),
      ],
    };
  }

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parsePollsAction(verb, data);
    return action === null ? notice(pollsTexts(scene.locale).old) : button(scene, action);
  }

  function button(scene: Scene, action: PollsAction): Promise<Reply> {
    switch (action.verb) {
      case 'polls.answer':
        return answers.tap(scene, action.id, action.choice);
      case 'polls.own':
        return answers.own(scene, action.id);
      case 'polls.show':
        return polls.show(scene, action.id, { page: action.page });
      case 'polls.preview':
        return polls.preview(scene, action.id);
      case 'polls.start':
        return polls.start(scene, action.id);
      case 'polls.discard':
        return polls.discard(scene, action.id);
      case 'polls.remind':
        return polls.remind(scene, action.id, action.round);
      case 'polls.people':
        return polls.people(scene, action.id, action.filter, action.page);
      case 'polls.askClose':
        return polls.show(scene, action.id, { asksToClose: true });
      case 'polls.close':
        return polls.close(scene, action.id);
      case 'pulse.vote':
        return voting.tap(scene, action.id, action.choice);
      case 'pulse.own':
        return voting.own(scene, action.id);
      case 'pulse.show':
        return surveys.show(scene, action.id, { page: action.page });
      case 'pulse.preview':
        return surveys.preview(scene, action.id);
      case 'pulse.start':
        return surveys.start(scene, action.id);
      case 'pulse.discard':
        return surveys.discard(scene, action.id);
      case 'pulse.askClose':
        return surveys.show(scene, action.id, { asksToClose: true });
      case 'pulse.close':
        return surveys.close(scene, action.id);
      case 'pulse.comments':
        return surveys.comments(scene, action.id, action.page);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const asked = parsePollsDialog(data);
    return asked === null ? notice(pollsTexts(scene.locale).old) : open(scene, asked);
  }

  function open(scene: Scene, asked: PollsDialog): Promise<Reply> | Reply {
    switch (asked.verb) {
      case 'polls.new':
        return polls.openForm(scene, null);
      case 'polls.edit':
        return polls.openForm(scene, asked.id);
      case 'polls.commentForm':
        return answers.openForm(scene, asked.id);
      case 'polls.settings':
        return openSettings(scene, []);
      case 'pulse.new':
        return surveys.openForm(scene, null);
      case 'pulse.edit':
        return surveys.openForm(scene, asked.id);
      case 'pulse.commentForm':
        return voting.openForm(scene, asked.id);
      case 'polls.save':
      case 'polls.comment':
      case 'polls.saveSettings':
      case 'pulse.save':
      case 'pulse.comment':
        return notice(pollsTexts(scene.locale).old);
      default:
        return asked satisfies never;
    }
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const given = parsePollsDialog(data);
    switch (given?.verb) {
      case 'polls.save':
        return polls.save(scene, given.id, data);
      case 'polls.comment':
        return answers.submit(scene, given.id, data);
      case 'polls.saveSettings':
        return saveSettings(scene, data);
      case 'pulse.save':
        return surveys.save(scene, given.id, data);
      case 'pulse.comment':
        return voting.submit(scene, given.id, data);
      default:
        return notice(pollsTexts(scene.locale).old);
    }
  }

  const settingsFields = (scene: Scene) => {
    const t = pollsTexts(scene.locale);
    return [
      textField('official', t.officialLabel, 300),
      choiceField('managers', t.managersLabel, [
        { title: t.allowed, value: 'yes' },
        { title: t.notAllowed, value: 'no' },
      ]),
    ];
  };

  async function openSettings(
    scene: Scene,
    problems: readonly string[],
    given?: Readonly<Record<string, string>>,
  ) {
    const t = pollsTexts(scene.locale);
    if (!scene.person.roles.has('hr_admin')) return notice(t.adminOnly);
    const { officialUrl, managersMayPoll } = await pollSettings(store.db);
    const view = formView(
      {
        fields: settingsFields(scene),
        typed: given ?? { official: officialUrl ?? '', managers: managersMayPoll ? 'yes' : 'no' },
        problems,
        notes: [t.aid],
        page: null,
        moreLabel: '',
        fallback: t.settingsTitle,
        buttons: [{ label: t.saveSettings, data: { verb: 'polls.saveSettings' } }],
      },
      scene.locale,
    );
    return dialog(t.settingsTitle, formCard, view);
  }

  async function saveSettings(scene: Scene, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!scene.person.roles.has('hr_admin')) return notice(t.adminOnly);
    const fields = settingsFields(scene);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const officialUrl = reader.link('official');
    const managersMayPoll = reader.chosen('managers').includes('yes');
    if (reader.problems.length > 0) return openSettings(scene, reader.problems, typed);
    await store.write(async (tx) => {
      await savePollSettings(tx, { officialUrl, managersMayPoll });
      await noteStep(needs, tx, scene, 'poll-changed', 'settings', 'settings', {
        official: officialUrl === null ? 0 : 1,
        managers: managersMayPoll ? 1 : 0,
      });
    });
    return closeDialog({ kind: 'text', text: t.settingsSaved });
  }

  return { manage, act, openDialog, submitDialog };
}

export type Polls = ReturnType<typeof createPolls>;
