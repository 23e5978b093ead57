import { notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { JobId } from '../../delivery';
import type { Scene } from '../directory';
import { createExpiry } from './expiry';
import { createListFlow } from './list-flow';
import { roundName as pollRound } from './poll';
import { createPollAccess } from './poll-access';
import { createPollAnswers } from './poll-answers';
import { createPollDrafts } from './poll-draft-flow';
import { createPollReport } from './poll-report-flow';
import { createPollRun } from './poll-run-flow';
import { createPollSending, jobOf } from './poll-sending';
import { createPollSource } from './poll-source';
import { openPolls } from './poll-store';
import { type PollsAction, type PollsDialog, parsePollsAction, parsePollsDialog } from './polls-actions';
import type { PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { createSettingsFlow } from './settings-flow';
import { roundName } from './survey';
import { createSurveyHrFlow } from './survey-hr-flow';
import { createSurveySource } from './survey-source';
import { openSurveys } from './survey-store';
import { createVoting } from './survey-voting';

/** 安否・参集の確認 under one's name, and surveys of 職場の雰囲気 that know no name. */
export function createPolls(needs: PollsNeeds) {
  const sending = createPollSending(needs);
  const access = createPollAccess(needs);
  const report = createPollReport(needs, access);
  const list = createListFlow(needs);
  const drafts = createPollDrafts(needs, access, report, list);
  const run = createPollRun(needs, access, report, sending);
  const answers = createPollAnswers(needs);
  const voting = createVoting(needs);
  const surveys = createSurveyHrFlow(needs, sending, list);
  const settings = createSettingsFlow(needs);
  const expire = createExpiry(needs);

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parsePollsAction(verb, data);
    return action === null ? notice(pollsTexts(scene.locale).old) : button(scene, action);
  }

  function button(scene: Scene, action: PollsAction): Promise<Reply> {
    switch (action.verb) {
      case 'polls.answer':
        return answers.tap(scene, action.id, action.choice);
      case 'polls.undo':
        return answers.undo(scene, action.id);
      case 'polls.own':
        return answers.own(scene, action.id);
      case 'polls.list':
        return list.show(scene, null);
      case 'polls.section':
        return report.section(scene, action.id, action.page);
      case 'polls.show':
        return report.show(scene, action.id, { page: action.page });
      case 'polls.preview':
        return drafts.preview(scene, action.id);
      case 'polls.onlyPreview':
        return Promise.resolve(notice(pollsTexts(scene.locale).previewTapped));
      case 'polls.start':
        return run.start(scene, action.id);
      case 'polls.askDiscard':
        return report.show(scene, action.id, { asks: 'discard' });
      case 'polls.discard':
        return drafts.discard(scene, action.id);
      case 'polls.remind':
        return run.remind(scene, action.id, action.round);
      case 'polls.people':
        return report.people(scene, action.id, action.filter, action.page);
      case 'polls.askClose':
        return report.show(scene, action.id, { asks: 'close' });
      case 'polls.close':
        return run.close(scene, action.id);
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
      case 'pulse.askDiscard':
        return surveys.show(scene, action.id, { asks: 'discard' });
      case 'pulse.discard':
        return surveys.discard(scene, action.id);
      case 'pulse.askClose':
        return surveys.show(scene, action.id, { asks: 'close' });
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
        return drafts.openForm(scene, null);
      case 'polls.edit':
        return drafts.openForm(scene, asked.id);
      case 'polls.commentForm':
        return answers.openForm(scene, asked.id);
      case 'polls.settings':
        return settings.open(scene);
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
        return drafts.save(scene, given.id, data);
      case 'polls.comment':
        return answers.submit(scene, given.id, given.sure === 1, data);
      case 'polls.saveSettings':
        return settings.save(scene, data);
      case 'pulse.save':
        return surveys.save(scene, given.id, data);
      case 'pulse.comment':
        return voting.submit(scene, given.id, data);
      default:
        return notice(pollsTexts(scene.locale).old);
    }
  }

  /** 「安否確認をしたい」「アンケートをしたい」 */
  const manage = async (scene: Scene): Promise<readonly Message[]> => [await list.say(scene)];

  return {
    manage,
    act,
    openDialog,
    submitDialog,
    /** Ends surveys whose last day is over, and forgets what is kept no longer. Launched or not, any number of times. */
    async expire(now: Date): Promise<void> {
      await surveys.closeDue(now);
      await expire(now);
    },
    /** Jobs whose cards change when a poll or survey ends. */
    jobsInUse: async (reader: Reader): Promise<readonly JobId[]> => [
      ...(await openPolls(reader)).flatMap(({ id, rounds }) =>
        Array.from({ length: rounds + 1 }, (_, round) => jobOf(pollRound(id, round))),
      ),
      ...(await openSurveys(reader)).map(({ id }) => jobOf(roundName(id))),
    ],
    sources: [createPollSource(needs, answers, report), createSurveySource(needs, voting)] as const,
  };
}

export type Polls = ReturnType<typeof createPolls>;
