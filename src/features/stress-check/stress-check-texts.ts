import { type Translation, textsIn } from '../../core/texts';
import type { IMPLEMENTER_PROFESSIONS } from '../campaigns';

const ja = {
  label: 'ストレスチェック',
  professions: {
    physician: '医師',
    public_health_nurse: '保健師',
    dentist: '歯科医師（研修修了）',
    nurse: '看護師（研修修了）',
    psychiatric_social_worker: '精神保健福祉士（研修修了）',
    certified_psychologist: '公認心理師（研修修了）',
  } satisfies Record<(typeof IMPLEMENTER_PROFESSIONS)[number], string>,
  problems: {
    implementer: '実施者（氏名と資格）が決まっていません',
    clerks: '実施事務従事者が入力されていません',
    deliberation: '衛生委員会で調査審議した日が入力されていません',
    deliberationLate: '衛生委員会の調査審議の日が、開始日より後になっています',
    noDisadvantage: '不利益な取扱いをしないことが確認されていません',
    whoSeesWhat: 'だれが何を見られるかが入力されていません',
    interview: '面接指導の申出の方法が入力されていません',
    audience:
      '対象が、人の名前・年齢・勤続年数・役割で絞られています。結果で選んだ人に送ることがないよう、所属・職種・任用区分・勤務時間だけで絞ってください',
    order: (words: string) => `「${words}」は受検を強いる言い方です。受けるかどうかは本人が選べます`,
  },
  protocol: {
    title: '実施体制とお約束',
    open: '実施体制を入力',
    note: '全部そろうと開始できます。入力した内容は、対象の職員全員に表示します（市の独自ルール）。',
    implementer: '実施者の氏名',
    profession: '実施者の資格',
    clerks: '実施事務従事者の氏名',
    deliberatedOn: '衛生委員会で調査審議した日（委員会のない職場は、職員の意見を聴いた日）',
    noDisadvantage:
      '受けないこと、結果、面接指導の申出を理由に、解雇・退職勧奨・不当な異動などの不利益な取扱いをしません',
    whoSeesWhat: 'だれが何を見られるか',
    whoSeesWhatDefault:
      '結果は、実施者から本人だけに届きます。受けたかどうかを見られるのは、実施者と実施事務従事者だけです。所属長と人事課に示すのは、10人以上の集団の受検率だけです（法律より厳しい市の独自ルール）。',
    interviewContact: '面接指導の申出の方法と窓口',
    required: '入力してください',
    save: '保存',
    saved: '保存しました。',
    notEditable: '開始したあとは、実施体制を変えられません。',
    notADay: '日付を選んでください。',
  },
  about: {
    open: '実施体制とお約束を見る',
    implementer: '実施者',
    clerks: '実施事務従事者',
    deliberatedOn: '衛生委員会の調査審議',
    choice: '受けるかどうかは、ご自身で決められます。',
    noDisadvantage: '不利益な取扱いの禁止',
    noDisadvantageText:
      '受けないこと、結果、面接指導の申出を理由とする不利益な取扱いはしません（労働安全衛生法第66条の10第3項。受けないこと・結果については国の指針）。',
    whoSeesWhat: 'だれが何を見られるか',
    interview: '面接指導の申出',
    cityRule:
      '市の独自ルール：案内は最初の1回とその後2回まで／受けたかどうかを所属長・人事課に知らせない／「今後の案内は不要」を押したことは誰にも分からない',
    notYours: 'この案内の対象の方だけが見られます。',
  },
  item: {
    who: (implementer: string, profession: string, clerks: string) =>
      `実施者：${implementer}（${profession}）　実施事務従事者：${clerks}`,
    privacy: '結果はご本人だけに届きます。受けなくても、不利益な取扱いはありません。',
  },
  facts: {
    implementer: '実施者',
    clerks: '実施事務従事者',
    deliberatedOn: '衛生委員会',
    notYet: '未入力',
    scope: '対象の所属',
    everywhere: '出先を含む全所属（50人未満の職場も含む）',
    somewhere: '一部だけ（保育園・支所などの出先が抜けていないか、ご確認ください）',
  },
  own: {
    taken: (title: string) => `「${title}」は、受検済みと記録されています。ほかの職員には表示されません。`,
    notRecorded: (title: string) =>
      `「${title}」を受けたという記録は、まだありません（実施機関の名簿が届く前かもしれません）。受けるかどうかは、ご自身で決められます。`,
    none: 'いま、あなたが対象のストレスチェックはありません。',
  },
  notice: {
    title: 'ストレスチェックの結果を受け取られた方へ',
    how: (contact: string) => `面接指導を希望するとき：${contact}`,
    passes:
      '申し出ると、結果が市に提供されることがあります。申出を理由とする不利益な取扱いはありません。対象の全員に同じ案内を送っています。',
  },
  file: {
    otherColumns: (count: number) =>
      `受検の有無のほかの列が${count}列あります。得点・判定・高ストレス・面接などの列は受け取れません。その列を消して、「職員番号」か「メールアドレス」（と「受検状況」「受検日」）だけにしてください。何も保存していません。`,
    namelessColumns:
      '見出しのない列に値があります。「職員番号」か「メールアドレス」（と「受検状況」「受検日」）だけの表にしてください。何も保存していません。',
    noPerson: '「職員番号」か「メールアドレス」の見出しが見つかりませんでした。何も保存していません。',
    otherWords: (line: number) =>
      `${line}行目の受検状況に、受検の有無ではない値があります。「済」「未」か日付だけにしてください。何も保存していません。`,
    notAPerson: (line: number) =>
      `${line}行目の「職員番号」か「メールアドレス」に、別の値があります。何も保存していません。`,
  },
};

