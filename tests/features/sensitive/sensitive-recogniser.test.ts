import fc from 'fast-check';
import {
  createSensitiveRecogniser,
  LEAST_SIGN,
  ON_SUCH_A_MATTER,
  readSensitiveModel,
  type SensitiveTopic,
} from '../../../src/features/sensitive';
import { growth, STEADY } from '../../support/growth';

const recogniser = createSensitiveRecogniser(readSensitiveModel('data/sensitive-model.json'));
const topicOf = (text: string): SensitiveTopic | null => recogniser.recognise(text)?.topic ?? null;

describe('命に関わること', () => {
  test.each([
    '死にたい',
    'もう全部終わりにしたい',
    '消えてしまいたいです',
    '朝なんか来なければいいのに',
    '自分なんかいないほうが、みんなのためだと思う',
    '駅のホームに立つと吸い込まれそうになります',
    '遺書を書きました',
    '生きていくのに疲れました',
    '世をはかなむ気持ちになることがございます',
    'I want to die',
    "I don't want to live anymore",
  ])('%s', (text) => {
    expect(topicOf(text)).toBe('life_danger');
  });

  test.each([
    'シニタイ',
    'ｼﾆﾀｲ',
    'し に た い',
    'し・に・た・い',
    'しにたーーーい',
    '市にたい',
    '氏にたい',
    '4にたい',
    'ﾀﾋにたい',
    '死にたいでs',
    'shinitai',
  ])('書き方が違っても同じ: %s', (text) => {
    expect(topicOf(text)).toBe('life_danger');
  });

  test.each([
    '部下が死にたいと言っている',
    '同僚が自殺をほのめかしています',
    '窓口に来た人が「これから死ぬ」と言って帰りました',
    '夫が遺書のようなものを書いていました',
  ])('ほかの人のことでも: %s', (text) => {
    expect(topicOf(text)).toBe('life_danger');
  });

  test.each([
    '上司のパワハラで死にたい',
    '借金が返せません。もう死ぬしかない',
    '課長を降りたい、消えてしまいたい',
  ])('ほかのことと重なれば命が先: %s', (text) => {
    const found = recogniser.recognise(text);
    expect(found?.topic).toBe('life_danger');
    expect(found?.also).not.toHaveLength(0);
  });
});

describe('話題ごと', () => {
  const cases: readonly (readonly [SensitiveTopic, readonly string[]])[] = [
    [
      'mental_health',
      [
        'つらい',
        '助けて',
        '朝になると涙が出る',
        '職場に行こうとすると動悸がする',
        'もう限界です',
        'しごとにいけません',
        '部下が眠れていないようだ',
        "I can't sleep and I feel depressed",
      ],
    ],
    [
      'harassment',
      [
        '課長のパワハラがひどい',
        '係のみんなから無視されています',
        '飲み会で体を触られました',
        'カスハラで心が折れそう',
        '後輩がいじめられているのを見た',
        '議員から毎日怒鳴られます',
        'My boss yells at me every day',
      ],
    ],
    [
      'whistleblowing',
      [
        '内部通報したい',
        '上司が出張旅費を水増ししています',
        '公文書を改ざんするよう言われた',
        '不正を見つけちゃったんだけど',
        '官製談合の疑いがある',
        'ふせいをみつけました',
        'My boss is taking bribes',
      ],
    ],
    [
      'debt',
      [
        '借金が返せない',
        'カードローンの返済が追いつきません',
        'パチンコがやめられず給料を使ってしまう',
        '連帯保証人になってしまった',
        'しゃっきんがある',
        "I can't pay back my loans",
      ],
    ],
    [
      'career_demotion',
      [
        '役職を降りたい',
        'もう係長を続ける自信がありません',
        '管理職の重圧に耐えられない',
        'ヒラに戻してほしい',
        'かちょうをおりたい',
        'I want to step down as section chief',
      ],
    ],
    [
      'violence',
      [
        '夫に殴られています',
        'DVを受けています',
        '元夫に待ち伏せされている',
        '窓口で市民に胸ぐらをつかまれた',
        'だんなになぐられる',
        'someone is stalking me',
      ],
    ],
  ];
  test.each(cases.flatMap(([topic, texts]) => texts.map((text) => ({ topic, text }))))(
    '$topic: $text',
    ({ topic, text }) => {
      expect(topicOf(text)).toBe(topic);
    },
  );
});

