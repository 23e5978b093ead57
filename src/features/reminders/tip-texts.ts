import { type Translation, textsIn } from '../../core/texts';
import type { TipId } from './tips';

const ja = {
  heading: 'こんなことも聞けます',
  say: {
    grant: '資格を取るときの助成はある？',
    'for-me': '私におすすめの研修は？',
    history: '私の研修履歴',
    'own-group': '自主研究グループって何？',
    desks: '相談窓口',
    'due-list': '提出するものは？',
    snooze: '明日また教えて',
    'self-assessment': '自己申告書はいつまで？',
    'stress-check': 'ストレスチェックって何をするの？',
    'next-month': '来月の研修は？',
    appraisal: '人事評価の面談って何を話すの？',
    section: 'うちの課で出してない人は？',
    record: '代理で記録したい',
    mentoring: '次の面談いつ？',
    improvements: '改善一覧',
  } satisfies Record<TipId, string>,
  turnOff: '「こんなことも聞けます」を付けない',
  turnOn: '「こんなことも聞けます」を付ける',
  off: '「こんなことも聞けます」は、もう付けません。',
  on: '「こんなことも聞けます」を付けます。',
};

const en: Translation<typeof ja> = {
  heading: 'You can also ask',
  say: {
    grant: 'Which qualifications are eligible for the subsidy?',
    'for-me': 'Which courses do you recommend for me?',
    history: 'My training record',
    'own-group': 'What are study groups?',
    desks: 'counselling desks',
    'due-list': 'what is due',
    snooze: 'tell me tomorrow',
    'self-assessment': 'When is the self-assessment form due?',
    'stress-check': 'What is the stress check?',
    'next-month': 'Which courses are next month?',
    appraisal: 'What is talked about in an appraisal interview?',
    section: 'who has not submitted yet',
    record: 'record for others',
    mentoring: 'When is my next check-in?',
    improvements: '改善一覧',
  },
  turnOff: 'No more “You can also ask”',
  turnOn: 'Show “You can also ask”',
  off: '“You can also ask” is off.',
  on: '“You can also ask” is on.',
};

export const tipTexts = textsIn(ja, en);
