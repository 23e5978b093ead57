import type { Locale } from '../../core/turn';
import type { ReminderItem } from '../reminders';
import type { Campaign } from './campaign';
import { campaignsTexts } from './campaigns-texts';

type Base = { lang: Locale; fallback: string };

export type AskView = Base & {
  id: string;
  heading: string;
  text: string;
  lines: { text: string }[];
  /** What people will get: one before a start, none otherwise. */
  previews: Looks[];
  yes: { label: string; verb: string; id: string; style: 'positive' | 'destructive' };
  backLabel: string;
};

export function askView(
  campaign: Campaign,
  which: 'start' | 'end' | 'discard',
  shown: { readonly text: string; readonly lines: readonly string[]; readonly preview: ReminderItem | null },
  locale: Locale,
): AskView {
  const t = campaignsTexts(locale);
  const heading = { start: t.askStart, end: t.askEnd, discard: t.askDiscard }[which](campaign.title);
  const label = { start: t.askStartYes, end: t.askEndYes, discard: t.askDiscardYes }[which];
  return {
    lang: locale,
    fallback: heading,
    id: campaign.id,
    heading,
    text: shown.text,
    lines: shown.lines.map((text) => ({ text })),
    previews: shown.preview === null ? [] : [looksOf(shown.preview, t.previewHeading, locale)],
    yes: {
      label,
      verb: `campaigns.${which}`,
      id: campaign.id,
      style: which === 'start' ? 'positive' : 'destructive',
    },
    backLabel: t.back,
  };
}

type Looks = {
  note: string;
  hasBadge: boolean;
  badge: string;
  colour: string;
  heading: string;
  lines: { text: string }[];
  buttons: { text: string }[];
};

export type PreviewView = Base & Looks;

/** The item of a reminder as people see it, without buttons that would do something. */
export function previewView(item: ReminderItem, which: 'preview' | 'test', locale: Locale): PreviewView {
  const t = campaignsTexts(locale);
  const note = which === 'test' ? t.testHeading : t.previewHeading;
  return { lang: locale, fallback: item.title, ...looksOf(item, note, locale) };
}

function looksOf(item: ReminderItem, note: string, locale: Locale): Looks {
  const t = campaignsTexts(locale);
  const labels = [...item.choices, ...item.dialogs].map(({ label }) => label);
  return {
    note,
    hasBadge: item.badge !== null,
    badge: item.badge?.text ?? '',
    colour: item.badge?.colour ?? 'default',
    heading: item.title,
    lines: item.lines.map((text) => ({ text })),
    buttons: [
      ...(labels.length > 0 ? [t.previewButtons(labels.join(' / '))] : []),
      ...item.links.map(({ label, url }) => `${t.previewLink(label)} ${url}`),
    ].map((text) => ({ text })),
  };
}
