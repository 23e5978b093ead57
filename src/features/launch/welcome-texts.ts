import { type Translation, textsIn } from '../../core/texts';
import type { WelcomeRole } from './welcome';

interface Introduction {
  readonly text: string;
  /** Three, each asked by a tap. */
  readonly examples: { readonly first: string; readonly second: string; readonly third: string };
}

const ja = {
  heading: '育成ナビです。よろしくお願いします',
  testNote: '（試し送信です。ほかの人には届いていません）',
  examplesHeading: 'ボタンを押すと、そのまま質問できます',
  role: {
    employee: {
      text: '研修・資格の助成・人事の制度を、話し言葉で聞けます。提出の締切が近いときは、こちらからお知らせします。',
      examples: {
        first: '来月の研修は？',
        second: '資格を取るときの助成はある？',
        third: '提出するものは？',
      },
    },
    manager: {
      text: '研修や制度のほか、所属の提出状況を聞けます。締切が近いときと、部下の申込みがあったときに、こちらからお知らせします。',
      examples: {
        first: 'うちの課で出してない人は？',
        second: '部下に受けさせたい研修は？',
        third: '人事評価の面談はいつまで？',
      },
    },
    clerk: {
      text: '研修や制度のほか、所属の提出状況を聞けます。本人に代わって、提出の記録もできます。',
      examples: {
        first: 'うちの課で出してない人は？',
        second: '代理で記録したい',
        third: 'まだ申し込める研修は？',
      },
    },
    mentoring: {
      text: 'メンターとメンティの面談の時期に、こちらからお知らせします。書いたことは、お二人だけが読めます。',
      // For either of a pair.
      examples: { first: '次の面談いつ？', second: '面談の記録をつけたい', third: 'メンター制度って何？' },
    },
    hr: {
      text: '職員からの質問への回答、締切の管理、お知らせの送信を、このチャットでできます。',
      examples: { first: '質問一覧', second: '締切の管理', third: 'はじめの設定' },
    },
  } satisfies Record<WelcomeRole, Introduction>,
  storedHeading: '保存するもの',
  stored:
    '申込み・提出・確認の記録と設定、あなたが人に送った文（人事課への質問など）を保存します。ここで聞いただけの文は保存しません。',
  seenHeading: '見る人',
  seen: '送った文は、送った相手が読みます。提出状況は人事課と、人事課が認めた範囲で所属長が見ます。相談ごとの質問は誰にも伝わりません。',
  fewerHeading: 'お知らせを減らすには',
  fewer: 'お知らせは開庁日に1日1通、7日間で3通までです。時間は変えられ、案内ごとに止められるものもあります。',
  settings: 'お知らせの設定',
};

const en: Translation<typeof ja> = {
  heading: 'Hello, this is Ikusei Navi',
  testNote: '(A test: nobody else has received it.)',
  examplesHeading: 'Tap to ask',
  role: {
    employee: {
      text: 'Ask about training, help for qualifications and HR programmes in your own words. You are reminded before deadlines.',
      examples: {
        first: 'Which courses are next month?',
        second: 'Which qualifications are eligible for the subsidy?',
        third: 'What is due?',
      },
    },
    manager: {
      text: 'Besides training and programmes, ask how far your section is. You are told of deadlines and of your people’s applications.',
      examples: {
        first: 'who has not submitted yet',
        second: 'Which courses can I still apply for?',
        third: 'What is due?',
      },
    },
    clerk: {
      text: 'Besides training and programmes, ask how far your section is, and record for others.',
      examples: {
        first: 'who has not submitted yet',
        second: 'record for others',
        third: 'Which courses can I still apply for?',
      },
    },
    mentoring: {
      text: 'You are told when it is time for a check-in. What you write is read by the two of you alone.',
      examples: {
        first: 'When is my next check-in?',
        second: 'I want to record my check-in',
        third: 'What is the mentor programme?',
      },
    },
    hr: {
      text: 'Answer questions, manage deadlines and send announcements in this chat.',
      examples: { first: 'campaigns', second: 'announcements', third: 'progress' },
    },
  },
  storedHeading: 'What is stored',
  stored:
    'Applications, what you have handed in or confirmed, your settings, and what you send to people (a question to HR, for example). What you only ask here is not.',
  seenHeading: 'Who sees it',
  seen: 'What you send is read by whom you send it to. HR sees what was handed in, managers as far as HR allows. Nobody is told of a question about a serious matter.',
  fewerHeading: 'Fewer messages',
  fewer:
    'At most one message on an open day and three in seven days. You can change the time, and stop some of them.',
  settings: 'Settings of messages',
};

export const welcomeTexts = textsIn(ja, en);