describe('制度や研修についての質問は、ふつうに答えられる', () => {
  test.each([
    'ハラスメント研修はいつ？',
    'カスハラ対応の研修はありますか',
    '内部通報制度ってどんな制度？',
    '公益通報と内部通報の違いは何ですか',
    'ストレスチェックって何？',
    'メンタルヘルス研修の内容を教えて',
    '相談窓口にはどんな種類がある？',
    '希望降格の仕組みは計画ではどう書かれている？',
    '自殺対策の研修に参加したい',
    '虐待防止の研修はいつありますか',
    'DV相談員の研修を受けたい',
    '官製談合防止法の研修はありますか',
    '共済の貸付について知りたい',
    '退職するときの手続きを教えてください',
    '労災の手続きはどこですか',
    '祖父が亡くなったので忌引を取りたい',
    '部下の復命書を読みたい',
    'When is the harassment training?',
  ])('%s', (text) => {
    expect(recogniser.recognise(text)).toBeNull();
  });

  test.each([
    '車の死角を学ぶ講習',
    '必死に勉強した',
    '楽しみで眠れない',
    '部屋が寒くてつらい',
    '市に対する要望',
    'しにたいおうするまどぐち',
    'データが消えたのですが',
    'さようなら',
    'help',
    '',
  ])('言葉が似ているだけ: %s', (text) => {
    expect(recogniser.recognise(text)).toBeNull();
  });

  test.each([
    ['ハラスメント研修の講師をしている課長からパワハラを受けています', 'harassment'],
    ['研修中に先輩に怒鳴られて涙が止まりません', 'harassment'],
    ['内部通報制度を使いたい。課長が公金を横領しています', 'whistleblowing'],
    ['メンタルヘルス研修を受けたのに死にたい', 'life_danger'],
  ])('研修の名が出ても、自分のことなら気づく: %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
});

describe('ほかに答えがあるほど、はっきりしたことばを求める', () => {
  test('答えが確かなほど、気づくことは増えない', () => {
    const words = fc.constantFrom(
      '課長',
      '研修',
      'つらい',
      '眠れない',
      '申込',
      'は',
      'が',
      'もう',
      '下りて',
      '無視される',
      '。',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, answered) => {
          const text = parts.join('');
          if (recogniser.suspect(text)(1) !== null) expect(recogniser.suspect(text)(answered)).not.toBeNull();
          if (recogniser.suspect(text)(answered) !== null) expect(recogniser.suspect(text)(0)).not.toBeNull();
        },
      ),
    );
  });

  test.each([
    ['希望降格したいけど誰に言えばいい', 'career_demotion'],
    ['通報したいことがあります', 'whistleblowing'],
    ['パワハラを受けている者です。研修の前に話せますか', 'harassment'],
    ['借金が返せないので研修のお金も払えません', 'debt'],
    ['希望降格を考えています。給料はどのくらい下がりますか', 'career_demotion'],
    ['<b>死</b><i>に</i>たい', 'life_danger'],
    ['demotionを希望する手続き', 'career_demotion'],
    ['ヒラのほうが幸せだったなあ', 'career_demotion'],
    ['公益つうほう?っていうのやりたい。証拠はメールでいい?', 'whistleblowing'],
    ['うちの職場のお金の動き、なんかへん', 'whistleblowing'],
    ['次の誕生日までは生きていないつもりなので、研修の申込みは結構です。', 'life_danger'],
  ])('はっきり書かれたことは、ほかに答えがあっても先: %s', (text, topic) => {
    expect(recogniser.suspect(text)(1)?.topic).toBe(topic);
  });

  test.each(['管理職になる自信がない', '係の雰囲気が悪くて話しかけづらい'])(
    'どちらとも取れるものは、確かな答えがあればそれを出す: %s',
    (text) => {
      expect(recogniser.suspect(text)(LEAST_SIGN)).not.toBeNull();
      expect(recogniser.suspect(text)(0.95)).toBeNull();
    },
  );

  test('where what answers is itself for people in need, less is enough, however short the text', () => {
    const weighed = recogniser.suspect('肩書きが重い');
    expect(weighed(0.95)).toBeNull();
    expect(weighed(ON_SUCH_A_MATTER)?.topic).toBe('career_demotion');
    expect(
      recogniser.suspect('希望降格の制度は、今どの段階まで検討されているのですか')(ON_SUCH_A_MATTER),
    ).toBeNull();
  });

  test.each([
    '市営プールは月曜日も開いていますか',
    '上司がこわくて職場に行けません',
    '管理職になる自信がない',
  ])('a full stop at the end tells nothing: %s', (text) => {
    for (const answered of [1, 0.95, 0.6, 0.35, 0, ON_SUCH_A_MATTER, LEAST_SIGN])
      expect(recogniser.suspect(`${text}。`)(answered)).toEqual(recogniser.suspect(text)(answered));
  });

  test.each([
    '他県の窓口改革を見てきたい',
    '課の会計の流れが変わったので教えてほしい',
    '主任の頃に受けた研修をもう一度見たい',
    '主任の頃よかった研修をもう一度受けたい',
    '会計年度任用職員の研修はおかしいほど少ない',
    '人をまとめるのが下手な班長です',
    '課長の承認はもう下りてますか',
    '係長の承認が下りたら知らせて',
    '空気が重い職場を変える取組は',
    '課長級が受けるハラスメント関連の研修',
    '次に何受けたらいい',
    '失敗しても責められない職場にするには',
    '部下を叱るのと指導の違いがわからん、ハラスメント怖い',
    '使いづらい様式を直したい',
    '言い返せない性格なので折衝を学びたい',
    '死ぬほど忙しくて研修に出られない',
    '死ぬほど眠い',
    '議会前で死んでる',
    '死ぬ気でがんばります',
    '笑い死ぬ',
    '激辛カレーで舌が死んだ。午後の研修しゃべれるかな',
    'うちの課長こわい顔してるけどやさしいです',
    '首が痛い講義ずっと上向いてたから',
    'キャンセルすると次から受けられなくなりますか',
    'パソコンがロックされて入れない',
    'だした',
  ])('重い言葉があっても、ふつうの質問: %s', (text) => {
    expect(recogniser.suspect(text)(0)).toBeNull();
  });
});

