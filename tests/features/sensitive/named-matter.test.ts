import { createSensitiveRecogniser, NO_DOUBT, readSensitiveModel } from '../../../src/features/sensitive';

const recogniser = createSensitiveRecogniser(readSensitiveModel('data/sensitive-model.json'));

interface Named {
  readonly topic: string;
  readonly names: readonly string[];
  /** How it is told or asked about, besides what may be asked about every matter. */
  readonly ways: readonly string[];
}

const EVERY_WAY = [
  '{}の相談窓口を教えて',
  '{}の相談をしたい',
  '{}について相談できますか',
  '{}のことはどこに相談すればいいですか',
  '{}で困っています',
  '部下が{}で苦しんでいます',
];

const NAMED: readonly Named[] = [
  {
    topic: 'harassment',
    names: [
      'パワハラ',
      'セクハラ',
      'マタハラ',
      'カスハラ',
      'アルハラ',
      'パワー・ハラスメント',
      '嫌がらせ',
      'いじめ',
    ],
    ways: ['{}を受けたらどうすればいい', 'これって{}に当たりますか', '{}で通いづらい', '{}の件', '{}相談'],
  },
  {
    topic: 'whistleblowing',
    names: [
      '横領',
      '裏金づくり',
      '官製談合',
      '公文書の改ざん',
      '情報漏えい',
      '公用車の私的利用',
      '税金の無駄遣い',
    ],
    ways: [
      '{}を目撃した',
      'うちの課で{}がある',
      '{}に気づいたらどこに言えばいい',
      '{}を知らせたい',
      '{}を黙っていられない',
    ],
  },
  {
    topic: 'whistleblowing',
    names: ['内部通報', '公益通報', '内部告発', '法令違反の通報'],
    ways: ['{}の方法を知りたい', '{}すると不利益を受けますか', '{}どうやるの', '{}を検討中です', '{}先は'],
  },
  {
    topic: 'debt',
    names: ['借金', '多重債務', '闇金', 'カードローン', 'お金の悩み'],
    ways: ['{}はどこに話せばいい', '{}で眠れません'],
  },
  {
    topic: 'career_demotion',
    names: ['降格', '希望降格', '自主降格', '降職', '課長を降りること', 'demotion'],
    ways: [
      '{}の手続きを教えて',
      '{}はどうすればできますか',
      '{}すると給料は下がりますか',
      '{}を検討しています',
    ],
  },
  {
    topic: 'mental_health',
    names: ['うつ', '適応障害', '不眠症', 'パニック障害', 'アルコール依存'],
    ways: ['部下が{}のようです', '{}で休みたい', '{}と診断されました', '{}の人にどう声をかければいいですか'],
  },
];

const fill = (way: string, name: string): string => way.replace('{}', name);

test.each(NAMED)(
  '$topic: called by its name, it is known however surely something else answers',
  (matter) => {
    const ways = [...EVERY_WAY, ...matter.ways];
    const missed = matter.names
      .flatMap((name) => ways.map((way) => fill(way, name)))
      .filter((text) => recogniser.suspect(text)(1) === null);
    expect(missed).toEqual([]);
  },
);

test.each([
  ['パワハラの相談窓口を教えて', 'harassment'],
  ['内部通報の窓口はどこですか', 'whistleblowing'],
  ['降格の申請書', 'career_demotion'],
  ['希望降格制度はある？', 'career_demotion'],
  ['希望降格って、もうあるの？ 検討中？', 'career_demotion'],
  ['外部の弁護士に直接通報できる窓口はありますか', 'whistleblowing'],
  ['多重責務の相談窓口', 'debt'],
  ['Where can I report harassment?', 'harassment'],
  ['How do I report fraud anonymously?', 'whistleblowing'],
  ['ないぶつうほうはどうやってするのですか', 'whistleblowing'],
  ['鬱の相談をしたい', 'mental_health'],
  ['ローンの相談窓口', 'debt'],
  ['ハラスメント被害の相談員を教えてください', 'harassment'],
  ['公益通報者は守られますか', 'whistleblowing'],
  ['こころの相談窓口を教えて', 'mental_health'],
  ['心身の相談窓口', 'mental_health'],
  ['体調のことはどこに相談すればいいですか', 'mental_health'],
  ['家庭の事情の相談窓口を教えて', 'mental_health'],
  ['人間関係の相談窓口はどこ', 'harassment'],
  ['差別のことはどこに相談すればいいですか', 'harassment'],
  ['暴力の相談窓口を教えて', 'violence'],
  ['いのちの相談窓口を教えて', 'life_danger'],
  ['お金の相談窓口を教えて', 'debt'],
  ['生活苦の相談窓口', 'debt'],
  ['コンプライアンスの相談窓口はどこですか', 'whistleblowing'],
  ['不祥事のことはどこに相談すればいいですか', 'whistleblowing'],
])('where a desk is looked for, what is known stands below it: %s', (text, topic) => {
  expect(recogniser.suspect(text)(1)?.topic).toBe(topic);
  expect(recogniser.suspect(text)(NO_DOUBT)).toBeNull();
});

test('those who teach it, write about it or ask what it is are not taken for people in need', () => {
  const ordinary = [
    '{}防止の研修はありますか',
    '{}の講座を係で受けたい',
    '{}の相談窓口の案内文を作っています',
    '{}の相談窓口を新人に説明するスライドを探しています',
    '{}とは何ですか',
    '{}の件数の統計を見たい',
    '{}のニュースを見て研修で取り上げたい',
  ];
  const names = ['パワハラ', 'ハラスメント', '内部通報', '希望降格', 'メンタルヘルス'];
  const mistaken = names
    .flatMap((name) => ordinary.map((way) => fill(way, name)))
    .filter((text) => recogniser.suspect(text)(1) !== null);
  expect(mistaken).toEqual([]);
});

