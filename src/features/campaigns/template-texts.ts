import { type Translation, textsIn } from '../../core/texts';
import type { AppraisalStage } from './specific';
import type { TemplateId } from './templates';

interface TemplateTexts {
  readonly label: string;
  readonly about: string;
  /** `year`: 令和8年度. */
  readonly title: (year: string) => string;
  /** Of the card that people get. */
  readonly cardTitle: string;
  readonly cardBody: string;
  readonly link: string;
  /** The button by which a person says that it is done; empty where there is none. */
  readonly done: string;
  readonly doneBadge: string;
}

const ja = {
  stress_check: {
    label: 'ストレスチェック',
    about: '受検は任意です。案内は最初の1回と、その後2回までです。',
    title: (year: string) => `${year} ストレスチェック`,
    cardTitle: 'ストレスチェックのご案内',
    cardBody:
      'ご自身のストレスに気づくための検査です。受けるかどうかはご自身で決められます。結果はご本人だけに届きます。',
    link: '検査のページを開く',
    done: '受けました',
    doneBadge: '受検済み',
  },
  self_assessment: {
    label: '自己申告書（エンゲージメント調査を含む）',
    about: '人事課へ直接提出してもらうフォームの案内です。',
    title: (year: string) => `${year} 自己申告書`,
    cardTitle: '自己申告書の提出',
    cardBody:
      '自己申告書（エンゲージメント調査を含む）をフォームから提出してください。内容は人事課だけが見ます。',
    link: 'フォームを開く',
    done: '提出しました',
    doneBadge: '提出済み',
  },
  appraisal: {
    label: '人事評価の面談',
    about: '評定者が面談の実施日を記録し、本人が確認します。点数は扱いません。',
    title: (year: string) => `${year} 人事評価の面談`,
    cardTitle: '人事評価の面談',
    cardBody: '評定者と面談をしてください。終わったら、実施日を両者で確認します。',
    link: '実施要領を見る',
    done: '',
    doneBadge: '実施済み',
  },
  course_call: {
    label: '研修申込の募集案内',
    about: '受講者の募集をお知らせします。提出の記録はありません。',
    title: (year: string) => `${year} 研修の受講者募集`,
    cardTitle: '研修の受講者を募集しています',
    cardBody: '受講を希望する方は、期限までに所属長と相談のうえ申し込んでください。',
    link: '募集要項を見る',
    done: '',
    doneBadge: '',
  },
  age_60: {
    label: '60歳を迎える職員の意思確認',
    about: '翌年度に60歳になる職員に、制度の案内と意思確認を送ります。所属長には表示しません。',
    title: (year: string) => `${year} 60歳を迎える職員の意思確認`,
    cardTitle: '60歳以降の働き方の意思確認',
    cardBody:
      '60歳以降の任用・給与・退職手当の制度をご確認のうえ、今のお考えをお知らせください。所属長には表示されません。',
    link: '確認票を開く',
    done: '提出しました',
    doneBadge: '提出済み',
  },
  exchange_meeting: {
    label: '職場意見交換会',
    about: '所属長に、職場での意見交換会の実施と報告をお願いします。',
    title: (year: string) => `${year} 職場意見交換会`,
    cardTitle: '職場意見交換会の実施',
    cardBody: '所属で意見交換会を開き、終わったら「実施しました」を押してください。',
    link: '資料を開く',
    done: '実施しました',
    doneBadge: '実施済み',
  },
  submission: {
    label: '提出物（汎用）',
    about: '期限のある提出物をお願いするときに使います。',
    title: (year: string) => `${year} 提出物`,
    cardTitle: '提出のお願い',
    cardBody: '期限までに提出してください。',
    link: '提出先を開く',
    done: '提出しました',
    doneBadge: '提出済み',
  },
} satisfies Record<TemplateId, TemplateTexts>;

const en: Translation<typeof ja> = {
  stress_check: {
    label: 'Stress check',
    about: 'Taking it is voluntary: one opening message and at most two invitations after it.',
    title: (year) => `${year} Stress check`,
    cardTitle: 'Stress check',
    cardBody:
      'A check that helps you notice your own stress. Whether you take it is up to you. The result goes to you alone.',
    link: 'Open the check',
    done: 'I have taken it',
    doneBadge: 'Taken',
  },
  self_assessment: {
    label: 'Self-assessment form (with the engagement survey)',
    about: 'Asks everybody to send the form directly to the HR section.',
    title: (year) => `${year} Self-assessment form`,
    cardTitle: 'Self-assessment form',
    cardBody:
      'Please send the self-assessment form (with the engagement survey). Only the HR section reads it.',
    link: 'Open the form',
    done: 'I have sent it',
    doneBadge: 'Sent',
  },
  appraisal: {
    label: 'Appraisal interview',
    about: 'The evaluator records the day of the interview, the employee confirms it. No scores.',
    title: (year) => `${year} Appraisal interviews`,
    cardTitle: 'Appraisal interview',
    cardBody: 'Please meet your evaluator. Afterwards both of you confirm the day.',
    link: 'See the guideline',
    done: '',
    doneBadge: 'Took place',
  },
  course_call: {
    label: 'Call for applications to courses',
    about: 'Tells people that applications are open. Nothing is recorded.',
    title: (year) => `${year} Call for applications`,
    cardTitle: 'Applications for training are open',
    cardBody: 'If you want to take part, please talk to your manager and apply by the closing day.',
    link: 'See the details',
    done: '',
    doneBadge: '',
  },
  age_60: {
    label: 'Employees who are about to turn 60',
    about:
      'Information and a survey of intentions for those who turn 60 next fiscal year. Managers see nothing.',
    title: (year) => `${year} Survey before turning 60`,
    cardTitle: 'Working after 60: your intentions',
    cardBody:
      'Please read about employment, pay and retirement allowance after 60 and tell us what you think now. Your manager does not see this.',
    link: 'Open the form',
    done: 'I have sent it',
    doneBadge: 'Sent',
  },
  exchange_meeting: {
    label: 'Workplace exchange meeting',
    about: 'Asks managers to hold a meeting in their section and to report that it took place.',
    title: (year) => `${year} Workplace exchange meetings`,
    cardTitle: 'Workplace exchange meeting',
    cardBody: 'Please hold an exchange meeting in your section, and press “It took place” afterwards.',
    link: 'Open the material',
    done: 'It took place',
    doneBadge: 'Took place',
  },
  submission: {
    label: 'Something to hand in',
    about: 'For anything that people are to hand in by a day.',
    title: (year) => `${year} Submission`,
    cardTitle: 'Please hand in',
    cardBody: 'Please hand it in by the due day.',
    link: 'Open',
    done: 'I have handed it in',
    doneBadge: 'Handed in',
  },
};

export const templateTexts = textsIn(ja, en);

const stagesJa = { beginning: '期首面談', middle: '中間面談', end: '期末面談' } satisfies Record<
  AppraisalStage,
  string
>;
const stagesEn: Translation<typeof stagesJa> = {
  beginning: 'Interview at the beginning',
  middle: 'Interim interview',
  end: 'Interview at the end',
};
export const stageTexts = textsIn(stagesJa, stagesEn);
