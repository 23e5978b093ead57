import type { Language } from './page-texts.mjs';

export type Theme = 'auto' | 'light' | 'dark';

/** What this browser remembers. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Employee numbers, the latest first. */
  readonly recent: readonly string[];
}

const KEY = 'ikusei-navi';
const RECENT = 5;

export function loadPreferences(): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    stored = {};
  }
  const { language, theme, recent } = Object(stored) as { [K in keyof Preferences]?: unknown };
  return {
    language: language === 'en' ? 'en' : 'ja',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    recent: Array.isArray(recent) ? recent.filter((id) => typeof id === 'string').slice(0, RECENT) : [],
  };
}

export function savePreferences(preferences: Preferences): void {
  localStorage.setItem(KEY, JSON.stringify(preferences));
}

export const withRecent = (preferences: Preferences, id: string): Preferences => ({
  ...preferences,
  recent: [id, ...preferences.recent.filter((other) => other !== id)].slice(0, RECENT),
});

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** What is shown now, whatever chose it. */
export const shownTheme = (theme: Theme): 'light' | 'dark' =>
  theme === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : theme;

export function onSystemTheme(changed: () => void): void {
  prefersDark.addEventListener('change', changed);
}
