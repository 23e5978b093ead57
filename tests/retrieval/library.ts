import {
  createRetriever,
  createThesaurus,
  createTokenizer,
  EVERYDAY_WORDS,
  noTokenCache,
  type RetrievalDocument,
} from '../../src/retrieval';

/** A few HR questions, as an editor would enter them. */
export const documents: readonly RetrievalDocument[] = [
  {
    id: 'grant',
    question: '資格取得講座の受講料は助成されますか？',
    alternates: [
      '資格の勉強のお金って出る？',
      'つうしんきょういくのおかね',
      'Can I get a grant for a course?',
    ],
    answer: '公務に役立つ資格取得講座や通信教育の費用を助成します。詳しくは人事課へお尋ねください。',
  },
  {
    id: 'mentor',
    question: 'メンター制度とは何ですか？',
    alternates: ['新人に先輩が付いてくれる制度って？', '相談できる先輩がほしい'],
    answer: '新規採用職員を先輩職員が支える制度です。月に一度以上話をします。',
  },
  {
    id: 'stress',
    question: 'ストレスチェックは受けなければいけませんか？',
    alternates: ['心の健康の検査って何？', 'ストレス診断の案内が来た'],
    answer: '受検は本人が選びます。結果は本人だけに届きます。',
  },
  {
    id: 'leave',
    question: '年次有給休暇の残日数はどこで確認できますか？',
    alternates: ['有給があと何日残っているか知りたい'],
    answer: '休暇簿か勤務管理システムで確認できます。',
  },
  {
    id: 'overtime',
    question: '時間外勤務が続くときはどうすればよいですか？',
    alternates: ['仕事が多くて帰れない'],
    answer: '所属長に相談してください。業務の見直しを一緒に考えます。',
  },
  {
    id: 'rotation',
    question: 'ジョブローテーションとは何ですか？',
    alternates: ['若手の異動の決まり'],
    answer: '採用から10年ほどの間に、いくつかの部門を経験する異動の仕組みです。',
  },
];

/** Loaded once a test file: the dictionary takes half a second. */
export const tokenizer = createTokenizer();

export const thesaurus = createThesaurus(EVERYDAY_WORDS, [
  { words: ['時間外勤務', '残業'], answersOnly: [] },
  { words: ['eラーニング', 'e-ラーニング', 'イーラーニング'], answersOnly: [] },
]);

export const retriever = createRetriever({ tokenizer, cache: noTokenCache, thesaurus });