const en: Translation<typeof ja> = {
  label: 'Stress check',
  professions: {
    physician: 'physician',
    public_health_nurse: 'public-health nurse',
    dentist: 'dentist (trained for it)',
    nurse: 'nurse (trained for it)',
    psychiatric_social_worker: 'psychiatric social worker (trained for it)',
    certified_psychologist: 'certified psychologist (trained for it)',
  },
  problems: {
    implementer: 'The implementer (name and profession) is missing',
    clerks: 'The stress-check administrators are missing',
    deliberation: 'The day of the health committee’s deliberation is missing',
    deliberationLate: 'The day of the health committee’s deliberation is after the opening day',
    noDisadvantage: 'It is not confirmed that nobody is treated worse',
    whoSeesWhat: 'Who sees what is missing',
    interview: 'How to ask for an interview with a physician is missing',
    audience:
      'The audience is narrowed by names, age, years of service or roles. So that nobody is picked by a result, narrow it by workplace, job type, employment and hours only',
    order: (words) => `“${words}” orders people to take it; whether to take it is their own choice`,
  },
  protocol: {
    title: 'Who runs it, and promises',
    open: 'Who runs it',
    note: 'Once all of it is there you can start. It is shown to everybody in the audience (the city’s own rule).',
    implementer: 'Name of the implementer',
    profession: 'Profession of the implementer',
    clerks: 'Names of the stress-check administrators',
    deliberatedOn: 'Day of the health committee’s deliberation (without a committee: when staff were heard)',
    noDisadvantage:
      'Nobody is dismissed, urged to leave, moved unfairly or treated worse for not taking it, for a result, or for asking for an interview',
    whoSeesWhat: 'Who sees what',
    whoSeesWhatDefault:
      'The result goes from the implementer to you alone. Only the implementer and the stress-check administrators see who has taken it. Managers and HR are shown at most rates of groups of ten or more (the city’s own rule, stricter than the law).',
    interviewContact: 'How and where to ask for an interview with a physician',
    required: 'Please fill this in',
    save: 'Save',
    saved: 'Saved.',
    notEditable: 'This cannot be changed once it has started.',
    notADay: 'Please choose a day.',
  },
  about: {
    open: 'Who runs it, and promises',
    implementer: 'Implementer',
    clerks: 'Stress-check administrators',
    deliberatedOn: 'Health committee',
    choice: 'Whether you take it is up to you.',
    noDisadvantage: 'No disadvantage',
    noDisadvantageText:
      'Nobody is treated worse for not taking it, for a result, or for asking for an interview (労働安全衛生法 第66条の10第3項; for not taking it and results the national guideline).',
    whoSeesWhat: 'Who sees what',
    interview: 'Asking for an interview with a physician',
    cityRule:
      'The city’s own rules: one opening message and at most two after it; neither managers nor HR learn whether you took it; nobody learns that you wanted no more messages',
    notYours: 'Only those who were invited can see this.',
  },
  item: {
    who: (implementer, profession, clerks) =>
      `Implementer: ${implementer} (${profession}). Administrators: ${clerks}`,
    privacy: 'The result goes to you alone. Nobody is treated worse for not taking it.',
  },
  facts: {
    implementer: 'Implementer',
    clerks: 'Administrators',
    deliberatedOn: 'Health committee',
    notYet: 'missing',
    scope: 'Sections',
    everywhere: 'All, branch offices and those under 50 included',
    somewhere: 'Some only (please check that nurseries and branch offices are not left out)',
  },
  own: {
    taken: (title) => `“${title}” is recorded as taken. No colleague is shown this.`,
    notRecorded: (title) =>
      `There is no record yet that you took “${title}” (the list may not have arrived). Whether you take it is up to you.`,
    none: 'There is no stress check for you now.',
  },
  notice: {
    title: 'If you received a stress-check result',
    how: (contact) => `To ask for an interview with a physician: ${contact}`,
    passes:
      'Asking may pass your result to the city. Nobody is treated worse for asking. Everybody in the audience gets this same message.',
  },
  file: {
    otherColumns: (count) =>
      `The file has ${count} more column(s) than who took it. Scores, judgements, stress levels and interviews are not accepted: remove those columns and keep the employee number or mail address (and whether or when it was taken). Nothing was kept.`,
    namelessColumns:
      'A column without a heading holds values. Keep only the employee number or mail address (and whether or when it was taken). Nothing was kept.',
    noPerson: 'No heading for the employee number or mail address was found. Nothing was kept.',
    otherWords: (line) =>
      `Line ${line}: something else than whether it was taken. Use only 済, 未 or a date. Nothing was kept.`,
    notAPerson: (line) => `Line ${line}: no employee number or mail address there. Nothing was kept.`,
  },
};

export const stressCheckTexts = textsIn(ja, en);
