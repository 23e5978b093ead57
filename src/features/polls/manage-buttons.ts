import type { Locale } from '../../core/turn';
import { type Button, button } from './card-views';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';

/** What cannot be undone is asked before: a draft is discarded, what has started is closed. */
export type Asks = 'close' | 'discard';

export const asksOf = (asks: Asks | null, isDraft: boolean): Asks | null =>
  asks === (isDraft ? 'discard' : 'close') ? asks : null;

/** What who runs a poll or a survey can do with either; `kind` begins the verbs. */
export function manageButtons(kind: 'polls' | 'pulse', id: string, locale: Locale) {
  const t = pollsTexts(locale);
  const list = button(t.list, 'polls.list', id);
  return {
    list,
    draft: [
      button(t.start, `${kind}.start`, id),
      button(t.preview, `${kind}.preview`, id),
      button(t.askDiscard, `${kind}.askDiscard`, id),
      list,
    ],
    open: [
      button(questionTexts(locale).refresh, `${kind}.show`, id),
      button(t.askClose, `${kind}.askClose`, id),
      list,
    ],
    close: [button(t.close, `${kind}.close`, id), button(t.back, `${kind}.show`, id)],
    discard: [button(t.discard, `${kind}.discard`, id), button(t.back, `${kind}.show`, id)],
  } satisfies Record<string, Button | Button[]>;
}
