import type { Locale } from '../../core/turn';
import { fileTexts } from './file-texts';
import type { Base } from './view-parts';

export type FileView = Base & {
  heading: string;
  text: string;
  hasHint: boolean;
  hint: string;
  expires: string;
  openLabel: string;
  url: string;
};

/** A file behind a link. `hint` says what to do with it; null: nothing. */
export function fileView(
  file: {
    readonly heading: string;
    readonly text: string;
    readonly hint: string | null;
    readonly url: string;
  },
  locale: Locale,
): FileView {
  const t = fileTexts(locale);
  const { heading, text, hint, url } = file;
  return {
    lang: locale,
    fallback: `${heading}　${text}`,
    heading,
    text,
    hasHint: hint !== null,
    hint: hint ?? '',
    expires: t.expires,
    openLabel: t.open,
    url,
  };
}
