import { type Translation, textsIn } from '../../core/texts';

const ja = {
  helpHeading: 'だれに助けを求めますか',
  helpText:
    '押した人だけに「話したいそうです」と伝わります。ほかの人には伝わりません。2開庁日たっても返事がないときは、その人にもう一度お知らせします。',
  toMentor: (name: string) => `メンターの${name}さんに知らせる`,
  toHr: (name: string) => `人事課の${name}さんに知らせる`,
  toDesks: '相談窓口を見る（だれにも知らせません）',
  changeHeading: { mentee: 'メンターを替えたいとき', mentor: '担当を替わりたいとき' },
  changeText: {
    mentee:
      '選んだ人事課の担当者だけに伝わります。今のメンターにも所属長にも伝わりません。理由は書かなくてかまいません。担当者がお話をうかがいます。',
    mentor:
      '選んだ人事課の担当者だけに伝わります。メンティにも所属長にも伝わりません。理由は書かなくてかまいません。担当者がお話をうかがいます。',
  },
  noReader: 'いま知らせられる担当者がいません。相談窓口をご利用ください。',
  sentHeading: { help: '知らせました', change: '人事課に伝えました' },
  sentText: (name: string) => `${name}さんだけに届きます。`,
  withdraw: '取り消す',
  withdrawn: '取り消しました。',
  taken: (name: string) => `${name}さんが受け取りました。連絡をお待ちください。`,
  back: '戻る',
  title: {
    help: (name: string) => `${name}さんが、あなたと話したいそうです`,
    change: (name: string, section: string) =>
      `${name}さん（${section}）が、組み合わせについて話したいそうです`,
  },
  line: 'あなただけに届いています。ほかの人には話さず、早めに声をかけてください。',
  lineChange:
    'あなただけに届いています。相手の方にも所属長にも伝わっていません。ご本人に話を聞いてください。',
  take: '受け取りました',
  received: '受け取り済み',
  receivedNotice: (name: string) => `${name}さんに、受け取ったことを伝えます。`,
  badge: '相談',
  answeredTitle: (name: string) =>
    `${name === '' ? '選んだ人' : `${name}さん`}が、あなたの相談を受け取りました`,
  answeredLine: '連絡をお待ちください。',
  absentTitle: (name: string) => `${name === '' ? '選んだ人' : `${name}さん`}は、いま受け取れません`,
  absentLine: 'お知らせは届いていません。ほかの人を選べます。',
  absentChoose: 'ほかの人を選ぶ',
};

const en: Translation<typeof ja> = {
  helpHeading: 'Who should help?',
  helpText:
    'Only the one you tap is told that you would like to talk. If there is no answer after two open days, they are reminded.',
  toMentor: (name) => `Tell ${name}, your mentor`,
  toHr: (name) => `Tell ${name} of HR`,
  toDesks: 'See the counselling desks (nobody is told)',
  changeHeading: { mentee: 'If you would like another mentor', mentor: 'If you would like to hand over' },
  changeText: {
    mentee:
      'Only the person of HR whom you choose is told; neither your mentor nor your manager is. You need not say why.',
    mentor:
      'Only the person of HR whom you choose is told; neither your mentee nor your manager is. You need not say why.',
  },
  noReader: 'There is nobody to tell right now. Please turn to the counselling desks.',
  sentHeading: { help: 'Told', change: 'HR has been told' },
  sentText: (name) => `Only ${name} receives it.`,
  withdraw: 'Take it back',
  withdrawn: 'Taken back.',
  taken: (name) => `${name} has received it and will be in touch.`,
  back: 'Back',
  title: {
    help: (name) => `${name} would like to talk to you`,
    change: (name, section) => `${name} (${section}) would like to talk about the pair`,
  },
  line: 'Only you are told. Please keep it to yourself and get in touch soon.',
  lineChange: 'Only you are told; neither the other one nor the manager is. Please talk to them.',
  take: 'Received',
  received: 'received',
  receivedNotice: (name) => `${name} will be told that you received it.`,
  badge: 'call',
  answeredTitle: (name) => `${name === '' ? 'Whom you chose' : name} has received your call`,
  answeredLine: 'They will be in touch.',
  absentTitle: (name) => `${name === '' ? 'Whom you chose' : name} cannot receive it at present`,
  absentLine: 'They were not told. You can choose somebody else.',
  absentChoose: 'Choose somebody else',
};

export const callTexts = textsIn(ja, en);
