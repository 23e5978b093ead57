import { type Translation, textsIn } from '../../core/texts';

const ja = {
  sampleBadge: '見本データ',
  underStudyBadge: '検討中',
  contactLabel: '担当',
  phoneLabel: '電話',
  hoursLabel: '受付',
  join: '、',
  source: (ids: string) => `出典：裾野市人材育成推進計画 ${ids}`,
  signpostSource: '出典：人事課からのご案内',
  helpful: '役に立った',
  unhelpful: '役に立たなかった',
  askHr: '人事課に聞く',
  thanks: 'ありがとうございます。今後の改善に役立てます。',
  candidatesHeading: '次のどれに近いですか？',
  none: '該当なし',
  unknownHeading: 'わかりませんでした',
  unknownText:
    '研修や人事の制度についてお答えしています。言い方を変えるか、「研修」「助成」「面談」など短い言葉でもう一度お試しください。人事課に聞くこともできます。',
  notHelpfulHeading: 'お役に立てず、すみません',
  notHelpfulText:
    '人事課に直接聞くことができます。よろしければ、質問の文だけを（お名前なしで）改善に使わせてください。',
  contribute: '改善に使ってよい',
  contributed: 'ご協力ありがとうございます。質問の文だけを、お名前なしで人事課の改善一覧に加えました。',
  desksLabel: '相談窓口を見る',
  desksHint: 'お困りのことがあれば、相談窓口もご覧ください ›',
  desksHeading: '相談窓口',
  desksText: '困りごとや心配ごとは、次の窓口で相談できます。この画面の内容は記録されません。',
  desksPrivacy: '窓口によって受付時間や対象が違います。つながらないときは、ほかの窓口もお試しください。',
  plainQuestion: '制度についてのお尋ねでしたら、こちらをご覧ください。',
  smalltalk: {
    greeting:
      'こんにちは。育成ナビです。研修や人事の制度について、話し言葉でそのまま聞いてください。「ヘルプ」でできることを表示します。',
    thanks: 'どういたしまして。ほかにもあれば、いつでも聞いてください。',
    farewell: 'お疲れさまでした。またいつでもどうぞ。',
    neverMind: 'わかりました。またいつでも聞いてください。',
    whoami:
      '育成ナビは、研修や人事の制度をご案内する人事課のチャットボットです。生成AIのように文章を作ることはせず、人事課が確認した資料から答えを選んでいます。',
    feeling: 'お気づかいありがとうございます。研修や人事の制度のことなら、いつでもお答えします。',
    sorry:
      'お役に立てず、すみません。言い方を変えてもう一度お試しいただくか、「人事課に聞く」から直接ご質問ください。',
  },
  gone: 'この項目は見つかりませんでした。内容が変わったようです。もう一度質問してください。',
  shownBelow: '下に表示しました。',
  hrOnly: 'この操作は人事課の担当者だけができます。',
  empty: '質問を文字で送ってください。「ヘルプ」でできることを表示します。',
};

const en: Translation<typeof ja> = {
  sampleBadge: 'Sample data',
  underStudyBadge: 'Under study',
  contactLabel: 'Contact',
  phoneLabel: 'Phone',
  hoursLabel: 'Hours',
  join: '; ',
  source: (ids) => `Source: Susono City human resource development plan ${ids}`,
  signpostSource: 'Source: the HR section',
  helpful: 'Helpful',
  unhelpful: 'Not helpful',
  askHr: 'Ask HR',
  thanks: 'Thank you. This helps us to improve.',
  candidatesHeading: 'Which of these is closest?',
  none: 'None of these',
  unknownHeading: 'I could not find an answer',
  unknownText:
    'I answer questions about training and HR programmes. Please try other or shorter words, or ask the HR section.',
  notHelpfulHeading: 'Sorry that this did not help',
  notHelpfulText:
    'You can ask the HR section. If you like, let us use the text of your question (without your name) to improve the answers.',
  contribute: 'You may use my question',
  contributed: 'Thank you. Only the text of the question, without your name, was added to HR’s list.',
  desksLabel: 'Show counselling desks',
  desksHint: 'If something troubles you, see the counselling desks ›',
  desksHeading: 'Counselling desks',
  desksText: 'You can talk to the following desks about any worry. Nothing on this card is recorded.',
  desksPrivacy: 'Hours and audiences differ. If one does not answer, please try another.',
  plainQuestion: 'If you were asking about the rules, please see:',
  smalltalk: {
    greeting:
      'Hello, this is Ikusei Navi. Ask me about training and HR programmes in your own words. “help” shows what I can do.',
    thanks: 'You are welcome. Ask me again any time.',
    farewell: 'Thank you for today. See you again.',
    neverMind: 'All right. Ask me again any time.',
    whoami:
      'Ikusei Navi is the HR section’s chat bot for training and HR programmes. It writes no answers of its own, as a generative AI would: it picks them from what HR has confirmed.',
    feeling: 'Thank you for asking. I am glad to answer about training and HR programmes any time.',
    sorry: 'Sorry that I could not help. Please try other words, or ask the HR section directly.',
  },
  gone: 'This item was not found; it seems to have changed. Please ask again.',
  shownBelow: 'Shown below.',
  hrOnly: 'Only the HR section can do this.',
  empty: 'Please send your question as text. “help” shows what I can do.',
};

export const answersTexts = textsIn(ja, en);
export type AnswersTexts = Translation<typeof ja>;
export type Smalltalk = keyof AnswersTexts['smalltalk'];
