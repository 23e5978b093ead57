import { defineCard } from '../../cards/define-card';
import type { Paging } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import type { Bar } from '../progress';

type Base = { lang: Locale; fallback: string };
export type Button = { label: string; verb: string; data: { [key: string]: string | number } };
/** A button that opens a dialog. */
export type Opener = {
  label: string;
  data: { verb: string; id: string; msteams: { type: 'task/fetch' } };
};

export const opener = (label: string, verb: string, id = ''): Opener => ({
  label,
  data: { verb, id, msteams: { type: 'task/fetch' } },
});

/** What those who are asked get: a poll or a survey. */
export type QuestionView = Base & {
  refreshVerb: string;
  refreshLabel: string;
  id: string;
  kicker: string;
  kickerColour: 'attention' | 'accent';
  heading: string;
  notes: { text: string }[];
  hasAnswer: boolean;
  answer: string;
  choices: Button[];
  dialogs: Opener[];
  links: { label: string; url: string }[];
};

/** What HR sees of a poll or a survey. */
export type ManageView = Base &
  Paging & {
    kicker: string;
    heading: string;
    hasDone: boolean;
    done: string;
    lines: { text: string }[];
    hasBar: boolean;
    figures: string;
    bar: Bar;
    hasRows: boolean;
    rowsHeading: string;
    rows: { name: string; figures: string; bar: Bar }[];
    hasSections: boolean;
    sectionsHeading: string;
    sections: { name: string; figures: string; bar: Bar }[];
    hasWarning: boolean;
    warning: string;
    buttons: Button[];
    dialogs: Opener[];
    pageVerb: string;
    id: string;
  };

/** Names with answers, or comments. */
export type PeopleView = Base &
  Paging & {
    heading: string;
    rows: { text: string; detail: string; hasDetail: boolean }[];
    hasEmpty: boolean;
    empty: string;
    id: string;
    filter: string;
    pageVerb: string;
    backVerb: string;
    backLabel: string;
  };

export type ListView = Base & {
  heading: string;
  hasEmpty: boolean;
  empty: string;
  rows: { name: string; state: string; verb: string; id: string }[];
  dialogs: Opener[];
};

const NO_PAGES: Paging = {
  hasPages: false,
  pages: '',
  hasNext: false,
  next: 0,
  nextLabel: '次へ',
  hasPrevious: false,
  previous: 0,
  previousLabel: '前へ',
};
export const noPages = (): Paging => ({ ...NO_PAGES });

const ID = '00000000-0000-4000-8000-000000000001';
const bar = (done: number, rest: number): Bar => ({ done, rest, hasDone: done > 0, hasRest: rest > 0 });

const exampleQuestion: QuestionView = {
  lang: 'ja',
  fallback: '安否・参集の確認',
  refreshVerb: 'polls.own',
  refreshLabel: '最新にする',
  id: ID,
  kicker: '安否・参集の確認',
  kickerColour: 'attention',
  heading: '地震が発生しました。あなたの安否と参集の可否を教えてください。',
  notes: [
    { text: 'これは補助手段です。公式の安否・参集システムへの報告も必ず行ってください。' },
    { text: 'あてはまるものを1つ押してください。終了までは何度でも変えられます。' },
  ],
  hasAnswer: false,
  answer: '',
  choices: ['無事・参集できる', '無事・参集できない', 'けが等あり'].map((label, choice) => ({
    label,
    verb: 'polls.answer',
    data: { id: ID, choice },
  })),
  dialogs: [opener('コメントを付けて回答', 'polls.commentForm', ID)],
  links: [{ label: '公式の参集システムを開く', url: 'https://www.example.jp/sanshu' }],
};

