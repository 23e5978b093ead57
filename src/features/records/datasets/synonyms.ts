import * as cell from '../cell-types';
import { optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';

/** Words that mean the same to those who ask. A group's id is its first word. */
export const synonyms = defineDataset({
  name: 'synonyms',
  label: { ja: '同義語', en: 'Synonyms' },
  key: ['terms'],
  columns: {
    terms: required(cell.listOf(cell.text(60)), {
      ja: '言葉',
      en: 'Terms',
      also: ['同義語', '類語', '用語'],
      example: '通信教育|通信講座|つうしんきょういく',
    }),
    note: optional(cell.text(100), { ja: '備考', en: 'Note', also: ['メモ'] }),
  },
  check: (records) =>
    records
      .filter(({ row }) => row.terms.length < 2)
      .map(({ id }) => ({
        id,
        column: 'terms',
        reason: { ja: '言葉を2つ以上書いてください', en: 'needs at least two words' },
      })),
});

export type SynonymGroup = Row<typeof synonyms>;
