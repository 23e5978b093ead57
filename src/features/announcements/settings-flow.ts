import { inPlace } from '../../cards/replies';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { settingsCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { type ApprovalPolicy, approvalPolicy, saveApprovalPolicy } from './approval';
import { settingsView } from './list-view';

/** 「承認の設定」: seen by HR, changed by its administrators. */
export function createSettingsFlow({ store, audit }: Pick<AnnouncementsNeeds, 'store' | 'audit'>) {
  async function show(scene: Scene, note: string | null): Promise<Reply> {
    const isAdmin = scene.person.roles.has('hr_admin');
    return inPlace(
      settingsCard,
      settingsView(await approvalPolicy(store.db), { isAdmin, note }, scene.locale),
    );
  }

  async function save(scene: Scene, policy: ApprovalPolicy): Promise<Reply> {
    const { person, now, locale } = scene;
    if (!person.roles.has('hr_admin')) return show(scene, null);
    await store.write(async (tx) => {
      if ((await approvalPolicy(tx)) === policy) return;
      await saveApprovalPolicy(tx, policy);
      await audit.record(tx, {
        at: now,
        actor: person.id,
        action: 'announcement-changed',
        subject: 'approval',
        detail: { step: 'settings', approval: policy },
      });
    });
    return show(scene, announcementsTexts(locale).settingsSaved);
  }

  return { show, save };
}
