import { type Translation, textsIn } from '../../core/texts';

const ja = {
  old: 'このカードは古いため操作できません。もう一度メッセージで聞いてください。',
  onlyPersonal: 'メンターのことは、育成ナビとの1対1のチャットでお願いします。',
  gone: 'この内容は見つかりませんでした。',
  heading: { mentee: 'あなたのメンター', mentor: 'あなたのメンティ', both: 'メンターとメンティ' },
  person: (name: string, section: string, position: string) =>
    `${name}さん（${[section, position].filter(Boolean).join('　')}）`,
  role: { mentee: 'メンター', mentor: 'メンティ' },
  until: (until: string) => `${until}まで`,
  suspended: {
    leave: 'お休みの間は、面談のお知らせを止めています。',
    moved: '異動にともない、人事課が今後を確認しています。お知らせは止めています。',
    'by-hr': '人事課の判断で、いまは休止しています。',
  },
  ended: (on: string) => `${on}に終わりました`,
  next: {
    met: (on: string) => `次に会う日：${on}`,
    asked: (from: string, to: string) => `次の面談：${from}〜${to}の間（日はまだ決まっていません）`,
    recorded: (on: string) => `今の期間の面談は記録済みです（${on}）`,
    none: '次の面談の予定はありません。',
  },
  lastHeld: (on: string) => `前回の面談：${on}`,
  neverHeld: '面談の記録はまだありません。',
  record: '記録する',
  recordLate: (from: string, to: string) => `${from}〜${to}分を記録`,
  recordMore: 'もう1件記録する',
  read: '記録を読む',
  goals: '目標とステップ',
  help: '助けを求める',
  change: 'メンターを替えたい',
  changeMentee: '担当を替わりたい',
  summary: '1年のまとめ',
  hint: 'メンターの面談に書いた内容や気分を読めるのは、お二人だけです。人事課に見えるのは面談の有無と日付だけで、所属長には何も見えません。書いた内容は、組み合わせが終わった翌年度の末に消えます。',
  noneHeading: 'いま、あなたのメンターやメンティは登録されていません',
  noneText: [
    'メンター・メンティ制度は、新規採用職員（メンティ）に、同じ職場の先輩（メンター）がついて、仕事や職場のことを気軽に話せるようにする制度です。',
    '組み合わせは人事課が決め、決まるとこのチャットでお知らせします。月に1回ほど話し、話した日を記録します。書いた内容は二人だけのものです。',
    'メンターがつくはずなのに登録がないときは、「人事課に聞く」でお知らせください。',
  ].join('\n'),
  noneAsk: '人事課に聞く',
  askAbout: 'メンターの登録について教えてください。',
  nextHeading: '次の面談',
  nextInterviews: '人事評価の面談',
  talkedHeading: '面談の記録',
  talkedNote: '話した内容は、「記録を読む」を押すと開きます（チャットには残しません）。',
  talkedOn: (days: string) => `面談した日：${days}`,
  talkedTimes: (days: string, times: number) => `面談した日（${times}回）：${days}`,
  talkedNone: (label: string) => `${label}の面談の記録はありません。`,
  recordHeading: '面談の記録をつける',
  recordWhich: 'どの面談の記録をつけますか',
  recordNone: 'いま記録できる面談はありません。',
  recordDay: '実施日を記録する',
  recordNoInterview: '人事評価の面談で、いま記録を待っているものはありません。',
  summaryHeading: '1年のまとめ',
  summaryText: (other: string) =>
    `${other}さんとの面談のまとめを作りました。15分以内に開いて、保存または印刷してください。お二人がお互いに読める内容だけが入っています。`,
  summaryOpen: 'まとめを開く',
  summaryFile: 'メンターとのまとめ',
  newTitle: {
    mentee: (name: string) => `あなたのメンターは${name}さんです`,
    mentor: (name: string) => `${name}さんのメンターをお願いします`,
  },
  newLines: {
    mentee: (about: string, until: string) =>
      [
        `${about}　${until}まで`,
        '月に1回ほど、仕事や職場のことを気軽に話してください。書いた内容は二人だけのものです。',
      ].join('\n'),
    mentor: (about: string, until: string) =>
      [
        `${about}　${until}まで`,
        '月に1回ほど、話す時間を作ってください。書いた内容は二人だけのもので、評価には使われません。',
      ].join('\n'),
  },
  sharedTitle: (other: string) => `${other}さんも面談の記録を送りました`,
  sharedLine: (from: string, to: string) => `${from}〜${to}の記録を、お互いに読めるようになりました。`,
  endTitle: (on: string) => `メンターの組み合わせが、${on}で終わりました`,
  endWith: {
    mentee: (name: string) => `メンター：${name}さん`,
    mentor: (name: string) => `メンティ：${name}さん`,
  },
  endLine: {
    mentee:
      'これまでの記録は、あなたは引き続き読めます（終わった翌年度の末まで）。メンターだった方は読めなくなりました。',
    mentor:
      'これまでの記録は、もう読めません。お疲れさまでした。次の担当があるときは、このチャットでお知らせします。',
  },
  endNext: '次のメンターが決まると、このチャットでお知らせします。',
  /** さん follows. */
  someone: { mentee: 'メンター', mentor: 'メンティ' },
  gonePerson: {
    mentee: 'メンターだった方（いまの名簿にいません）',
    mentor: 'メンティだった方（いまの名簿にいません）',
  },
  newBadge: 'メンター・メンティ',
  newSee: '詳しく見る',
  asked: {
    mentee: (other: string) => `面談の記録（メンター：${other}さん）`,
    mentor: (other: string) => `面談の記録（メンティ：${other}さん）`,
  },
  askedLines: {
    mentee: {
      opening: '話す時間はとれそうですか。会ったあとに「記録する」を押すと残せます。',
      before: 'もうすぐ期間が終わります。10分の立ち話でもかまいません。',
      missed:
        '忙しい期間だったかもしれません。話していたら今からでも記録できます。話せていなくても大丈夫です。',
    },
    mentor: {
      opening: '話す時間を決めるところから、声をかけてみてください。',
      before: 'もうすぐ期間が終わります。短い時間でもかまいません。',
      missed: '話していたら、今からでも記録できます。時間をとりにくいときは人事課に相談できます。',
    },
  },
  askedTwoTaps: (until: string) => `${until}まで。書かずに「送る」だけでも記録になります。`,
  askedDone: '記録済み',
  askedWaiting: '記録待ち',
  askedOther: (other: string) => `${other}さんは送っています。あなたが送ると、お互いに読めます。`,
};

