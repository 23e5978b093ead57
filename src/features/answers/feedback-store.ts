import type { Reader, Writer } from '../../db/open';

/** Why a question is counted: nothing was found, nothing shown fitted, or the answer did not help. */
export type FeedbackKind = 'unanswered' | 'none-fitted' | 'unhelpful' | 'helpful';

/** `count` more of a kind on a topic in a month (`YYYY-MM`, Tokyo). Nothing else is kept. */
export async function countFeedback(
  tx: Writer,
  more: { month: string; topic: string; kind: FeedbackKind; count: number },
): Promise<void> {
  await tx
    .insertInto('feedback_counts')
    .values(more)
    .onConflict((conflict) =>
      conflict
        .columns(['month', 'topic', 'kind'])
        .doUpdateSet((eb) => ({ count: eb('feedback_counts.count', '+', more.count) })),
    )
    .execute();
}

/** Keeps the text of a question that its asker gave for improvement; `id` tells a repeated tap. No name, no time of day. */
export async function keepFeedbackText(
  tx: Writer,
  feedback: { id: string; month: string; kind: FeedbackKind; text: string },
): Promise<void> {
  await tx
    .insertInto('feedback_texts')
    .values({ ...feedback, done: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function feedbackTexts(
  reader: Reader,
  limit: number,
): Promise<readonly { id: string; text: string }[]> {
  return reader
    .selectFrom('feedback_texts')
    .select(['id', 'text'])
    .where('done', '=', 0)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function feedbackCounts(
  reader: Reader,
  month: string,
): Promise<readonly { topic: string; kind: string; count: number }[]> {
  return reader
    .selectFrom('feedback_counts')
    .select(['topic', 'kind', 'count'])
    .where('month', '=', month)
    .orderBy('count', 'desc')
    .limit(50)
    .execute();
}

export async function closeFeedbackText(tx: Writer, id: string): Promise<void> {
  await tx.deleteFrom('feedback_texts').where('id', '=', id).execute();
}
