import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import type { WelcomeRole } from './welcome';
import { welcomeTexts } from './welcome-texts';

export type WelcomeView = {
  lang: Locale;
  fallback: string;
  hasNote: boolean;
  note: string;
  heading: string;
  text: string;
  examplesHeading: string;
  examples: { label: string; say: string }[];
  facts: { title: string; text: string }[];
  settingsLabel: string;
};

/** `test`: sent by HR to themselves, and says so. */
export function welcomeView(role: WelcomeRole, locale: Locale, test = false): WelcomeView {
  const t = welcomeTexts(locale);
  const { text, examples } = t.role[role];
  return {
    lang: locale,
    fallback: `${t.heading}\n${text}`,
    hasNote: test,
    note: test ? t.testNote : '',
    heading: t.heading,
    text,
    examplesHeading: t.examplesHeading,
    examples: [examples.first, examples.second, examples.third].map((say) => ({ label: say, say })),
    facts: [
      { title: t.storedHeading, text: t.stored },
      { title: t.seenHeading, text: t.seen },
      { title: t.fewerHeading, text: t.fewer },
    ],
    settingsLabel: t.settings,
  };
}

export const welcomeCard = defineCard<WelcomeView>({
  name: 'launch/welcome',
  examples: {
    employee: welcomeView('employee', 'ja'),
    manager: welcomeView('manager', 'ja'),
    clerk: welcomeView('clerk', 'ja'),
    mentoring: welcomeView('mentoring', 'ja'),
    hr: welcomeView('hr', 'ja'),
    test: welcomeView('employee', 'ja', true),
    english: welcomeView('employee', 'en'),
  },
});