const en: Translation<typeof ja> = {
  old: 'This card is too old to be used. Please ask again by message.',
  onlyPersonal: 'Please ask about mentoring in your own chat with Ikusei Navi.',
  gone: 'This was not found.',
  heading: { mentee: 'Your mentor', mentor: 'Your mentees', both: 'Mentors and mentees' },
  person: (name, section, position) => `${name} (${[section, position].filter(Boolean).join(', ')})`,
  role: { mentee: 'Mentor', mentor: 'Mentee' },
  until: (until) => `until ${until}`,
  suspended: {
    leave: 'No reminders while one of you is on leave.',
    moved: 'After the transfer HR is deciding how to go on. No reminders until then.',
    'by-hr': 'HR has suspended it for now.',
  },
  ended: (on) => `Ended on ${on}`,
  next: {
    met: (on) => `Next meeting: ${on}`,
    asked: (from, to) => `Next check-in: between ${from} and ${to} (no day is set)`,
    recorded: (on) => `This period’s check-in is recorded (${on})`,
    none: 'No check-in is to come.',
  },
  lastHeld: (on) => `Last check-in: ${on}`,
  neverHeld: 'No check-in has been recorded yet.',
  record: 'Record',
  recordLate: (from, to) => `Record ${from} – ${to}`,
  recordMore: 'Record another one',
  read: 'Read the records',
  goals: 'Goals and steps',
  help: 'Ask for help',
  change: 'I would like another mentor',
  changeMentee: 'I would like to hand over',
  summary: 'The year in summary',
  hint: 'Only mentor and mentee read what they write and how they feel. HR sees whether and when you talked; your manager sees nothing. It is removed at the end of the fiscal year after your time together.',
  noneHeading: 'You have no mentor or mentee at present',
  noneText: [
    'In the mentor programme, a more experienced colleague of the same workplace (mentor) is there for a newly hired employee (mentee) to talk to.',
    'HR decides on the pairs, and you are told here. You talk about once a month and record the day. What you write is for the two of you.',
    'If you should have a mentor, please tell the HR section.',
  ].join('\n'),
  noneAsk: 'Ask HR',
  askAbout: 'Could you tell me about my mentor?',
  nextHeading: 'Next meeting',
  nextInterviews: 'Appraisal interviews',
  talkedHeading: 'Check-ins',
  talkedNote: 'Open “Read the records” for what you talked about; it is not put into the chat.',
  talkedOn: (days) => `You met on ${days}`,
  talkedTimes: (days, times) => `You met ${times === 1 ? 'once' : `${times} times`}: ${days}`,
  talkedNone: (label) => `There is no record for ${label}.`,
  recordHeading: 'Record a check-in',
  recordWhich: 'Which meeting would you like to record?',
  recordNone: 'There is no check-in to record now.',
  recordDay: 'Record the day',
  recordNoInterview: 'No appraisal interview waits to be recorded.',
  summaryHeading: 'The year in summary',
  summaryText: (other) =>
    `Your check-ins with ${other}. Open it within 15 minutes, and save or print it. It holds only what both of you may read.`,
  summaryOpen: 'Open the summary',
  summaryFile: 'mentoring-summary',
  newTitle: {
    mentee: (name) => `${name} is your mentor`,
    mentor: (name) => `You are the mentor of ${name}`,
  },
  newLines: {
    mentee: (about, until) =>
      [
        `${about} · until ${until}`,
        'Talk about once a month, about whatever is on your mind. What you write is for the two of you.',
      ].join('\n'),
    mentor: (about, until) =>
      [
        `${about} · until ${until}`,
        'Make time to talk about once a month. What you write is for the two of you and no part of any appraisal.',
      ].join('\n'),
  },
  sharedTitle: (other) => `${other} has sent theirs, too`,
  sharedLine: (from, to) => `You can now read each other’s record of ${from} – ${to}.`,
  endTitle: (on) => `Your time as mentor and mentee ended on ${on}`,
  endWith: { mentee: (name) => `Mentor: ${name}`, mentor: (name) => `Mentee: ${name}` },
  endLine: {
    mentee:
      'You can still read the records (until the end of the next fiscal year); your former mentor no longer can.',
    mentor:
      'You can no longer read the records. Thank you for being a mentor; you are told here when there is another mentee.',
  },
  endNext: 'You are told here when you have another mentor.',
  someone: { mentee: 'your mentor', mentor: 'your mentee' },
  gonePerson: {
    mentee: 'Your former mentor (no longer in the directory)',
    mentor: 'Your former mentee (no longer in the directory)',
  },
  newBadge: 'Mentoring',
  newSee: 'Details',
  asked: {
    mentee: (other) => `Check-in with your mentor ${other}`,
    mentor: (other) => `Check-in with your mentee ${other}`,
  },
  askedLines: {
    mentee: {
      opening: 'Can you find time to talk? Tap “Record” when you have met.',
      before: 'The period ends soon. Ten minutes are enough.',
      missed:
        'It may have been a busy time. If you did talk, you can still record it; if not, that is all right.',
    },
    mentor: {
      opening: 'A word about when to meet is a good start.',
      before: 'The period ends soon. A short talk is enough.',
      missed: 'If you did talk, you can still record it. If time is short, HR can help.',
    },
  },
  askedTwoTaps: (until) => `Until ${until}. You may send it without writing anything.`,
  askedDone: 'recorded',
  askedWaiting: 'to record',
  askedOther: (other) => `${other} has sent theirs. Once you send yours, you can read each other’s.`,
};

export const mentoringTexts = textsIn(ja, en);
