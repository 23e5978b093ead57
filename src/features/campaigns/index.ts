/** What HR asks of people by a day: templates, a campaign's life, who is in it, and who has handed in. */
export {
  type Campaign,
  type CampaignSettings,
  type CampaignState,
  managerViewOf,
  policyOf,
  templateOf,
} from './campaign';
export { findCampaign, listCampaigns, lockCampaign, saveSettings } from './campaign-store';
export { campaignsCards } from './campaigns-cards';
export type { CampaignsNeeds } from './campaigns-needs';
export { type Campaigns, createCampaigns } from './campaigns-service';
export { acceptsNow, cardText } from './item-view';
export { type CampaignAccess, campaignAccess, type MemberAccess, memberAccess } from './member-access';
export {
  audienceOf,
  type DoneBy,
  type Member,
  type MemberState,
  membersOf,
  membersOfEach,
  ownMember,
  recordedForOthers,
  recordFor,
  withdrawRecordFor,
} from './member-store';
export {
  IMPLEMENTER_PROFESSIONS,
  type Specific,
  type StressCheckProtocol,
  stressCheckProtocol,
} from './specific';
export type { RulesByTemplate, TemplateRules } from './template-rules';
export { templateTexts } from './template-texts';
export { type ManagerView, type Policy, TEMPLATE_IDS, TEMPLATES, type TemplateId } from './templates';
