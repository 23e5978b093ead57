import { contactId, faqId, initiativeId } from '../../../core/ids';
import * as cell from '../cell-types';
import { lines, list, optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { sample } from './shared';

/** Questions and answers. `F-…` answer from the plan, `S-…` are signposts to matters outside it. */
export const faq = defineDataset({
  name: 'faq',
  label: { ja: '質問と回答', en: 'Questions and answers' },
  key: ['id'],
  numbering: { prefix: 'F-H-', sameBy: ['question'] },
  columns: {
    id: required(cell.code(faqId, 'F-1.1.2-01'), {
      ja: '質問ID',
      en: 'FAQ id',
      also: ['番号', 'ID'],
      example: 'F-1.1.2-01',
    }),
    question: required(cell.text(200), {
      ja: '質問',
      en: 'Question',
      also: ['問い', 'Q', '質問文', '質問内容'],
      example: '資格を取るときに助成はありますか？',
    }),
    answer: required(cell.longText(1000), {
      ja: '回答',
      en: 'Answer',
      also: ['答え', 'A', '回答文', '回答内容'],
    }),
    alternates: lines(cell.text(200), {
      ja: '別の聞き方',
      en: 'Other ways to ask',
      also: ['言い換え', '言いかえ', '類似質問', '想定質問'],
      example: '資格の勉強のお金って出る？|講座の受講料を助けてほしい',
    }),
    initiatives: list(cell.reference('plan', initiativeId, '1.1.2'), {
      ja: '取組番号',
      en: 'Initiatives',
      also: ['取組項目', '出典'],
      example: '1.1.2',
    }),
    contact: optional(cell.reference('contacts', contactId, 'C-jinji'), {
      ja: '窓口ID',
      en: 'Contact',
      also: ['窓口', '担当', '担当窓口', '問合せ先'],
      example: 'C-jinji',
    }),
    question_en: optional(cell.text(300), {
      ja: '質問（英語）',
      en: 'Question in English',
      also: ['英語の質問', '質問英語', '質問（英訳）', 'English question'],
      translates: 'question',
    }),
    answer_en: optional(cell.longText(1500), {
      ja: '回答（英語）',
      en: 'Answer in English',
      also: ['英語の回答', '回答英語', '回答（英訳）', 'English answer'],
      translates: 'answer',
    }),
    alternates_en: lines(cell.text(60), {
      ja: '別の聞き方（英語）',
      en: 'Other ways to ask in English',
      also: ['英語の別の聞き方', '言い換え（英語）', 'English alternates'],
      example: 'Who pays for my course?|course fees',
    }),
    sample,
  },
});

export type Faq = Row<typeof faq>;
