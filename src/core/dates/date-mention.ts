import type { Day } from '../calendar/day';

/**
 * What a piece of text says about days, both ends included.
 * - `day`: one day (明日, 12月3日)
 * - `period`: a stretch with a name, or a day known roughly (来週, 12月上旬, 上半期, 1か月後)
 * - `range`: both ends are named (11/30〜12/2)
 * - `since`: the beginning is named (10月以降); `to` is then the end of its 年度
 * - `until`: the end is named (12月まで); `from` is then today, or the start of the 年度 where the end is past
 */
export interface DateMention {
  readonly kind: 'day' | 'period' | 'range' | 'since' | 'until';
  readonly from: Day;
  readonly to: Day;
  /** The piece as it was written: `source.slice(start, end)`, particles such as に and の left out. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
