import { inPlace, notice } from '../../cards/replies';
import type { CampaignId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import { policyOf } from '../campaigns';
import type { Scene } from '../directory';
import { createFileFlow } from './file-flow';
import { fileTexts } from './file-texts';
import { createListFlow } from './list-flow';
import { createOverviewFlow } from './overview-flow';
import { type ProgressAction, parseProgressAction } from './progress-actions';
import { overviewCard } from './progress-cards';
import type { ProgressNeeds } from './progress-needs';
import { createProgressReader, type Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { createRecordFlow } from './record-flow';
import { createSectionSource } from './section-source';
import { createTalks } from './talks';
import { createNames } from './view-parts';

/** 進捗: how far what was asked is, in figures, names, files and paper; recording for others; the manager's weekly digest. */
export function createProgress(needs: ProgressNeeds) {
  const { store } = needs;
  const reader = createProgressReader(needs);
  const talks = createTalks(needs, reader);
  const lists = createListFlow(needs);
  const files = createFileFlow(needs);
  const records = createRecordFlow(needs, reader);
  const overview = createOverviewFlow(needs, reader, talks, {
    sections: lists.sectionsMessage,
    recording: records.message,
    csv: async (scene, seen) =>
      files.csv(scene, seen, { filter: 'owes', section: '' }, await createNames(needs, scene)),
  });

  async function see(scene: Scene, id: CampaignId): Promise<Seen | null> {
    const visible = await reader.find(store.db, scene.person, id);
    const [seen] = visible === null ? [] : await reader.see(store.db, scene, [visible]);
    return seen ?? null;
  }

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const t = progressTexts(scene.locale);
    const action = parseProgressAction(verb, data);
    if (action === null) return notice(t.gone);
    if (!scene.turn.personal) return notice(t.onlyPersonal);
    switch (action.verb) {
      case 'progress.overview':
        return inPlace(overviewCard, await overview.view(scene, action.purpose, action.page, null));
      case 'progress.recording':
        return records.show(scene, action);
      case 'progress.record':
        return records.record(scene, action, action.people);
      case 'progress.withdraw':
        return records.withdraw(scene, action, action.recorded);
      case 'progress.talk':
      case 'progress.untalk':
        return talked(scene, action);
      case 'progress.sections':
      case 'progress.members':
      case 'progress.csv':
      case 'progress.sheet': {
        const seen = await see(scene, action.id);
        return seen === null ? notice(t.gone) : shown(scene, seen, action);
      }
      default:
        return action satisfies never;
    }
  }

  async function shown(
    scene: Scene,
    seen: Seen,
    action: Extract<
      ProgressAction,
      { verb: 'progress.sections' | 'progress.members' | 'progress.csv' | 'progress.sheet' }
    >,
  ): Promise<Reply> {
    const seesAll = seen.access.scope.kind === 'all';
    const t = progressTexts(scene.locale);
    switch (action.verb) {
      case 'progress.sections':
        return seesAll ? lists.sections(scene, seen, action.page) : notice(t.forbidden);
      case 'progress.members':
        return lists.members(scene, seen, action);
      case 'progress.csv': {
        if (!seesAll) return notice(t.forbidden);
        const message = await files.csv(scene, seen, action, await createNames(needs, scene));
        return notice(fileTexts(scene.locale).sent, message);
      }
      case 'progress.sheet':
        return files.sheet(scene, seen);
      default:
        return action satisfies never;
    }
  }

  async function talked(
    scene: Scene,
    { verb, id, purpose, page }: Extract<ProgressAction, { verb: 'progress.talk' | 'progress.untalk' }>,
  ): Promise<Reply> {
    const t = progressTexts(scene.locale);
    if (verb === 'progress.untalk') {
      await talks.takeBack(scene, id);
      return inPlace(overviewCard, await overview.view(scene, purpose, page, t.untalkNotice));
    }
    if (!(await talks.say(scene, id))) return notice(t.gone);
    return inPlace(overviewCard, await overview.view(scene, purpose, page, t.talkNotice));
  }

  /** A running stress check, for who runs it; null for everybody else, who is told rates at most. */
  async function stressCheck(scene: Scene): Promise<Message | null> {
    const visible = await reader.list(store.db, scene.person);
    const [first] = visible.filter(({ campaign }) => policyOf(campaign).runBy === 'stress_admin');
    const seen = first === undefined ? null : await see(scene, first.campaign.id);
    return seen === null ? null : lists.sectionsMessage(scene, seen);
  }

  return {
    act,
    /** 「進捗」 */
    show: (scene: Scene): Promise<Message> => overview.show(scene, 'progress'),
    /** 「うちの課で出してない人は？」 */
    showSection: (scene: Scene): Promise<Message> => overview.show(scene, 'section'),
    /** 「代理で記録したい」 */
    showRecording: (scene: Scene): Promise<Message> => overview.show(scene, 'record'),
    /** 「未提出者一覧をCSVで」 */
    showCsv: (scene: Scene): Promise<Message> => overview.show(scene, 'csv'),
    stressCheck,
    source: createSectionSource(needs, reader, talks, lists),
  };
}

export type Progress = ReturnType<typeof createProgress>;
