import type { Clock } from '../../core/clock';
import { type FaqId, faqId } from '../../core/ids';
import type { Writer } from '../../db/open';
import type { Person } from '../directory';
import {
  type AuditTrail,
  confirmRecords,
  faq,
  lockRecords,
  nextFreeId,
  removeRecord,
  saveRecord,
} from '../records';
import { SOURCES, shorten } from './record-words';

/** Makes questions that HR has answered part of the FAQ, and takes them out again. */
export function createFaqWriter({ clock, audit }: { readonly clock: Clock; readonly audit: AuditTrail }) {
  const authorOf = (by: Person) => ({ actor: by.id, source: SOURCES.inquiry, clock, audit });

  return {
    /**
     * Adds a question with its answer under the next free id, confirmed at once. A text longer than the FAQ takes is cut,
     * and the entry then awaits confirmation.
     */
    async add(
      tx: Writer,
      entry: { readonly question: string; readonly answer: string },
      by: Person,
    ): Promise<FaqId> {
      await lockRecords(tx);
      const id = faqId.parse(await nextFreeId(tx, faq));
      const [question, answer] = [fitting('question', entry.question), fitting('answer', entry.answer)];
      const values = { id, question, answer };
      const saved = await saveRecord(tx, faq, { id: null, basedOn: null, values }, authorOf(by));
      if (!saved.ok)
        throw new Error(`an answered question does not fit the FAQ: ${saved.error[0]?.reason.en}`);
      const whole = question === entry.question && answer === entry.answer;
      if (whole) await confirmRecords(tx, faq, [id], authorOf(by));
      return id;
    },

    /** Nothing happens when it is no longer there. */
    async remove(tx: Writer, id: FaqId, by: Person): Promise<void> {
      await removeRecord(tx, faq, id, authorOf(by));
    },
  };
}

export type FaqWriter = ReturnType<typeof createFaqWriter>;

function fitting(column: 'question' | 'answer', text: string): string {
  const form = faq.column(column)?.form;
  return form?.kind === 'text' || form?.kind === 'long-text' ? shorten(text, form.maxLength) : text;
}
