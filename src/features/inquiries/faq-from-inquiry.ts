import type { Clock } from '../../core/clock';
import { faqId } from '../../core/ids';
import type { Writer } from '../../db/open';
import type { Audit } from '../audit';
import type { Person } from '../directory';
import { type Author, confirmRecords, faq, removeRecord, saveRecord } from '../records';
import type { InquiriesNeeds } from './inquiries-service';

/** Texts of an FAQ are limited by its dataset. */
const LONGEST_QUESTION = 200;
const LONGEST_ANSWER = 1_000;

/** Turns an answered inquiry into an FAQ entry that HR stands behind, and back. */
export function createFaqWriter(needs: {
  readonly clock: Clock;
  readonly audit: Audit;
}): InquiriesNeeds['faq'] {
  const author = (by: Person): Author => ({ ...needs, actor: by.id, source: 'inquiry' });
  return {
    async add(tx, entry, by) {
      const id = await freeId(tx);
      const values = {
        id,
        question: entry.question.replace(/\s+/g, ' ').slice(0, LONGEST_QUESTION),
        answer: entry.answer.slice(0, LONGEST_ANSWER),
        contact: '',
      };
      const saved = await saveRecord(tx, faq, { id: null, basedOn: null, values }, author(by));
      if (!saved.ok)
        throw new Error(
          `an answered inquiry made no FAQ: ${saved.error.map(({ reason }) => reason.en).join('; ')}`,
        );
      await confirmRecords(tx, faq, [id], author(by));
      return faqId.parse(id);
    },
    async remove(tx, id, by) {
      await removeRecord(tx, faq, id, author(by));
    },
  };
}

/** `F-H-<n>`: H for those that came from HR's own answers. */
async function freeId(tx: Writer): Promise<string> {
  const rows = await tx
    .selectFrom('records')
    .select('id')
    .where('dataset', '=', faq.name)
    .where('id', 'like', 'F-H-%')
    .execute();
  const last = Math.max(0, ...rows.map(({ id }) => Number(id.slice('F-H-'.length)) || 0));
  return `F-H-${last + 1}`;
}
