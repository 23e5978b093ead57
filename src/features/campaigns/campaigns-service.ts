import { notice } from '../../cards/replies';
import type { AttachedFile, Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import type { Campaign } from './campaign';
import { createCampaignSource } from './campaign-source';
import { findCampaign } from './campaign-store';
import { shortTerm } from './campaign-views';
import {
  type CampaignsAction,
  type CampaignsDialog,
  type CampaignsSubmission,
  parseCampaignsAction,
  parseCampaignsDialog,
  parseCampaignsSubmission,
} from './campaigns-actions';
import type { CampaignsNeeds } from './campaigns-needs';
import { campaignsTexts } from './campaigns-texts';
import { createCardFlow } from './card-flow';
import { createFormFlow } from './form-flow';
import { createImportFlow } from './import-flow';
import { createLifeFlow, mayMake, templatesFor } from './life-flow';
import { createMeetingFlow } from './meeting-flow';
import { campaignAccess } from './member-access';
import { createInterviews } from './open-interviews';
import { createRefresh } from './refresh';

/** 締切のある依頼: made and run by HR (the stress check by a stress_admin), reminded of by the sweep, answered by people. */
export function createCampaigns(needs: CampaignsNeeds) {
  const { store } = needs;
  const cards = createCardFlow(needs);
  const forms = createFormFlow(needs, cards);
  const imports = createImportFlow(needs);
  const life = createLifeFlow(needs, cards);
  const meetings = createMeetingFlow(needs);

  const ofHr = createCampaignSource(needs, 'hr');

  /** Answers 「締切の管理」. */
  async function manage(scene: Scene): Promise<readonly Message[]> {
    const t = campaignsTexts(scene.locale);
    if (templatesFor(scene.person).length === 0) return [{ kind: 'text', text: t.hrOnly }];
    if (!scene.turn.personal) return [{ kind: 'text', text: t.onlyPersonal }];
    return [await life.listMessage(scene)];
  }

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const action = parseCampaignsAction(verb, data);
    if (action === null) return notice(t.old);
    if (action.verb === 'campaigns.list')
      return templatesFor(scene.person).length === 0 ? notice(t.hrOnly) : life.list(scene, action.page);
    return withCampaign(scene, action, (campaign) => button(scene, campaign, action));
  }

  /** For whoever runs it; who may know that it exists is told its dates, anybody else nothing. */
  async function withCampaign(
    scene: Scene,
    { id }: { readonly id: Campaign['id'] },
    run: (campaign: Campaign) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const isRunner = templatesFor(scene.person).length > 0;
    const campaign = isRunner ? await findCampaign(store.db, id) : null;
    if (campaign === null) return notice(isRunner ? t.gone : t.forbidden);
    const access = campaignAccess(scene.person, campaign);
    switch (access) {
      case 'run':
        return run(campaign);
      case 'glimpse':
        return glimpse(scene, campaign);
      case null:
        return notice(t.forbidden);
      default:
        return access satisfies never;
    }
  }

  async function glimpse(scene: Scene, campaign: Campaign): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    if (campaign.status.kind === 'draft') return notice(t.gone);
    const rules = needs.rules[campaign.specific.template];
    const more = (await rules?.glimpse?.(store.db, campaign, scene.person, scene.locale)) ?? [];
    const text = [`${campaign.title}　${shortTerm(campaign, scene.locale)}`, t.glimpse, ...more].join('\n');
    return notice(t.glimpse, { kind: 'text', text });
  }

  type ButtonAction = Exclude<CampaignsAction, { verb: 'campaigns.list' }>;

  function button(scene: Scene, campaign: Campaign, action: ButtonAction): Promise<Reply> | Reply {
    switch (action.verb) {
      case 'campaigns.show':
        return cards.shown(scene, campaign.id, null);
      case 'campaigns.preview':
        return cards.preview(scene, campaign);
      case 'campaigns.test':
        return cards.test(scene, campaign);
      case 'campaigns.askStart':
        return cards.ask(scene, campaign, 'start');
      case 'campaigns.askEnd':
        return cards.ask(scene, campaign, 'end');
      case 'campaigns.askDiscard':
        return cards.ask(scene, campaign, 'discard');
      case 'campaigns.start':
        return life.step(scene, campaign, 'start');
      case 'campaigns.unschedule':
        return life.step(scene, campaign, 'unschedule');
      case 'campaigns.pause':
        return life.step(scene, campaign, 'pause');
      case 'campaigns.resume':
        return life.step(scene, campaign, 'resume');
      case 'campaigns.end':
        return life.step(scene, campaign, 'end');
      case 'campaigns.copy':
        return life.copy(scene, campaign);
      case 'campaigns.discard':
        return life.discard(scene, campaign);
      case 'campaigns.import':
        return imports.offer(scene, campaign);
      case 'campaigns.undoImport':
        return imports.undo(scene, campaign, action.import);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const request = parseCampaignsDialog(data);
    return request === null ? notice(campaignsTexts(scene.locale).old) : opened(scene, request);
  }

  function opened(scene: Scene, request: CampaignsDialog): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    switch (request.verb) {
      case 'campaigns.new': {
        if (request.template === null) return Promise.resolve(notice(t.pickTemplate));
        return mayMake(scene.person, request.template)
          ? forms.openNew(scene, request.template)
          : Promise.resolve(notice(t.forbidden));
      }
      case 'campaigns.edit':
        return withCampaign(scene, request, (campaign) => forms.open(scene, campaign, 'basics'));
      case 'campaigns.editAudience':
        return withCampaign(scene, request, (campaign) => forms.open(scene, campaign, 'audience'));
      case 'campaigns.editCard':
        return withCampaign(scene, request, (campaign) => forms.open(scene, campaign, 'card'));
      case 'campaigns.askExtend':
        return withCampaign(scene, request, (campaign) => forms.openExtend(scene, campaign));
      case 'campaigns.paste':
        return withCampaign(scene, request, (campaign) => imports.openPaste(scene, campaign));
      case 'campaigns.meetings':
        return meetings.open(scene, request.id, 0);
      case 'campaigns.ownDay':
        return meetings.openOwn(scene, request.id);
      default:
        return request satisfies never;
    }
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const submission = parseCampaignsSubmission(data);
    return submission === null
      ? notice(campaignsTexts(scene.locale).old)
      : submitted(scene, submission, data);
  }

  function submitted(scene: Scene, submission: CampaignsSubmission, data: unknown): Promise<Reply> {
    switch (submission.verb) {
      case 'campaigns.save':
        return forms.save(scene, submission, data);
      case 'campaigns.extend':
        return withCampaign(scene, submission, (campaign) => forms.extend(scene, campaign, data));
      case 'campaigns.importPasted':
        return withCampaign(scene, submission, (campaign) =>
          imports.importPasted(scene, campaign, submission.f_text),
        );
      case 'campaigns.saveMeetings':
        return meetings.save(scene, submission, data);
      case 'campaigns.saveOwnDay':
        return meetings.saveOwn(scene, submission.id, submission.f_day);
      default:
        return submission satisfies never;
    }
  }

  return {
    manage,
    act,
    openDialog,
    submitDialog,
    /** A file in chat that was announced as an import; null when it was not. */
    receiveFiles: (scene: Scene, files: readonly AttachedFile[]): Promise<Reply | null> =>
      imports.receive(scene, files),
    /** A campaign's own card. Whoever calls this has checked that the one who looks runs it. */
    card: cards.message,
    refresh: createRefresh(needs),
    /** The appraisal interviews that wait for somebody. */
    interviews: createInterviews(needs, ofHr),
    sources: [ofHr, createCampaignSource(needs, 'stress_admin')] as const,
  };
}

export type Campaigns = ReturnType<typeof createCampaigns>;