describe('言い回しに似ていても、命に関わることは聞き逃さない', () => {
  test.each([
    '死ぬ気でいます',
    '死ぬほどつらい',
    '残業続きで死にそう',
    '死ぬほど眠い。もう死にたい',
    '議会前で死んでる。もう生きていたくない',
    'この部署で心が死んでる',
  ])('%s', (text) => {
    expect(recogniser.recognise(text)).not.toBeNull();
  });
});

describe('遠回しに書かれても', () => {
  test.each([
    ['布団から出られないまま昼になりました', 'mental_health'],
    ['係長の席を譲りたい', 'career_demotion'],
    ['子どもへの手紙を書き終えました。これで安心して行けます', 'life_danger'],
    ['私の席だけ廊下に出されていました', 'harassment'],
    ['課の金庫に帳簿にないお金があるのを見ました', 'whistleblowing'],
    ['返す先がいくつもあって給料が残りません', 'debt'],
    ['夫に髪をつかまれて引きずられました', 'violence'],
  ])('%s', (text, topic) => {
    expect(recogniser.suspect(text)(0)?.topic).toBe(topic);
  });
});

describe('どんな長さ、どんな文字でも', () => {
  const cries = [
    '死にたい',
    '消えてしまいたい',
    '自殺を考えています',
    'もう生きていたくない',
    '遺書を書いた',
    '首を吊りたい',
  ];
  const separator = fc.constantFrom('', ' ', '　', '・', '、', '.', '…', '-', '\u200b');

  test('文字の間に何をはさんでも見逃さない', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cries),
        separator,
        fc.constantFrom('', '。', '！！', '…', ' 😢'),
        (cry, between, after) => {
          expect(topicOf([...cry].join(between) + after)).toBe('life_danger');
        },
      ),
    );
  });

  test('10万字の初めにあっても終わりにあっても見逃さない', () => {
    const long = '研修の申込みについて教えてください。'.repeat(6_000);
    expect(topicOf(`死にたい。${long}`)).toBe('life_danger');
    expect(topicOf(`${long}死にたい`)).toBe('life_danger');
    expect(recogniser.recognise(long)).toBeNull();
  });

  test('文の長さに応じた時間で読む', () => {
    const read = (times: number) =>
      recogniser.recognise('研修の申込みについて教えてください。'.repeat(times));
    expect(growth(read, 500)).toBeLessThan(STEADY);
  });

  test('どんな文字列にも答え、同じ文字列には同じ答えを返す', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(recogniser.recognise(text)).toEqual(recogniser.recognise(text));
      }),
    );
  });

  test('答えにも記録にも、書かれた言葉を残さない', () => {
    const written = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
      jest.spyOn(console, name as 'log').mockImplementation(() => undefined),
    );
    const found = recogniser.recognise('田中課長に毎日怒鳴られて死にたい');
    expect(JSON.stringify(found)).not.toMatch(/田中|怒鳴|死/);
    for (const spy of written) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
