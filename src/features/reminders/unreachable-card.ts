import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { type Base, type Paging, pagingOf } from './card-parts';
import { remindersTexts } from './reminders-texts';

export type UnreachableView = Base &
  Paging & {
    heading: string;
    hasText: boolean;
    text: string;
    rows: { who: string; why: string }[];
  };

const ROWS_A_PAGE = 15;

export function unreachableView(options: {
  readonly rows: readonly { readonly who: string; readonly why: string }[];
  readonly page: number;
  readonly locale: Locale;
}): UnreachableView {
  const { rows, locale } = options;
  const t = remindersTexts(locale);
  const last = Math.max(0, Math.ceil(rows.length / ROWS_A_PAGE) - 1);
  const page = Math.min(options.page, last);
  const heading = rows.length === 0 ? t.unreachableNone : t.unreachableHeading(rows.length);
  return {
    lang: locale,
    fallback: heading,
    heading,
    hasText: rows.length > 0,
    text: t.unreachableText,
    rows: rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE).map((row) => ({ ...row })),
    ...pagingOf(page, last, locale),
  };
}

export const unreachableCard = defineCard<UnreachableView>({
  name: 'reminders/unreachable',
  examples: {
    some: unreachableView({
      rows: [
        { who: '保育課　見本田 花子（100123）', why: '本人のTeamsにアプリが入っていません（11/24(火)から）' },
        { who: '市民課　例山 健太（100200）', why: '本人がボットをブロックしています（11/25(水)から）' },
      ],
      page: 0,
      locale: 'ja',
    }),
    none: unreachableView({ rows: [], page: 0, locale: 'en' }),
  },
});
