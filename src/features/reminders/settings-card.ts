import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { type Base, clip } from './card-parts';
import { MINUTES } from './plan';
import type { ThingKey } from './reminder';
import { exampleItems } from './reminders-examples';
import { remindersTexts } from './reminders-texts';
import { tipTexts } from './tip-texts';

export type SettingsView = Base & {
  heading: string;
  text: string;
  hasNotice: boolean;
  notice: string;
  label: string;
  minute: string;
  required: string;
  times: { title: string; value: string }[];
  saveLabel: string;
  tipsLabel: string;
  tipsWanted: number;
  hasMuted: boolean;
  mutedHeading: string;
  muted: { title: string; thing: string; label: string }[];
};

export const timeText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

export function settingsView(options: {
  readonly minute: number;
  /** Whether digests may end with a tip. */
  readonly tips: boolean;
  readonly muted: readonly { readonly thing: ThingKey; readonly title: string }[];
  readonly notice: string | null;
  readonly locale: Locale;
}): SettingsView {
  const { minute, tips, muted, notice, locale } = options;
  const t = remindersTexts(locale);
  return {
    lang: locale,
    fallback: t.settingsHeading,
    heading: t.settingsHeading,
    text: t.settingsText,
    hasNotice: notice !== null,
    notice: notice ?? '',
    label: t.settingsLabel,
    minute: String(minute),
    required: t.required,
    times: MINUTES.map((value) => ({ title: timeText(value), value: String(value) })),
    saveLabel: t.save,
    tipsLabel: tipTexts(locale)[tips ? 'turnOff' : 'turnOn'],
    tipsWanted: tips ? 0 : 1,
    hasMuted: muted.length > 0,
    mutedHeading: t.mutedHeading,
    muted: muted.map(({ thing, title }) => ({ thing, title: clip(title, 100), label: t.unmute })),
  };
}

export const settingsCard = defineCard<SettingsView>({
  name: 'reminders/settings',
  examples: {
    plain: settingsView({ minute: 540, tips: true, muted: [], notice: null, locale: 'ja' }),
    muted: settingsView({
      minute: 600,
      tips: false,
      muted: exampleItems.slice(0, 1).map(({ thing, item }) => ({ thing, title: item.title })),
      notice: '10:00からお届けします。',
      locale: 'ja',
    }),
  },
});
