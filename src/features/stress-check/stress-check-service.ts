import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import { ownMember, type TemplateRules } from '../campaigns';
import type { Scene } from '../directory';
import type { ReminderSource } from '../reminders';
import { createNoticeSource } from './notice-source';
import { createProtocolFlow } from './protocol-flow';
import { createRatesFlow } from './rates-flow';
import { ratesTexts } from './rates-texts';
import { allChecks, isRunner, notice, ownCheck, refused, type StressCheckNeeds } from './stress-check-access';
import { parseStressCheckAction, type StressCheckAction } from './stress-check-actions';
import { askView } from './stress-check-cards';
import { askCard } from './stress-check-examples';
import { stressCheckRules } from './stress-check-rules';
import { stressCheckTexts } from './stress-check-texts';

/**
 * What the stress check has beside its campaign: who runs it and what is promised, published rates, the message after the
 * results. Who has taken it is read here only to count, with the right of a stress_admin, or for the person themself.
 */
export function createStressCheck(needs: StressCheckNeeds) {
  const { store } = needs;
  const flow = createRatesFlow(needs);
  const { openDialog, submitDialog } = createProtocolFlow(needs);

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parseStressCheckAction(verb, data);
    if (action === null) return notice(ratesTexts(scene.locale).gone);
    if (!scene.turn.personal) return notice(ratesTexts(scene.locale).personal);
    if (action.verb === 'stressCheck.rates') return flow.showRates(scene, action.id, action.page);
    return isRunner(scene.person) ? actAsRunner(scene, action) : refused(scene);
  }

  async function actAsRunner(
    scene: Scene,
    action: Exclude<StressCheckAction, { verb: 'stressCheck.rates' }>,
  ): Promise<Reply> {
    if (action.verb === 'stressCheck.manage') return flow.managed(scene, null);
    const campaign = await ownCheck(store.db, scene, action.id);
    if (campaign === null) return refused(scene);
    if (campaign.status.kind !== 'ended') return flow.managed(scene, ratesTexts(scene.locale).notNow);
    switch (action.verb) {
      case 'stressCheck.askPublish':
        return replyToInvoke({
          kind: 'card',
          card: askCard.render(askView(action.id, { kind: 'publish' }, scene.locale)),
        });
      case 'stressCheck.publish':
        return flow.publishRates(scene, action.id, action.least);
      case 'stressCheck.askNotice':
        return flow.askNotice(scene, campaign);
      case 'stressCheck.sendNotice':
        return flow.sendNotice(scene, action.id);
      default:
        return action satisfies never;
    }
  }

  /** 「ストレスチェック受けたっけ？」: one's own status and nobody else's. */
  async function ownStatus(scene: Scene): Promise<Message> {
    const t = stressCheckTexts(scene.locale).own;
    const known = (await allChecks(store.db)).filter(
      ({ status }) => status.kind !== 'draft' && status.kind !== 'scheduled',
    );
    for (const campaign of known) {
      const member = await ownMember(store.db, campaign.id, scene.person);
      if (member === null || member.status.kind === 'left') continue;
      const text = member.status.kind === 'done' ? t.taken(campaign.title) : t.notRecorded(campaign.title);
      return { kind: 'text', text };
    }
    return { kind: 'text', text: t.none };
  }

  const rules: TemplateRules = stressCheckRules({
    afterEnd: async (scene) => (isRunner(scene.person) ? [await flow.manage(scene, null)] : []),
    glimpse: flow.glimpse,
  });

  const source: ReminderSource = createNoticeSource();

  return { act, openDialog, submitDialog, rates: flow.rates, ownStatus, rules, source };
}

export type StressCheck = ReturnType<typeof createStressCheck>;
