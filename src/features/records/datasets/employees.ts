import { aadObjectId, employeeId } from '../../../core/ids';
import * as cell from '../cell-types';
import { list, optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { employeeProblems } from './employee-rules';
import { sample } from './shared';

/** Levels (階層) in the order of a career. */
export const LEVELS = {
  new: { ja: '新規採用', en: 'Newly hired' },
  staff: { ja: '主事級', en: 'Staff' },
  senior: { ja: '主任級', en: 'Senior staff' },
  supervisor: { ja: '係長級', en: 'Supervisor' },
  deputy_manager: { ja: '課長補佐級', en: 'Deputy manager' },
  manager: { ja: '課長級', en: 'Manager' },
  director: { ja: '部長級', en: 'Director' },
  reappointed: { ja: '再任用', en: 'Reappointed' },
  fiscal_year_staff: { ja: '会計年度任用', en: 'Fiscal-year staff' },
} as const;
export type Level = keyof typeof LEVELS;

/** Personnel systems tell the position, where they tell a level at all. */
const LEVEL_WORDS: Readonly<Partial<Record<Level, readonly string[]>>> = {
  new: ['新採', '新規採用職員'],
  staff: ['主事'],
  senior: ['主任'],
  supervisor: ['係長'],
  deputy_manager: ['課長補佐'],
  manager: ['課長'],
  director: ['部長'],
  reappointed: ['再任用職員'],
  fiscal_year_staff: ['会計年度任用職員'],
};

export const JOB_TYPES = {
  clerical: { ja: '事務', en: 'Clerical' },
  civil_engineering: { ja: '土木', en: 'Civil engineering' },
  architecture: { ja: '建築', en: 'Architecture' },
  public_health_nurse: { ja: '保健師', en: 'Public-health nurse' },
  nursery_teacher: { ja: '保育士', en: 'Nursery teacher' },
  kindergarten_teacher: { ja: '幼稚園教諭', en: 'Kindergarten teacher' },
  nutritionist: { ja: '栄養士', en: 'Nutritionist' },
  curator: { ja: '学芸員', en: 'Curator' },
  social_worker: { ja: '社会福祉', en: 'Social worker' },
  it: { ja: '情報', en: 'IT' },
  manual: { ja: '技能労務', en: 'Manual' },
} as const;
export type JobType = keyof typeof JOB_TYPES;

const JOB_WORDS: Readonly<Partial<Record<JobType, readonly string[]>>> = {
  clerical: ['一般事務', '事務職', '一般行政', '行政'],
  civil_engineering: ['土木技師', '土木技術', '土木職'],
  architecture: ['建築技師', '建築技術', '建築職'],
  kindergarten_teacher: ['幼稚園教員'],
  nutritionist: ['管理栄養士'],
  social_worker: ['社会福祉士', '福祉'],
  it: ['情報職'],
  manual: ['技能労務職', '労務職'],
};

/** 任用区分 */
export const EMPLOYMENTS = {
  regular: { ja: '正規', en: 'Regular' },
  reappointed: { ja: '再任用', en: 'Reappointed' },
  fiscal_year: { ja: '会計年度任用', en: 'Fiscal-year' },
  fixed_term: { ja: '任期付', en: 'Fixed-term' },
} as const;

export const LEAVE_KINDS = {
  sick_leave: { ja: '休職', en: 'Sick leave' },
  childcare_leave: { ja: '育児休業', en: 'Childcare leave' },
  secondment: { ja: '派遣', en: 'Secondment' },
} as const;

const EMPLOYMENT_WORDS = {
  regular: ['正職員', '正規職員', '常勤'],
  reappointed: ['再任用職員'],
  fiscal_year: ['会計年度任用職員', '会計年度'],
  fixed_term: ['任期付職員', '任期付き'],
} as const;

/** Roles that HR gives; 所属長 is derived from `manages`. */
export const GIVEN_ROLES = {
  hr_editor: { ja: '人事課編集者', en: 'HR editor' },
  hr_admin: { ja: '人事課管理者', en: 'HR administrator' },
  stress_admin: { ja: 'ストレスチェック実施事務従事者', en: 'Stress-check administrator' },
  auditor: { ja: '監査', en: 'Auditor' },
  mentor: { ja: 'メンター', en: 'Mentor' },
  clerk: { ja: '庶務担当', en: 'Section clerk' },
} as const;
export type GivenRole = keyof typeof GIVEN_ROLES;

const employee = cell.reference('employees', employeeId, '100001');

/** The roster (職員名簿). */
export const employees = defineDataset({
  name: 'employees',
  label: { ja: '職員', en: 'Employees' },
  key: ['id'],
  columns: {
    id: required(cell.code(employeeId, '100001'), {
      ja: '職員番号',
      en: 'Employee number',
      also: ['社員番号', '職員コード', '職員ID', '個人コード', 'employeeId'],
      example: '100001',
    }),
    aad_object_id: optional(cell.code(aadObjectId, '23524587-ef5e-481f-92ac-3a55358387b9'), {
      ja: 'EntraオブジェクトID',
      en: 'Entra object id',
      also: ['オブジェクトID', 'objectId', 'Azure AD オブジェクトID'],
    }),
    name: required(cell.text(60), {
      ja: '氏名',
      en: 'Name',
      also: ['名前', '職員氏名', '職員名', '漢字氏名'],
      example: '見本 花子',
    }),
    kana: optional(cell.text(60), {
      ja: 'ふりがな',
      en: 'Kana',
      also: ['カナ', 'フリガナ', 'カナ氏名', '氏名カナ', '氏名かな'],
    }),
    mail: optional(cell.mail, {
      ja: 'メールアドレス',
      en: 'Mail address',
      also: ['メール', 'E-mail', 'email', 'UPN', 'userPrincipalName', 'ユーザープリンシパル名'],
      example: 'mihon.1@example.jp',
    }),
    department: optional(cell.text(60), {
      ja: '部',
      en: 'Department',
      also: ['部名', '部局', '部局名'],
      example: '総務部',
    }),
    section: required(cell.text(60), {
      ja: '所属',
      en: 'Section',
      also: ['課', '所属名', '課名', '所属課', '部署'],
      example: '人事課',
    }),
    position: optional(cell.text(60), {
      ja: '職名',
      en: 'Position',
      also: ['役職', '職', '役職名', '補職名'],
      example: '主事',
    }),
    level: required(cell.choice(LEVELS, LEVEL_WORDS), {
      ja: '階層',
      en: 'Level',
      also: ['職位', '職層', '級', '職務の級'],
      example: '主事級',
    }),
    job_type: optional(cell.choice(JOB_TYPES, JOB_WORDS), {
      ja: '職種',
      en: 'Job type',
      also: ['職種名'],
      example: '事務',
    }),
    employment: optional(cell.choice(EMPLOYMENTS, EMPLOYMENT_WORDS), {
      ja: '任用区分',
      en: 'Employment',
      also: ['雇用区分', '任用形態'],
      example: '正規',
    }),
    weekly_hours: optional(cell.decimal(0, 60), {
      ja: '週勤務時間',
      en: 'Weekly hours',
      also: ['週の勤務時間'],
      example: '38.75',
    }),
    birth_date: optional(cell.day, { ja: '生年月日', en: 'Birth date', example: '1990-05-01' }),
    hired_on: optional(cell.day, {
      ja: '採用日',
      en: 'Hired on',
      also: ['採用年月日', '任用年月日', '入庁日'],
      example: '2015-04-01',
    }),
    manages: list(cell.text(60), {
      ja: '所属長を務める所属',
      en: 'Manages',
      also: ['管理所属'],
      example: '人事課',
    }),
    deputy_of: optional(employee, { ja: '代決する相手', en: 'Deputy of' }),
    deputy_from: optional(cell.day, { ja: '代決の開始日', en: 'Deputy from', also: ['代決開始'] }),
    deputy_to: optional(cell.day, { ja: '代決の終了日', en: 'Deputy to', also: ['代決終了'] }),
    concurrent_section: optional(cell.text(60), {
      ja: '兼務先',
      en: 'Concurrent section',
      also: ['兼務', '併任', '兼務所属'],
    }),
    first_evaluator: optional(employee, {
      ja: '1次評定者',
      en: 'First evaluator',
      also: ['一次評定者', '第1次評定者', '一次評価者'],
    }),
    second_evaluator: optional(employee, {
      ja: '2次評定者',
      en: 'Second evaluator',
      also: ['二次評定者', '第2次評定者', '二次評価者'],
    }),
    leave_kind: optional(cell.choice(LEAVE_KINDS), {
      ja: '休業の種類',
      en: 'Leave',
      also: ['休職区分', '休業区分'],
    }),
    leave_from: optional(cell.day, {
      ja: '休業の開始日',
      en: 'Leave from',
      also: ['休職開始日', '休業開始'],
    }),
    leave_to: optional(cell.day, { ja: '休業の終了日', en: 'Leave to', also: ['休職終了日', '休業終了'] }),
    roles: list(cell.choice(GIVEN_ROLES), {
      ja: '役割',
      en: 'Roles',
      also: ['権限', 'ロール'],
      example: 'メンター',
    }),
    sample,
  },
  check: employeeProblems,
});

export type Employee = Row<typeof employees>;
