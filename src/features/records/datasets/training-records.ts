import { courseId, employeeId } from '../../../core/ids';
import * as cell from '../cell-types';
import { required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { sample } from './shared';

/** 研修履歴: who completed which course when. */
export const trainingRecords = defineDataset({
  name: 'training-records',
  label: { ja: '研修履歴', en: 'Training records' },
  key: ['employee_id', 'course_id', 'completed_on'],
  columns: {
    // A leaver's records end by their own retention period, not with the roster.
    employee_id: required(cell.reference('employees', employeeId, '100001', { outlives: true }), {
      ja: '職員番号',
      en: 'Employee number',
      also: ['社員番号', '職員コード', '職員ID'],
      example: '100001',
    }),
    course_id: required(cell.reference('courses', courseId, 'C-001'), {
      ja: '研修ID',
      en: 'Course id',
      also: ['研修番号', '講座番号', '研修名', '講座名'],
      example: 'C-001',
    }),
    completed_on: required(cell.day, {
      ja: '修了日',
      en: 'Completed on',
      also: ['受講日', '終了日', '研修日'],
      example: '2025-10-01',
    }),
    sample,
  },
});

export type TrainingRecord = Row<typeof trainingRecords>;
