import { type Translation, textsIn } from '../../core/texts';

const kept =
  'この内容は育成ナビには残しません。人事課にも上司にも伝わりません。ただし、入力した文字はTeamsのチャット履歴に残ります。気になるときは、ご自分で削除してください。';

const ja = {
  urgent: '命にかかわるとき・けががあるときは、ためらわず 119（救急）・110（警察）へ。',
  privacy: kept,
  outside: '人事課の外',
  join: '　',
  unconfirmed: '番号は人事課で確認中です',
  moreDesks: (count: number) => `ほかの窓口も見る（${count}）`,
  topics: {
    life_danger: {
      heading: 'つらい気持ちを、ひとりで抱えないでください',
      text: '話してくださってありがとうございます。いまの気持ちを、すぐに聴いてくれる人がいます。名前を言わずに相談できる窓口もあります。',
    },
    violence: {
      heading: 'まず、あなたの安全を守ってください',
      text: '暴力を受けている、または危険を感じるときは、その場を離れて助けを求めてください。次の窓口で相談できます。',
    },
    mental_health: {
      heading: 'こころや体の調子が心配なときの窓口です',
      text: '無理をしていませんか。早めに話すほど楽になることがあります。次の窓口は、あなた自身のことでも、同僚のことでも相談できます。',
    },
    harassment: {
      heading: 'ハラスメントの相談窓口です',
      text: 'ひとりで我慢しなくて大丈夫です。相談したことで不利益を受けることはあってはなりません。人事課以外の窓口も選べます。',
    },
    whistleblowing: {
      heading: '内部通報の窓口です',
      text: '不正や法令違反に気づいたときは、次の窓口に伝えられます。通報を理由とする不利益な取扱いは、公益通報者保護法で禁じられています。',
    },
    debt: {
      heading: 'お金の困りごとの窓口です',
      text: '借入れや返済の悩みは、専門の窓口で整理できます。早めの相談ほど選べる方法が多くなります。',
    },
    career_demotion: {
      heading: '役職や働き方の悩みの窓口です',
      text: '役職の負担がつらいときは、まず体調と気持ちを大切にしてください。希望による降格の仕組みは、計画の中で検討中です。次の窓口で相談できます。',
    },
  },
};

const en: Translation<typeof ja> = {
  urgent: 'If a life is in danger or someone is hurt, call 119 (ambulance) or 110 (police) now.',
  privacy:
    'Ikusei Navi keeps nothing of this, and tells neither HR nor your manager. What you typed stays in your Teams chat history; you can delete it there.',
  outside: 'outside the HR section',
  join: ' · ',
  unconfirmed: 'HR is confirming the number',
  moreDesks: (count) => `More desks (${count})`,
  topics: {
    life_danger: {
      heading: 'Please do not carry this alone',
      text: 'Thank you for telling. There are people who will listen right now. With some of them you need not give your name.',
    },
    violence: {
      heading: 'Your safety comes first',
      text: 'If you are being hurt or feel in danger, leave the place and call for help. You can talk to these desks.',
    },
    mental_health: {
      heading: 'Where to turn when you feel unwell',
      text: 'Talking early often helps. You can talk to these desks about yourself or about a colleague.',
    },
    harassment: {
      heading: 'Where to turn about harassment',
      text: 'You need not put up with it alone. Nobody may be put at a disadvantage for asking for help. You can choose a desk outside HR.',
    },
    whistleblowing: {
      heading: 'Where to report wrongdoing',
      text: 'You can report misconduct or a breach of law to these desks. The Whistleblower Protection Act forbids retaliation.',
    },
    debt: {
      heading: 'Where to turn about money',
      text: 'Specialists can help you to sort out debts. The earlier you ask, the more ways there are.',
    },
    career_demotion: {
      heading: 'Where to turn about the burden of a post',
      text: 'Please look after your health first. A way to step down at one’s own wish is still under study. You can talk to these desks.',
    },
  },
};

export const sensitiveTexts = textsIn(ja, en);
