import { contactId } from '../../../core/ids';
import * as cell from '../cell-types';
import { flag, list, optional, required } from '../column';
import { defineDataset, type Row } from '../dataset';
import { sample } from './shared';

export const CONTACT_TOPICS = {
  harassment: { ja: 'ハラスメント', en: 'Harassment' },
  mental_health: { ja: 'こころの健康', en: 'Mental health' },
  life_danger: { ja: '命の危険', en: 'Danger to life' },
  whistleblowing: { ja: '内部通報', en: 'Whistle-blowing' },
  debt: { ja: '借金', en: 'Debt' },
  career_demotion: { ja: '希望降格', en: 'Voluntary demotion' },
  general: { ja: '全般', en: 'General' },
  stress_check: { ja: 'ストレスチェック', en: 'Stress check' },
  mutual_aid: { ja: '共済', en: 'Mutual aid' },
  it: { ja: '情報システム', en: 'IT' },
  payroll: { ja: '給与', en: 'Payroll' },
  safety: { ja: '安全', en: 'Safety' },
} as const;
export type ContactTopic = keyof typeof CONTACT_TOPICS;

const REQUIRED_FOR = {
  whistleblowing: CONTACT_TOPICS.whistleblowing,
  harassment: CONTACT_TOPICS.harassment,
  mental_health: CONTACT_TOPICS.mental_health,
} as const;

/** 相談窓口: desks of the city and public hotlines. */
export const contacts = defineDataset({
  name: 'contacts',
  label: { ja: '相談窓口', en: 'Contacts' },
  key: ['id'],
  numbering: { prefix: 'C-H-', sameBy: ['name'] },
  columns: {
    id: required(cell.code(contactId, 'C-jinji'), {
      ja: '窓口ID',
      en: 'Contact id',
      also: ['ID'],
      example: 'C-jinji',
    }),
    name: required(cell.text(60), {
      ja: '窓口',
      en: 'Name',
      also: ['窓口名', '名称'],
      example: '人事課 職員研修担当',
    }),
    topics: list(cell.choice(CONTACT_TOPICS), {
      ja: '相談内容',
      en: 'Topics',
      also: ['内容', '分野'],
      example: '全般',
    }),
    audience: optional(cell.text(80), { ja: '対象', en: 'Audience', also: ['対象者'], example: '職員' }),
    phone: optional(cell.text(60), {
      ja: '電話',
      en: 'Phone',
      also: ['電話番号', '内線', 'TEL'],
      example: '内線 1234',
    }),
    url: optional(cell.url, {
      ja: 'URL',
      en: 'Web page',
      also: ['ホームページ', 'リンク'],
      example: 'https://example.jp/',
    }),
    hours: optional(cell.text(80), {
      ja: '受付時間',
      en: 'Hours',
      also: ['受付', '時間', '開設時間'],
      example: '平日8時30分〜17時15分',
    }),
    external: flag({ ja: '市役所の外', en: 'Outside the city hall', also: ['外部'], example: 'いいえ' }),
    outside_hr: flag({ ja: '人事課以外', en: 'Outside HR', example: 'はい' }),
    required_for: optional(cell.choice(REQUIRED_FOR), {
      ja: '公開前に必要',
      en: 'Required before going live for',
      example: 'ハラスメント',
    }),
    note: optional(cell.longText(300), { ja: '備考', en: 'Note', also: ['説明', 'メモ'] }),
    name_en: optional(cell.text(100), {
      ja: '窓口（英語）',
      en: 'Name in English',
      also: ['英語名', '窓口名（英語）', '英語の名称', 'English name'],
      translates: 'name',
    }),
    hours_en: optional(cell.text(120), {
      ja: '受付時間（英語）',
      en: 'Hours in English',
      also: ['受付（英語）', '英語の受付時間', 'English hours'],
      translates: 'hours',
    }),
    note_en: optional(cell.longText(400), {
      ja: '備考（英語）',
      en: 'Note in English',
      also: ['英語の備考', '備考（英訳）', '説明（英語）', 'English note'],
      translates: 'note',
    }),
    sample,
  },
});

export type Contact = Row<typeof contacts>;
