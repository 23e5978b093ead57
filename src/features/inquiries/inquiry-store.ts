import { type EmployeeId, employeeId, type FaqId, faqId, type InquiryId, inquiryId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';
import type { InquiryRow } from '../../db/schema';

/** A question put to HR by name. */
export interface Inquiry {
  readonly id: InquiryId;
  readonly asker: EmployeeId;
  readonly text: string;
  readonly askedAt: Date;
  readonly status:
    | { readonly kind: 'open' }
    | { readonly kind: 'withdrawn' }
    | {
        readonly kind: 'answered';
        readonly by: EmployeeId;
        readonly at: Date;
        readonly answer: string;
        readonly faq: FaqId | null;
      };
}

/** Inserts once: a repeated tap finds the inquiry of the first. */
export async function insertInquiry(
  tx: Writer,
  inquiry: { id: InquiryId; asker: EmployeeId; text: string; at: Date },
): Promise<{ readonly inserted: boolean }> {
  const result = await tx
    .insertInto('inquiries')
    .values({
      id: inquiry.id,
      asker: inquiry.asker,
      text: inquiry.text,
      state: 'open',
      asked_at: inquiry.at.toISOString(),
      answered_by: null,
      answered_at: null,
      answer: null,
      faq_id: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return { inserted: Number(result.numInsertedOrUpdatedRows ?? 0) === 1 };
}

export async function findInquiry(reader: Reader, id: InquiryId): Promise<Inquiry | null> {
  const row = await reader.selectFrom('inquiries').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : inquiryFrom(row);
}

/** Held until the transaction ends: who decides by how it stands reads it after this. */
export const lockInquiry = (tx: Writer, id: InquiryId): Promise<void> => lockRows(tx, 'inquiries', { id });

/** Oldest first. */
export async function openInquiries(reader: Reader, limit: number): Promise<readonly Inquiry[]> {
  const rows = await reader
    .selectFrom('inquiries')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('asked_at')
    .limit(limit)
    .execute();
  return rows.map(inquiryFrom);
}

export async function countOpenInquiries(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('inquiries')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The first to answer wins: false when the inquiry is no longer open. */
export async function recordAnswer(
  tx: Writer,
  id: InquiryId,
  answer: { by: EmployeeId; at: Date; text: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('inquiries')
    .set({
      state: 'answered',
      answered_by: answer.by,
      answered_at: answer.at.toISOString(),
      answer: answer.text,
    })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** False when it was already answered or withdrawn, or is somebody else's. */
export async function recordWithdrawal(tx: Writer, id: InquiryId, asker: EmployeeId): Promise<boolean> {
  const result = await tx
    .updateTable('inquiries')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('asker', '=', asker)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

export async function linkFaq(tx: Writer, id: InquiryId, faq: FaqId | null): Promise<void> {
  await tx.updateTable('inquiries').set({ faq_id: faq }).where('id', '=', id).execute();
}

function inquiryFrom(row: InquiryRow): Inquiry {
  return {
    id: inquiryId.parse(row.id),
    asker: employeeId.parse(row.asker),
    text: row.text,
    askedAt: new Date(row.asked_at),
    status: statusFrom(row),
  };
}

function statusFrom(row: InquiryRow): Inquiry['status'] {
  if (row.state !== 'answered') return { kind: row.state };
  if (row.answered_by === null || row.answered_at === null || row.answer === null) {
    throw new Error(`inquiry ${row.id} is answered without an answer`);
  }
  return {
    kind: 'answered',
    by: employeeId.parse(row.answered_by),
    at: new Date(row.answered_at),
    answer: row.answer,
    faq: row.faq_id === null ? null : faqId.parse(row.faq_id),
  };
}
