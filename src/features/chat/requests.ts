import type { Message } from '../../core/turn';
import type { RequestedAction } from '../answers';
import { mayReadAudit } from '../audit';
import { isHr, type Scene } from '../directory';
import type { ChatNeeds } from './chat-needs';
import { chatTexts } from './chat-texts';
import { createSuperiors } from './superiors';

/** What the features answer to a text that asks the bot to do something. Whoever may not gets a polite word. */
export function createRequests(needs: ChatNeeds) {
  const { answers, inquiries, editing, reminders } = needs;
  const superiors = createSuperiors(needs);

  async function request(scene: Scene, action: RequestedAction, text: string): Promise<readonly Message[]> {
    const t = chatTexts(scene.locale);
    switch (action) {
      case 'ask_hr':
        return [await inquiries.preview(scene, '')];
      case 'show_desks':
        return [await answers.desks(scene, 'any')];
      case 'audit_log':
        return mayReadAudit(scene.person) ? needs.audit.show(scene) : [{ kind: 'text', text: t.auditorOnly }];
      case 'reminder_settings':
        return [await reminders.settings(scene)];
      case 'role_grants':
        return needs.grants.show(scene);
      case 'own_stress_check':
        return [await needs.stressCheck.ownStatus(scene)];
      case 'stress_check_rates':
        return needs.stressCheck.rates(scene);
      case 'stress_check_progress':
        return stressCheckProgress(scene);
      case 'campaign_progress':
        return [await needs.progress.show(scene)];
      case 'section_progress':
        return [await needs.progress.showSection(scene)];
      case 'record_for_others':
        return [await needs.progress.showRecording(scene)];
      case 'progress_csv':
        return [await needs.progress.showCsv(scene)];
      case 'manage_campaigns':
        return needs.campaigns.manage(scene);
      case 'announce':
        return needs.announcements.manage(scene);
      case 'announcement_status':
        return needs.announcements.status(scene);
      case 'recent_announcements':
        return [await needs.announcements.received(scene)];
      case 'manage_polls':
        return needs.polls.manage(scene);
      case 'send_thanks':
        return [await needs.thanks.begin(scene, text)];
      case 'shared_thanks':
        return [await needs.thanks.gallery(scene)];
      case 'own_superiors':
        return [await superiors(scene)];
      case 'others_record':
        return isHr(scene.person)
          ? editing.start(scene, 'edit_data', text)
          : [{ kind: 'text', text: t.othersRecord }];
      case 'list_due':
        return [await reminders.listOpen(scene, text)];
      case 'undo_done':
        return [await reminders.listDone(scene, text)];
      case 'list_unreachable':
        return [await reminders.listUnreachable(scene)];
      case 'snooze':
        return [await reminders.snoozeLast(scene, text)];
      case 'list_inquiries':
      case 'import_data':
      case 'edit_data':
      case 'confirm_data':
      case 'undo_change':
      case 'improvement_list':
      case 'launch':
        return isHr(scene.person) ? requestOfHr(scene, action, text) : [{ kind: 'text', text: t.hrOnly }];
      default:
        throw new Error(action satisfies never);
    }
  }

  /** Who has taken it, for who runs it; for everybody else what was published, at most. */
  async function stressCheckProgress(scene: Scene): Promise<readonly Message[]> {
    const own = await needs.progress.stressCheck(scene);
    return own === null ? needs.stressCheck.rates(scene) : [own];
  }

  async function requestOfHr(
    scene: Scene,
    action: Extract<
      RequestedAction,
      | 'list_inquiries'
      | 'import_data'
      | 'edit_data'
      | 'confirm_data'
      | 'undo_change'
      | 'improvement_list'
      | 'launch'
    >,
    text: string,
  ): Promise<readonly Message[]> {
    switch (action) {
      case 'list_inquiries':
        return inquiries.list(scene);
      case 'improvement_list':
        return [await answers.improvements(scene)];
      case 'launch':
        return needs.launch.show(scene);
      case 'import_data':
      case 'edit_data':
      case 'confirm_data':
      case 'undo_change':
        return editing.start(scene, action, text);
      default:
        throw new Error(action satisfies never);
    }
  }

  return request;
}
