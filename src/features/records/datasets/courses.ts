import { courseId, initiativeId } from '../../../core/ids';
import * as cell from '../cell-types';
import { list, optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { JOB_TYPES, LEVELS } from './employees';
import { brokenRules, isAfter, sample } from './shared';

export const COURSE_KINDS = {
  self_development: { ja: '自己啓発', en: 'Self-development' },
  ojt: { ja: '職場研修（OJT）', en: 'On the job' },
  level_based: { ja: '階層別研修', en: 'By level' },
  specialised: { ja: '専門研修', en: 'Specialised' },
  special: { ja: '特別研修', en: 'Special' },
  secondment: { ja: '派遣研修', en: 'Secondment' },
} as const;
export type CourseKind = keyof typeof COURSE_KINDS;

/** The eight fields of 専門研修 (1.3.2.1 … 1.3.2.8). */
export const COURSE_FIELDS = {
  basic: { ja: '基礎', en: 'Basics' },
  problem_solving: { ja: '課題解決', en: 'Problem solving' },
  communication: { ja: 'コミュニケーション', en: 'Communication' },
  productivity: { ja: '業務効率', en: 'Productivity' },
  dx: { ja: 'DX', en: 'Digital transformation' },
  organisation: { ja: '組織', en: 'Organisation' },
  risk: { ja: 'リスク管理', en: 'Risk' },
  wellbeing: { ja: '健康・働き方', en: 'Well-being' },
} as const;
export type CourseField = keyof typeof COURSE_FIELDS;

export const COURSE_ENTRIES = {
  nomination: { ja: '指名', en: 'Nomination' },
  open_call: { ja: '公募', en: 'Open call' },
  recommendation: { ja: '推薦', en: 'Recommendation' },
} as const;
export type CourseEntry = keyof typeof COURSE_ENTRIES;

export const COURSE_FORMATS = {
  in_person: { ja: '集合', en: 'In person' },
  online: { ja: 'オンライン', en: 'Online' },
  hybrid: { ja: '集合とオンライン', en: 'Hybrid' },
  elearning: { ja: 'eラーニング', en: 'E-learning' },
  correspondence: { ja: '通信教育', en: 'Correspondence' },
} as const;
export type CourseFormat = keyof typeof COURSE_FORMATS;

/** The catalogue of a 年度. */
export const courses = defineDataset({
  name: 'courses',
  label: { ja: '研修', en: 'Courses' },
  key: ['id'],
  numbering: { prefix: 'C-H-', sameBy: ['title'] },
  columns: {
    id: required(cell.code(courseId, 'C-001'), {
      ja: '研修ID',
      en: 'Course id',
      also: ['研修番号', '講座番号', 'コード'],
      example: 'C-001',
    }),
    title: required(cell.text(100), {
      ja: '研修名',
      en: 'Title',
      also: ['講座名', '研修名称', '名称', 'コース名'],
      example: 'ハラスメント防止研修',
    }),
    summary: optional(cell.longText(400), { ja: '概要', en: 'Summary', also: ['内容', '研修内容', '目的'] }),
    kind: required(cell.choice(COURSE_KINDS), {
      ja: '種類',
      en: 'Kind',
      also: ['区分', '研修区分', '種別'],
      example: '専門研修',
    }),
    field: optional(cell.choice(COURSE_FIELDS), {
      ja: '分野',
      en: 'Field',
      also: ['専門研修の分野'],
      example: 'リスク管理',
    }),
    initiatives: list(cell.reference('plan', initiativeId, '1.3.2.7'), {
      ja: '取組番号',
      en: 'Initiatives',
      also: ['取組項目', '計画上の位置付け'],
      example: '1.3.2.7',
    }),
    levels: list(cell.choice(LEVELS), {
      ja: '対象の階層',
      en: 'Levels',
      also: ['階層', '対象職位', '対象階層'],
      example: '係長級|課長補佐級',
    }),
    age_from: optional(cell.integer(15, 100), {
      ja: '年齢から',
      en: 'Age from',
      also: ['年齢（下限）'],
      example: '30',
    }),
    age_to: optional(cell.integer(15, 100), {
      ja: '年齢まで',
      en: 'Age to',
      also: ['年齢（上限）'],
      example: '39',
    }),
    years_from: optional(cell.integer(0, 60), {
      ja: '在職年数から',
      en: 'Years of service from',
      also: ['勤続年数から'],
    }),
    years_to: optional(cell.integer(0, 60), {
      ja: '在職年数まで',
      en: 'Years of service to',
      also: ['勤続年数まで'],
    }),
    job_types: list(cell.choice(JOB_TYPES), {
      ja: '対象の職種',
      en: 'Job types',
      also: ['職種', '対象職種'],
      example: '保育士',
    }),
    entry: required(cell.choice(COURSE_ENTRIES), {
      ja: '受講者の決め方',
      en: 'Entry',
      also: ['申込方法', '選定方法', '募集方法'],
      example: '公募',
    }),
    format: required(cell.choice(COURSE_FORMATS), {
      ja: '形式',
      en: 'Format',
      also: ['実施形式', '実施方法'],
      example: '集合',
    }),
    provider: optional(cell.text(60), {
      ja: '実施機関',
      en: 'Provider',
      also: ['主催', '実施主体', '研修機関'],
    }),
    hours: optional(cell.decimal(0, 2000), {
      ja: '時間数',
      en: 'Hours',
      also: ['研修時間', '時間'],
      example: '6',
    }),
    cost_yen: optional(cell.integer(0, 10_000_000), {
      ja: '自己負担額（円）',
      en: 'Cost in yen',
      also: ['自己負担', '費用', '受講料'],
      example: '0',
    }),
    report_due_days: optional(cell.integer(10, 30), {
      ja: '復命書の期限（日）',
      en: 'Report due in days',
      also: ['復命書期限', '復命書', '報告期限'],
      example: '14',
    }),
    keywords: list(cell.text(60), {
      ja: 'キーワード',
      en: 'Keywords',
      also: ['別名', '検索語'],
      example: 'パワハラ|セクハラ',
    }),
    title_en: optional(cell.text(150), {
      ja: '研修名（英語）',
      en: 'Title in English',
      also: ['英語名', '英語の名称', '研修名英語', '研修名（英訳）', 'English title'],
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
  check: (records) =>
    brokenRules(
      [
        {
          column: 'field',
          isBrokenBy: (row) => row.field !== null && row.kind !== 'specialised',
          reason: { ja: '分野を書くのは専門研修だけです', en: 'is for specialised training only' },
        },
        {
          column: 'age_to',
          isBrokenBy: (row) => isAfter(row.ageFrom, row.ageTo),
          reason: {
            ja: '年齢の上限が下限より小さくなっています',
            en: 'is lower than the age it starts from',
          },
        },
        {
          column: 'years_to',
          isBrokenBy: (row) => isAfter(row.yearsFrom, row.yearsTo),
          reason: {
            ja: '在職年数の上限が下限より小さくなっています',
            en: 'is lower than the years it starts from',
          },
        },
      ],
      records,
    ),
});

export type Course = Row<typeof courses>;
