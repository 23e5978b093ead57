export interface AnswersTables {
  feedback_counts: FeedbackCountRow;
  feedback_texts: FeedbackTextRow;
}

/** Questions without an answer, or whose answer did not help: a count by topic and month, nothing else. */
export interface FeedbackCountRow {
  month: string;
  topic: string;
  kind: string;
  count: number;
}

/** Text given for improvement by its asker's own tap; never with a name. */
export interface FeedbackTextRow {
  id: string;
  month: string;
  kind: string;
  text: string;
  done: number;
}
