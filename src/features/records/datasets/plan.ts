import { initiativeId } from '../../../core/ids';
import * as cell from '../cell-types';
import { optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { sample } from './shared';

export const INITIATIVE_STATUSES = {
  active: { ja: '実施', en: 'Active' },
  under_study: { ja: '検討中', en: 'Under study' },
} as const;

/** The initiatives (取組項目) of the plan. */
export const plan = defineDataset({
  name: 'plan',
  label: { ja: '推進計画', en: 'Plan' },
  key: ['id'],
  columns: {
    id: required(cell.code(initiativeId, '1.3.2.5'), {
      ja: '番号',
      en: 'Initiative id',
      also: ['取組番号', '項目番号', '取組項目番号'],
      example: '1.3.2.5',
    }),
    pillar: required(cell.text(60), { ja: '柱', en: 'Pillar', also: ['大項目'], example: '職員研修' }),
    section: required(cell.text(100), { ja: '区分', en: 'Section', also: ['中項目'], example: '自己啓発' }),
    title: required(cell.text(100), {
      ja: '取組項目',
      en: 'Title',
      also: ['取組', '取組名', '項目名', '名称'],
      example: '自主研究グループ支援',
    }),
    summary: required(cell.longText(400), { ja: '概要', en: 'Summary', also: ['内容', '取組内容', '説明'] }),
    status: required(cell.choice(INITIATIVE_STATUSES), {
      ja: '状況',
      en: 'Status',
      also: ['状態'],
      example: '実施',
    }),
    title_en: optional(cell.text(150), {
      ja: '取組項目（英語）',
      en: 'Title in English',
      also: ['英語名', '英語の名称', '取組項目英語', '取組項目（英訳）', 'English title'],
      translates: 'title',
    }),
    summary_en: optional(cell.longText(600), {
      ja: '概要（英語）',
      en: 'Summary in English',
      also: ['英語の概要', '概要英語', '概要（英訳）', 'English summary'],
      translates: 'summary',
    }),
    sample,
  },
});

export type Initiative = Row<typeof plan>;
