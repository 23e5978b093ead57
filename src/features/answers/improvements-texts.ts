import { type Translation, textsIn } from '../../core/texts';

const ja = {
  heading: (month: string) => `改善一覧（${month}）`,
  about: '答えられなかった質問や「役に立った」の件数です。質問した人のお名前は残していません。',
  empty: '今月、答えられなかった質問はまだありません。',
  label: (topic: string, kind: string) => `${topic}：${kind}`,
  count: (count: number) => `${count}件`,
  texts: '「改善に使ってよい」と言われた質問',
  done: '対応済みにする（一覧から消す）',
  kinds: {
    unanswered: '答えが見つからなかった',
    'none-fitted': '該当なし',
    unhelpful: '役に立たなかった',
    helpful: '役に立った',
  },
  topics: { signpost: '手続きの案内', none: 'そのほか' },
};

const en: Translation<typeof ja> = {
  heading: (month) => `Improvements (${month})`,
  about: 'How many questions were not answered, or helped. Who asked is not kept.',
  empty: 'No unanswered question this month.',
  label: (topic, kind) => `${topic}: ${kind}`,
  count: (count) => `${count}`,
  texts: 'Questions given for improvement',
  done: 'Done (take it off the list)',
  kinds: {
    unanswered: 'no answer found',
    'none-fitted': 'none fitted',
    unhelpful: 'not helpful',
    helpful: 'helpful',
  },
  topics: { signpost: 'signposts', none: 'other' },
};

export const improvementsTexts = textsIn(ja, en);
