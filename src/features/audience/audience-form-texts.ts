import { type Translation, textsIn } from '../../core/texts';

const ja = {
  more: '所属・職種・年齢・年数などで絞る',
  departments: '部（選ばなければ全部）',
  sectionNames: '所属（1行に1つ。兼務先も含みます）',
  unknownSections: (names: string) => `名簿にない所属があります：${names}`,
  sections: '所属（兼務先も含みます）',
  levels: '階層',
  jobTypes: '職種',
  employments: '任用区分',
  hoursFrom: '週の勤務時間：何時間以上',
  hoursTo: '週の勤務時間：何時間以下',
  ageFrom: '年度末の年齢：何歳以上',
  ageTo: '年度末の年齢：何歳以下',
  yearsFrom: '採用から：何年目以上',
  yearsTo: '採用から：何年目以下',
  roles: '役割',
  only: '名簿で限る（職員番号を改行か空白で区切る）',
  except: '除く職員（職員番号）',
  note: 'すべての条件に合う人が対象です。何も選ばなければ全職員です。',
  now: (total: number) => `いまの対象：${total}人`,
  unknownNumbers: (numbers: string) => `名簿にない職員番号があります：${numbers}`,
};

const en: Translation<typeof ja> = {
  more: 'Narrow by section, job, age, years …',
  departments: 'Departments (none: all)',
  sectionNames: 'Sections (one a line; concurrent ones too)',
  unknownSections: (names) => `Not in the roster: ${names}`,
  sections: 'Sections (concurrent ones too)',
  levels: 'Levels',
  jobTypes: 'Job types',
  employments: 'Employment',
  hoursFrom: 'Weekly hours: at least',
  hoursTo: 'Weekly hours: at most',
  ageFrom: 'Age at the end of the fiscal year: at least',
  ageTo: 'Age at the end of the fiscal year: at most',
  yearsFrom: 'Year of service: at least',
  yearsTo: 'Year of service: at most',
  roles: 'Roles',
  only: 'Only these (employee numbers, by lines or blanks)',
  except: 'Not these (employee numbers)',
  note: 'Those who meet every condition. Without any: all employees.',
  now: (total) => `Audience now: ${total}`,
  unknownNumbers: (numbers) => `Not in the roster: ${numbers}`,
};

export const audienceFormTexts = textsIn(ja, en);
