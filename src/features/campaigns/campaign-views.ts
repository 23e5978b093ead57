import { type Button, buttonsFor } from '../../cards/buttons';
import type { Cadence } from '../../core/calendar/cadence';
import { fiscalYearIn, longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type AudienceCount, describeAudience } from '../audience';
import { type Campaign, type CampaignState, managerViewOf, may, policyOf } from './campaign';
import { campaignsTexts } from './campaigns-texts';
import { templateTexts } from './template-texts';

type Base = { lang: Locale; fallback: string };
type DialogButton = { label: string; data: { verb: string; id: string; msteams: { type: 'task/fetch' } } };

export type CampaignView = Base & {
  id: string;
  heading: string;
  badge: string;
  colour: string;
  hasNote: boolean;
  note: string;
  facts: { line: string }[];
  lines: { text: string }[];
  hasProblems: boolean;
  problemsHeading: string;
  problems: { text: string }[];
  main: Button[];
  hasMain: boolean;
  dialogs: DialogButton[];
  hasDialogs: boolean;
  more: Button[];
  listLabel: string;
};

/** How the members stand, as far as this reader may see it; null when it has not opened yet. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

export interface CampaignShown {
  readonly campaign: Campaign;
  /** Null where it has opened: then its members count. */
  readonly count: AudienceCount | null;
  readonly progress: Progress | null;
  /** What is missing before a start. */
  readonly problems: readonly string[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly dialogs: readonly { readonly label: string; readonly verb: string }[];
  readonly lines: readonly string[];
  readonly note: string | null;
}

const COLOURS: Readonly<Record<CampaignState, string>> = {
  draft: 'default',
  scheduled: 'accent',
  running: 'good',
  paused: 'warning',
  ended: 'default',
};
const MOST_SECTIONS = 5;

/** A campaign as who runs it sees it, with what can be done now. */
export function campaignView(shown: CampaignShown, locale: Locale): CampaignView {
  const { campaign, note, problems } = shown;
  const t = campaignsTexts(locale);
  const main = mainButtons(campaign, problems.length === 0, locale);
  const dialogs = dialogButtons(shown, locale);
  const { kind } = campaign.status;
  return {
    lang: locale,
    fallback: `${campaign.title}：${t.state[kind]}`,
    id: campaign.id,
    heading: campaign.title,
    badge: t.state[kind],
    colour: COLOURS[kind],
    hasNote: note !== null,
    note: note ?? '',
    facts: factsOf(shown, locale),
    lines: [...countLines(shown.count, locale), ...shown.lines].map((text) => ({ text })),
    hasProblems: problems.length > 0,
    problemsHeading: t.problems,
    problems: problems.map((text) => ({ text: `・${text}` })),
    main,
    hasMain: main.length > 0,
    dialogs,
    hasDialogs: dialogs.length > 0,
    more: moreButtons(campaign, locale),
    listLabel: t.list,
  };
}

function factsOf({ campaign, count, progress, facts }: CampaignShown, locale: Locale): CampaignView['facts'] {
  const t = campaignsTexts(locale);
  const policy = policyOf(campaign);
  const view = managerViewOf(campaign);
  return [
    { title: t.factTemplate, value: templateTexts(locale)[campaign.specific.template].label },
    { title: t.factYear, value: fiscalYearIn(campaign.fiscalYear, locale) },
    { title: t.factTerm, value: t.term(longDay(campaign.opensOn, locale), longDay(campaign.dueOn, locale)) },
    { title: t.factAudience, value: describeAudience(campaign.audience, locale).join(' / ') },
    ...(count === null ? [] : [{ title: t.factCount, value: t.count(count.total) }]),
    ...(progress === null
      ? []
      : [
          {
            title: t.factDone,
            value: policy.completion === 'none' ? t.news : t.progress(progress.done, progress.all),
          },
        ]),
    { title: t.factCadence, value: cadenceText(campaign.cadence, locale) },
    ...(policy.link === 'none' ? [] : [{ title: t.factLink, value: campaign.link ?? t.noLink }]),
    ...(policy.completion === 'none'
      ? []
      : [{ title: t.factManager, value: view === 'names' ? t.managerNames : t.managerNothing }]),
    ...facts,
  ].map(({ title, value }) => ({ line: t.fact(title, value) }));
}