const exampleManage: ManageView = {
  ...NO_PAGES,
  lang: 'ja',
  fallback: '安否・参集の確認',
  kicker: '安否・参集の確認　受付中',
  heading: exampleQuestion.heading,
  hasDone: false,
  done: '',
  lines: [],
  hasBar: true,
  figures: '回答 31／48人（64%）',
  bar: bar(31, 17),
  hasRows: true,
  rowsHeading: '',
  rows: [
    { name: '無事・参集できる', figures: '24人', bar: bar(24, 7) },
    { name: '無事・参集できない', figures: '6人', bar: bar(6, 25) },
    { name: 'けが等あり', figures: '1人', bar: bar(1, 30) },
  ],
  hasSections: true,
  sectionsHeading: '所属別（回答／対象）',
  sections: [
    { name: '市民課', figures: '11／20人', bar: bar(11, 9) },
    { name: '保育課', figures: '20／28人', bar: bar(20, 8) },
  ],
  hasWarning: true,
  warning: 'Teamsで届かない人・休職中の人が5人います。電話などで確かめてください。',
  buttons: [
    { label: '未回答の人', verb: 'polls.people', data: { id: ID, filter: 'missing' } },
    { label: '最新にする', verb: 'polls.show', data: { id: ID } },
    { label: '終了する', verb: 'polls.askClose', data: { id: ID } },
  ],
  dialogs: [],
  pageVerb: 'polls.show',
  id: ID,
};

export const pollsCards = {
  question: defineCard<QuestionView>({
    name: 'polls/question',
    examples: {
      safety: exampleQuestion,
      answered: { ...exampleQuestion, hasAnswer: true, answer: 'あなたの回答：無事・参集できる' },
      survey: {
        ...exampleQuestion,
        refreshVerb: 'pulse.own',
        kicker: '匿名アンケート',
        kickerColour: 'accent',
        heading: 'いまの職場は、困ったときに相談しやすい雰囲気ですか。',
        notes: [
          {
            text: '回答した人と回答の内容は別々に記録し、結びつけられません。だれが何と答えたかは、人事課にも分かりません。',
          },
          { text: '押すと確定し、あとから変えたり取り消したりできません。' },
        ],
        choices: ['そう思う', 'ややそう思う', 'どちらともいえない', 'あまりそう思わない', 'そう思わない'].map(
          (label, choice) => ({ label, verb: 'pulse.vote', data: { id: ID, choice } }),
        ),
        dialogs: [opener('コメントを付けて回答', 'pulse.commentForm', ID)],
        links: [],
      },
    },
  }),
  manage: defineCard<ManageView>({
    name: 'polls/manage',
    examples: {
      open: exampleManage,
      results: {
        ...exampleManage,
        kicker: '匿名アンケート　終了',
        heading: 'いまの職場は、困ったときに相談しやすい雰囲気ですか。',
        lines: [{ text: '割合は、一人ひとりの回答が分からないように丸めています。' }],
        rowsHeading: '全体（回答 182人）',
        rows: [
          { name: 'そう思う', figures: '約42%', bar: bar(42, 58) },
          { name: 'ややそう思う', figures: '約31%', bar: bar(31, 69) },
          { name: 'そう思わない', figures: '5%未満', bar: bar(5, 95) },
        ],
        hasSections: false,
        sections: [],
        hasWarning: false,
        warning: '',
        buttons: [{ label: 'コメント（12件）', verb: 'pulse.comments', data: { id: ID } }],
        pageVerb: 'pulse.show',
      },
    },
  }),
  people: defineCard<PeopleView>({
    name: 'polls/people',
    examples: {
      missing: {
        ...NO_PAGES,
        lang: 'ja',
        fallback: '未回答の人',
        heading: '未回答の人',
        rows: [
          { text: '市民課　見本田 さくら', detail: '', hasDetail: false },
          { text: '保育課　例山 健太', detail: 'Teamsなし', hasDetail: true },
        ],
        hasEmpty: false,
        empty: '',
        id: ID,
        filter: 'missing',
        pageVerb: 'polls.people',
        backVerb: 'polls.show',
        backLabel: '戻る',
      },
    },
  }),
  list: defineCard<ListView>({
    name: 'polls/list',
    examples: {
      some: {
        lang: 'ja',
        fallback: '安否確認・アンケート',
        heading: '安否確認・アンケート',
        hasEmpty: false,
        empty: '',
        rows: [
          { name: exampleQuestion.heading, state: '安否・参集の確認　受付中', verb: 'polls.show', id: ID },
        ],
        dialogs: [
          opener('安否・参集の確認を始める', 'polls.new'),
          opener('匿名アンケートを始める', 'pulse.new'),
          opener('設定', 'polls.settings'),
        ],
      },
    },
  }),
};
