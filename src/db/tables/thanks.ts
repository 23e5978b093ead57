export interface ThanksTables {
  thanks_cards: ThanksCardRow;
}

/** A 「ありがとう」 from one colleague to another. */
export interface ThanksCardRow {
  id: string;
  sender: string;
  receiver: string;
  text: string;
  sent_on: string;
  delivery_id: number | null;
  sender_allows: 'nobody' | 'section' | 'all';
  shared_with: 'section' | 'all' | null;
  shared_on: string | null;
  taken_back: number;
  reported: number;
}