/** The audience in numbers, as far as there is something to tell. */
export function countLines(count: AudienceCount | null, locale: Locale): readonly string[] {
  if (count === null) return [];
  const t = campaignsTexts(locale);
  const top = count.bySection
    .slice(0, MOST_SECTIONS)
    .map(({ section, total }) => t.sectionCount(section, total))
    .join(t.and);
  return [
    top === '' ? '' : t.topSections(top),
    count.notInTeams === 0 ? '' : t.notInTeams(count.notInTeams),
    count.onLeave === 0 ? '' : t.onLeave(count.onLeave),
    count.unknown === 0 ? '' : t.unknown(count.unknown),
  ].filter((line) => line !== '');
}

export function cadenceText({ opening, before, onDueDay, overdue }: Cadence, locale: Locale): string {
  const t = campaignsTexts(locale);
  const days = [...before].toSorted((a, b) => b - a).join(t.daySeparator);
  return [
    opening ? t.cadenceOpening : '',
    days === '' ? '' : t.cadenceBefore(days),
    onDueDay ? t.cadenceDue : '',
    overdue === null ? '' : t.cadenceOverdue(overdue.everyDays, overdue.most),
  ]
    .filter((part) => part !== '')
    .join(t.and);
}

function mainButtons(campaign: Campaign, ready: boolean, locale: Locale): Button[] {
  const t = campaignsTexts(locale);
  const button = buttonsFor('campaigns', campaign.id);
  return [
    ...(may('start', campaign) && ready ? [button('askStart', t.start, 'positive')] : []),
    ...(may('resume', campaign) ? [button('resume', t.resume, 'positive')] : []),
    ...(hasProgress(campaign) ? [{ ...button('', t.progressButton), verb: 'progress.sections' }] : []),
    ...(may('pause', campaign) ? [button('pause', t.pause)] : []),
    ...(may('unschedule', campaign) ? [button('unschedule', t.unschedule)] : []),
    ...(may('end', campaign) ? [button('askEnd', t.end)] : []),
    ...(canImport(campaign) ? [button('import', t.import)] : []),
  ];
}

/** Since it opened; it stays to be read after the end. */
const hasProgress = ({ status, specific }: Campaign): boolean =>
  policyOf({ specific }).completion !== 'none' && ['running', 'paused', 'ended'].includes(status.kind);

export const canImport = (campaign: Campaign): boolean =>
  policyOf(campaign).completion === 'self' &&
  (campaign.status.kind === 'running' || campaign.status.kind === 'paused');

function dialogButtons({ campaign, dialogs }: CampaignShown, locale: Locale): DialogButton[] {
  const t = campaignsTexts(locale);
  const dialog = (verb: string, label: string): DialogButton => ({
    label,
    data: { verb, id: campaign.id, msteams: { type: 'task/fetch' } },
  });
  const { kind } = campaign.status;
  const isBefore = kind === 'draft' || kind === 'scheduled';
  return [
    ...(isBefore ? [dialog('campaigns.edit', t.edit)] : []),
    ...(isBefore ? [dialog('campaigns.editAudience', t.audience)] : []),
    ...(kind === 'running' || kind === 'paused' ? [dialog('campaigns.editCard', t.editRunning)] : []),
    ...(may('extend', campaign) ? [dialog('campaigns.askExtend', t.extend)] : []),
    ...dialogs.map(({ label, verb }) => dialog(verb, label)),
  ];
}

function moreButtons(campaign: Campaign, locale: Locale): Button[] {
  const t = campaignsTexts(locale);
  const button = buttonsFor('campaigns', campaign.id);
  const { kind } = campaign.status;
  return [
    button('preview', t.preview),
    ...(kind === 'ended' ? [] : [button('test', t.test)]),
    ...(kind === 'draft' ? [button('askDiscard', t.discard)] : [button('copy', t.copy)]),
  ];
}

export const shortTerm = (campaign: Pick<Campaign, 'opensOn' | 'dueOn'>, locale: Locale): string =>
  campaignsTexts(locale).term(shortDay(campaign.opensOn, locale), shortDay(campaign.dueOn, locale));
