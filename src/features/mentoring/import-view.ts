import { longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { importTexts } from './import-texts';
import { button, item, type ListView, listView } from './list-view';
import type { PairRow } from './pair-rows';
import { pairTexts } from './pair-texts';

const MOST_SHOWN = 12;

/** What a list of pairs would make, before it is made. */
export function previewView(rows: readonly PairRow[], upload: string, locale: Locale): ListView {
  const words = importTexts(locale);
  const t = pairTexts(locale);
  const fresh = rows.filter(({ exists }) => !exists);
  const more = fresh.length - MOST_SHOWN;
  const same = rows.length - fresh.length;
  return listView(
    {
      heading: fresh.length === 0 ? words.previewNothing : words.previewHeading(fresh.length),
      notes: [fresh.length === 0 ? '' : words.previewNote, same > 0 ? words.previewSame(same) : ''],
      items: fresh.slice(0, MOST_SHOWN).map(({ mentee, mentor, term, early }) =>
        item({
          title: t.title(mentee.name, mentor.name),
          lines: [
            `${t.about(mentee.section, shortDay(term.from, locale), longDay(term.until, locale))}　${t.paceCell[early]}`,
          ],
        }),
      ),
      hint: more > 0 ? words.moreLines(more) : '',
      buttons: [
        ...(fresh.length === 0 ? [] : [button(words.pasteButton, 'confirmImport', { upload }, 'positive')]),
        button(fresh.length === 0 ? t.back : words.previewCancel, 'list', { page: 0 }),
      ],
    },
    locale,
  );
}
