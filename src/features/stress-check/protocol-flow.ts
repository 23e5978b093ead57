import { closeDialog } from '../../cards/replies';
import { day } from '../../core/calendar/day';
import type { CampaignId } from '../../core/ids';
import { type Reply, replyToInvoke } from '../../core/turn';
import {
  type Campaign,
  findCampaign,
  lockCampaign,
  ownMember,
  type StressCheckProtocol,
  saveSettings,
} from '../campaigns';
import type { Scene } from '../directory';
import { protocolOf } from './protocol';
import { ratesTexts } from './rates-texts';
import { isRunner, noteStep, notice, ownCheck, refused, type StressCheckNeeds } from './stress-check-access';
import {
  type ProtocolSubmission,
  parseProtocolSubmission,
  parseStressCheckDialog,
} from './stress-check-actions';
import { aboutView, protocolView } from './stress-check-cards';
import { aboutCard, protocolCard } from './stress-check-examples';
import { stressCheckTexts } from './stress-check-texts';

/** The dialogs about who runs it and what is promised: filled in by a stress_admin, read by everybody who is invited. */
export function createProtocolFlow(needs: StressCheckNeeds) {
  const { store, directory } = needs;

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const request = parseStressCheckDialog(data);
    if (request === null) return notice(ratesTexts(scene.locale).gone);
    switch (request.verb) {
      case 'stressCheck.about':
        return about(scene, request.id);
      case 'stressCheck.protocol': {
        const campaign = await ownCheck(store.db, scene, request.id);
        const protocol = campaign === null ? null : protocolOf(campaign);
        if (campaign === null || protocol === null) return refused(scene);
        if (!isEditable(campaign)) return notice(stressCheckTexts(scene.locale).protocol.notEditable);
        return form(scene, campaign.id, await withUsualClerks(scene, protocol), []);
      }
      default:
        return request satisfies never;
    }
  }

  /** For those who are invited, and for who runs it; anybody else is not even told that there is one. */
  async function about(scene: Scene, id: CampaignId): Promise<Reply> {
    const t = stressCheckTexts(scene.locale);
    const campaign = await findCampaign(store.db, id);
    const protocol = campaign === null ? null : protocolOf(campaign);
    const member = await ownMember(store.db, id, scene.person);
    const isInvited = member !== null && member.status.kind !== 'left';
    if (campaign === null || protocol === null || !(isInvited || isRunner(scene.person)))
      return notice(t.about.notYours);
    const card = aboutCard.render(aboutView(campaign.title, protocol, scene.locale));
    return replyToInvoke({ kind: 'dialog', title: t.protocol.title, card, height: 'large' });
  }

  function form(
    scene: Scene,
    id: CampaignId,
    protocol: StressCheckProtocol,
    problems: readonly string[],
  ): Reply {
    const card = protocolCard.render(protocolView(id, protocol, problems, scene.locale));
    const { title } = stressCheckTexts(scene.locale).protocol;
    return replyToInvoke({ kind: 'dialog', title, card, height: 'large' });
  }

  /** Proposes those who have the role today. */
  async function withUsualClerks(scene: Scene, protocol: StressCheckProtocol): Promise<StressCheckProtocol> {
    if (protocol.clerks !== '') return protocol;
    const holders = await directory.withRole(store.db, 'stress_admin', scene.today);
    const clerks = holders.map(({ name, section }) => `${name}（${section}）`).join('、');
    return { ...protocol, clerks: clerks.slice(0, 200) };
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const given = parseProtocolSubmission(data);
    if (given === null) return notice(ratesTexts(scene.locale).gone);
    if ((await ownCheck(store.db, scene, given.id)) === null) return refused(scene);
    const t = stressCheckTexts(scene.locale).protocol;
    const read = readProtocol(given);
    if (read === null) return form(scene, given.id, protocolFrom(given, null), [t.notADay]);
    const saved = await store.write(async (tx) => {
      const campaign =
        (await ownCheck(tx, scene, given.id)) === null ? null : await lockCampaign(tx, given.id);
      if (campaign === null || !isEditable(campaign)) return false;
      await saveSettings(tx, campaign.id, {
        ...campaign,
        specific: { template: 'stress_check', protocol: read },
      });
      await noteStep(needs, tx, scene, campaign.id, 'protocol');
      return true;
    });
    return closeDialog(await needs.campaignCard(scene, given.id, saved ? t.saved : t.notEditable));
  }

  return { openDialog, submitDialog };
}

const isEditable = ({ status }: Campaign): boolean => status.kind === 'draft' || status.kind === 'scheduled';

/** Null when the day is none. */
function readProtocol(given: ProtocolSubmission): StressCheckProtocol | null {
  if (given.deliberatedOn === '') return protocolFrom(given, null);
  const read = day.safeParse(given.deliberatedOn);
  return read.success ? protocolFrom(given, read.data) : null;
}

const protocolFrom = (
  given: ProtocolSubmission,
  deliberatedOn: StressCheckProtocol['deliberatedOn'],
): StressCheckProtocol => ({
  implementer: given.implementer,
  profession: given.profession,
  clerks: given.clerks,
  deliberatedOn,
  noDisadvantage: given.noDisadvantage === 'true',
  whoSeesWhat: given.whoSeesWhat,
  interviewContact: given.interviewContact,
});
