import * as cell from '../cell-types';
import { optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';

export const CLOSED_DAY_KINDS = {
  closed: { ja: '休み', en: 'Closed' },
  open: { ja: '開庁', en: 'Open' },
} as const;

/** The city's own closed and open days; national holidays are computed. */
export const holidays = defineDataset({
  name: 'holidays',
  label: { ja: '休日', en: 'Closed days' },
  key: ['date'],
  columns: {
    date: required(cell.day, { ja: '日付', en: 'Date', also: ['年月日', '月日'], example: '2026-12-28' }),
    name: optional(cell.text(60), {
      ja: '名称',
      en: 'Name',
      also: ['休日名', '理由'],
      example: '開庁記念日',
    }),
    kind: required(cell.choice(CLOSED_DAY_KINDS), {
      ja: '区分',
      en: 'Kind',
      also: ['種別'],
      example: '休み',
    }),
  },
});

export type ClosedDay = Row<typeof holidays>;
