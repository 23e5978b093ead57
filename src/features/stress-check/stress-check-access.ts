import type { CampaignId } from '../../core/ids';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Reader, Store, Writer } from '../../db/open';
import type { Audit } from '../audit';
import { type Campaign, campaignAccess, findCampaign, listCampaigns } from '../campaigns';
import { type Directory, isHr, type Person, type Scene } from '../directory';
import { protocolOf } from './protocol';
import { ratesTexts } from './rates-texts';

export interface StressCheckNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'everybody' | 'withRole'>;
  readonly audit: Audit;
  /** The campaign's own card for who runs it, with what was just done. */
  readonly campaignCard: (scene: Scene, id: CampaignId, note: string) => Promise<Message>;
}

export const notice = (text: string): Reply => replyToInvoke({ kind: 'notice', text });

/** One with 人事権 never runs it, whatever roles there are (労働安全衛生規則 第52条の10第2項). */
export const isRunner = (person: Person): boolean => person.roles.has('stress_admin') && !isHr(person);

/** The latest first. */
export const allChecks = async (reader: Reader): Promise<readonly Campaign[]> =>
  (await listCampaigns(reader, ['draft', 'scheduled', 'running', 'paused', 'ended'])).filter(
    (campaign) => protocolOf(campaign) !== null,
  );

/** The stress check with that id, if there is one and this person runs it. */
export async function ownCheck(reader: Reader, scene: Scene, id: CampaignId): Promise<Campaign | null> {
  if (!isRunner(scene.person)) return null;
  const campaign = await findCampaign(reader, id);
  if (campaign === null || protocolOf(campaign) === null) return null;
  return campaignAccess(scene.person, campaign) === 'run' ? campaign : null;
}

export function refused(scene: Scene): Reply {
  const t = ratesTexts(scene.locale);
  return notice(isRunner(scene.person) ? t.gone : t.adminOnly);
}

/** An entry that only a stress_admin reads in full. */
export const noteStep = (
  { audit }: Pick<StressCheckNeeds, 'audit'>,
  tx: Writer,
  scene: Scene,
  id: CampaignId,
  step: 'protocol' | 'publish' | 'notice',
): Promise<void> =>
  audit.record(tx, {
    at: scene.now,
    actor: scene.person.id,
    action: 'stress-check-changed',
    subject: id,
    detail: { step },
  });
