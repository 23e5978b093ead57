export interface InquiriesTables {
  inquiries: InquiryRow;
}

export type InquiryState = 'open' | 'answered' | 'withdrawn';

/** A question put to HR by name. Sensitive ones never get here. */
export interface InquiryRow {
  id: string;
  asker: string;
  text: string;
  state: InquiryState;
  asked_at: string;
  answered_by: string | null;
  answered_at: string | null;
  answer: string | null;
  faq_id: string | null;
}