test.each([
  '道路に穴があいているのを通報したい',
  '火災の通報先はどこですか',
  '119番通報の受け方を教えて',
  '書類の書き換えはどうやるのですか',
  '公用携帯の私用の番号を知らせる',
  'Is there a course on harassment?',
  'What is whistleblowing?',
  'コンプライアンスを教えられる人を増やすと聞きましたが',
  'キャリアの悩みはどこに相談すればいいですか',
  '市民からの人権相談はどこにつなげばいいですか',
  '育休中のお金について相談したい',
  '健康診断の相談窓口はどこですか',
  '複合機に毎回いじめられています。紙づまりのときの連絡先はどこですか',
])('«%s» accuses nobody', (text) => {
  expect(recogniser.suspect(text)(1)).toBeNull();
});

test.each([
  ['領収書の書き換えを命じられました', 'whistleblowing'],
  ['無断の副業って通報していいですか', 'whistleblowing'],
  ['カウンセリング受けたい。予約どこ？', 'mental_health'],
  ['内部通報の秘密は守られますか', 'whistleblowing'],
  ['通報者の名前は上司に知られますか', 'whistleblowing'],
  ['ハラスメントの相談をしたあとの流れは', 'harassment'],
  ['不当要求を受けて困っています', 'harassment'],
  ['うつで休職すると給料はどうなりますか', 'mental_health'],
  ['カウンセリングは勤務時間中に受けられますか', 'mental_health'],
  ['ハラスメントを受けたときの相談の流れを教えてください', 'harassment'],
  ['部下同士のいじめを把握した。対応の手順と相談先を知りたい', 'harassment'],
  ['ハラスメントの相談をした人のプライバシーは守られますか', 'harassment'],
  ['ハラスメントの苦情申出書の様式と、添付が必要な書類を教えてください', 'harassment'],
  ['産業医にうつの症状を相談した内容は、所属長に伝わってしまうのでしょうか', 'mental_health'],
  ['DVから避難するために仕事を休みたいのですが、利用できる休暇を教えてください', 'violence'],
  ['借金の整理のために共済組合の貸付けを利用する場合、必要な書類を教えてください', 'debt'],
  ['上司の収賄の疑いを通報する場合、どのような証拠や資料を用意すればよいでしょうか', 'whistleblowing'],
  ['長時間説教されたらどうすればいい？', 'harassment'],
  ['土下座を要求されるのですが、窓口はありますか', 'harassment'],
  ['飲酒を強いられる場合はどこに相談できますか', 'harassment'],
  ['匿名でハラスメントを相談する方法を教えてください', 'harassment'],
  ['通報制度の使い方', 'whistleblowing'],
  ['臨床心理士の先生と面談できる日はいつですか', 'mental_health'],
  ['職員相談ってどう使うんですか', 'mental_health'],
  ['閉じ込められる場合はどこに相談できますか', 'violence'],
  ['モラハラの申告方法', 'harassment'],
  ['うつの電話相談はありますか', 'mental_health'],
  ['部下が不眠症です', 'mental_health'],
  ['眠れないときの相談窓口', 'mental_health'],
  ['上司が副業を無断でしている', 'whistleblowing'],
  ['公文書改ざんがあった場合どうすればいいですか', 'whistleblowing'],
  ['督促状が届いた場合はどうしたらいいですか', 'debt'],
  ['内部通報制度', 'whistleblowing'],
  ['机を蹴られた。こういうのを受け付けてくれる係はありますか', 'violence'],
  ['見て見ぬふりしていいものか、どこに言えばいい？', 'whistleblowing'],
  ['書類を投げつけられるのがつらいです', 'violence'],
])('«%s»: somebody is in need', (text, topic) => {
  expect(recogniser.suspect(text)(0)?.topic).toBe(topic);
});

test.each([
  ['ハラスメメント相談は匿名でできますか', 'harassment'],
  ['セハクラの相談窓口はどこ?', 'harassment'],
  ['益公通報の窓口はどこですか', 'whistleblowing'],
  ['ないぶつうほほうのやりかたをおしえて', 'whistleblowing'],
  ['希望絳格について聞きたい', 'career_demotion'],
  ['希望降の任制度はありますか', 'career_demotion'],
  ['パワハワの証拠として録音があるのですが、どの部署に持っていけば良いですか', 'harassment'],
  ['職場での暴カ行為の相談まどくちはどこですか', 'violence'],
  ['メタル不調', 'mental_health'],
  ['メンタルヘルルの相談はどこでできますか', 'mental_health'],
  ['こころの相談窓口口を教えて', 'mental_health'],
])('a slip of the finger hides no name: %s', (text, topic) => {
  expect(recogniser.suspect(text)(1)?.topic).toBe(topic);
});

test.each([
  '希望昇格の面談はいつですか',
  '内部情報の取扱いを教えて',
  '内部通知の書き方',
  '商談窓口はどこですか',
])('another word is no slip: %s', (text) => {
  expect(recogniser.suspect(text)(1)).toBeNull();
});

// Without a bound on how often a particle may come again each of these takes longer than anybody waits.
test.each([
  ['', 'がちで'],
  ['つらい', 'すぎるすぎて'],
  ['パワハラ', 'の被害'],
  ['内部通報', '制度の'],
  ['カウンセラー', 'さんとの相談'],
  ['希望降格', '申請の'],
])('what is repeated without end is read at once: %s%s…', (name, again) => {
  expect(recogniser.suspect(`${name}${again.repeat(1_000)}ん`)).toBeInstanceOf(Function);
});
