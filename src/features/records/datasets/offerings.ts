import { courseId, offeringId } from '../../../core/ids';
import * as cell from '../cell-types';
import { optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { brokenRules, isAfter, sample } from './shared';

/** The dates on which a course is held, and when one can apply. */
export const offerings = defineDataset({
  name: 'offerings',
  label: { ja: '開催回', en: 'Offerings' },
  key: ['id'],
  numbering: { prefix: 'O-H-', sameBy: ['course_id', 'title', 'starts_on'] },
  columns: {
    id: required(cell.code(offeringId, 'O-001'), {
      ja: '開催ID',
      en: 'Offering id',
      also: ['開催番号'],
      example: 'O-001',
    }),
    course_id: required(cell.reference('courses', courseId, 'C-001'), {
      ja: '研修ID',
      en: 'Course id',
      also: ['研修番号', '講座番号', '研修名', '講座名'],
      example: 'C-001',
    }),
    title: optional(cell.text(60), {
      ja: '回',
      en: 'Title',
      also: ['開催名', '回次', '日程名'],
      example: '第1回',
    }),
    starts_on: required(cell.day, {
      ja: '開始日',
      en: 'Starts on',
      also: ['開催日', '実施日', '研修日', '日付'],
      example: '2026-12-03',
    }),
    ends_on: required(cell.day, { ja: '終了日', en: 'Ends on', example: '2026-12-03' }),
    start_time: optional(cell.time, {
      ja: '開始時刻',
      en: 'Start time',
      also: ['開始時間', '開始'],
      example: '09:30',
    }),
    end_time: optional(cell.time, {
      ja: '終了時刻',
      en: 'End time',
      also: ['終了時間', '終了'],
      example: '16:30',
    }),
    place: optional(cell.text(80), {
      ja: '場所',
      en: 'Place',
      also: ['会場', '開催場所'],
      example: '市役所 研修室',
    }),
    capacity: optional(cell.integer(1, 100_000), {
      ja: '定員',
      en: 'Capacity',
      also: ['募集人数', '人数'],
      example: '30',
    }),
    apply_from: optional(cell.day, {
      ja: '受付開始日',
      en: 'Apply from',
      also: ['申込開始', '申込開始日', '受付開始', '募集開始日'],
    }),
    apply_until: optional(cell.day, {
      ja: '受付締切日',
      en: 'Apply until',
      also: ['申込締切', '申込締切日', '申込期限', '締切', '受付締切', '募集締切日'],
    }),
    cut_off_on: optional(cell.day, {
      ja: '変更期限',
      en: 'Cut-off',
      also: ['繰上げ期限', '取消期限', '最終期限'],
    }),
    note: optional(cell.longText(300), { ja: '備考', en: 'Note', also: ['メモ', '補足'] }),
    sample,
  },
  check: (records) =>
    brokenRules(
      [
        {
          column: 'ends_on',
          isBrokenBy: (row) => isAfter(row.startsOn, row.endsOn),
          reason: { ja: '終了日が開始日より前です', en: 'is before the first day' },
        },
        {
          column: 'end_time',
          isBrokenBy: (row) => isAfter(row.startTime, row.endTime),
          reason: { ja: '終了時刻が開始時刻より前です', en: 'is before the start time' },
        },
        {
          column: 'apply_until',
          isBrokenBy: (row) => isAfter(row.applyFrom, row.applyUntil),
          reason: { ja: '受付締切日が受付開始日より前です', en: 'is before applications open' },
        },
        {
          column: 'cut_off_on',
          isBrokenBy: (row) => isAfter(row.applyUntil, row.cutOffOn),
          reason: { ja: '変更期限が受付締切日より前です', en: 'is before applications close' },
        },
        {
          column: 'starts_on',
          isBrokenBy: (row) => isAfter(row.cutOffOn ?? row.applyUntil ?? row.applyFrom, row.startsOn),
          reason: {
            ja: '受付締切日か変更期限が開始日より後です',
            en: 'is before applications close or the cut-off',
          },
        },
      ],
      records,
    ),
});

export type Offering = Row<typeof offerings>;
