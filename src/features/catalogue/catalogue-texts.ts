import type { Day, Weekday } from '../../core/calendar/day';
import { fiscalYearIn, longDay, monthOf, shortDay, weekdayIn } from '../../core/calendar/written-days';
import { type Translation, textsIn } from '../../core/texts';

const isOpenWeek = (days: readonly Weekday[]): boolean =>
  days.length === 5 && !days.some((day) => day === 0 || day === 6);
const isWeekend = (days: readonly Weekday[]): boolean =>
  days.length === 2 && days.includes(0) && days.includes(6);
/** 12,500; `toLocaleString` would load the locales' data, which takes 75 ms of the start. */
const yen = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');

const ja = {
  sampleBadge: '見本データ',
  short: (day: Day): string => shortDay(day, 'ja'),
  long: (day: Day): string => longDay(day, 'ja'),
  fiscalYear: (year: number): string => fiscalYearIn(year, 'ja'),
  month: (day: Day): string => monthOf(day, 'ja'),
  span: (first: string, last: string) => `${first}〜${last}`,
  join: '・',
  aside: (text: string) => `（${text}）`,
  ids: (ids: readonly string[]): string => ids.join('、'),

  allCourses: '研修の一覧',
  /** 申し込める研修, but 来月の研修. */
  listHeading: (about: string) => (/[うくぐすつぬぶむる]$/.test(about) ? `${about}研修` : `${about}の研修`),
  openOnly: '申込受付中',
  freeOnly: '無料',
  deadline: (label: string) => `${label}締切`,
  application: (label: string) => `${label}に申し込める`,
  untilHours: (hours: number) => `${hours}時間以内`,
  audience: (labels: string) => `${labels}向け`,
  openTo: (labels: string) => `${labels}の方が受けられる`,
  online: 'オンライン',
  inHouse: '市役所で開催',
  heldAt: (place: string) => `${place}で開催`,
  days: (count: number) => `${count}日間`,
  timesOfDay: { morning: '午前', afternoon: '午後', evening: '夕方以降' },
  bySeats: { 'fewest-seats': '空きの少ない順', 'most-seats': '空きの多い順' },
  weekdays: (days: readonly Weekday[]): string => {
    if (isOpenWeek(days)) return '平日';
    return isWeekend(days) ? '土日' : `${days.map((day) => weekdayIn(day, 'ja')).join('・')}曜日`;
  },
  subject: (words: string) => `「${words}」`,
  page: (first: number, last: number, total: number) => `${total}件のうち ${first}〜${last}件目`,
  total: (total: number) => `${total}件`,
  previous: '前の6件',
  next: '次の6件',
  details: '詳しく見る',
  back: '一覧に戻る',
  showAll: '研修の一覧を見る',
  askHr: '人事課に聞く',
  askAbout: (title: string) => `「${title}」について：`,
  askAboutTraining: '研修について：',

  laterInstead: (label: string, from: string) =>
    `${label}には見つからなかったので、${from}以降のものを表示しています。`,
  upcomingInstead: (label: string) => `${label}には見つからなかったので、これからのものを表示しています。`,
  notOpenInstead: 'いま申し込めるものは見つからなかったので、受付中でないものを表示しています。',
  otherPlaces: (place: string) =>
    `${place}で開かれるものは見つからなかったので、ほかの場所のものを表示しています。`,
  without: (wish: string) => `「${wish}」に合うものは見つからなかったので、この条件を外して表示しています。`,
  wishes: {
    place: '場所',
    weekday: '曜日',
    timeOfDay: '時間帯',
    days: '日数',
    length: '時間',
    free: '無料',
    format: '受け方',
    entry: '参加方法',
    kind: '研修の種類',
    audience: '対象',
  },
  nothing: '条件に合う研修は見つかりませんでした。言い方を変えるか、人事課に聞いてください。',
  nothingOn: (words: string) =>
    `「${words}」に関する研修は見つかりませんでした。言い方を変えるか、人事課に聞いてください。`,

  openUntil: (day: string) => `申込受付中（${day}まで）`,
  open: '申込受付中',
  recommendUntil: (day: string) => `推薦受付中（${day}まで）`,
  recommendOpen: '推薦受付中',
  opensOn: (day: string) => `申込は${day}から`,
  full: '満員',
  closed: '申込は終了',
  begun: '当日・開始後',
  over: '終了しました',
  nominated: '指名があれば',
  noneLeft: '今年度の予定は終わりました',
  moreOfferings: (count: number) => `ほか${count}回`,

  aboutLabel: '内容',
  audienceLabel: '対象',
  everyone: '全職員',
  ageRange: (from: number | null, to: number | null): string => ageRange(from, to),
  yearsRange: (from: number | null, to: number | null): string => {
    if (from === null) return `在職${to}年まで`;
    return to === null ? `在職${from}年以上` : `在職${from}〜${to}年`;
  },
  inYear: (year: number) => `採用${year}年目`,
  kindLabel: '種類',
  formatLabel: '形式',
  hours: (hours: number) => `${hours}時間`,
  entryLabel: '参加方法',
  entries: {
    open_call: '公募（申し込んで受講）',
    nomination: '指名（人事課や所属から案内）',
    recommendation: '推薦（所属長が推薦）',
  },
  costLabel: '自己負担',
  free: 'なし',
  cost: (amount: number) => `${yen(amount)}円`,
  reportLabel: '復命書',
  reportDue: (days: number) => `受講後${days}日以内`,
  providerLabel: '実施',
  datesHeading: 'これからの開催',
  time: (start: string, end: string) => `${start}–${end}`,
  place: (place: string) => `場所：${place}`,
  seats: (capacity: number, left: number) => `定員${capacity}人（空き${left}人）`,
  window: (from: string, until: string) => `申込期間 ${from}〜${until}`,
  apply: '申し込む',
  applied: '申込済み',
  withdraw: '取りやめる',
  howHeading: '申込方法',
  how: {
    open_call:
      '受付期間中は「申し込む」ボタンで申し込めます。所属長に、お名前・研修名・日程をお知らせします。',
    nomination: '申込みはいりません。対象の方には所属を通じて案内します。',
    recommendation:
      '所属長の推薦が必要です。まず所属長に相談してください。受付期間中に「申し込む」を押すと、所属長に推薦をお願いする知らせが届きます。',
  },
  source: (ids: string) => `出典：裾野市人材育成推進計画 ${ids}`,

  forMeHeading: 'あなたへのおすすめ',
  forMeNote:
    '階層・年齢・在職年数・職種と、これまでの研修履歴から選びました。この一覧はあなただけに表示しています。',
  forMeNothing: '条件に合うおすすめは見つかりませんでした。研修の一覧から探せます。',
  reasonAge: (range: string) => `${range}のキャリアの節目`,
  reasonLevel: (level: string) => `${level}が対象`,
  reasonJob: (job: string) => `${job}が対象`,
  reasonRange: (range: string) => `${range}が対象`,
  reasonNotTaken: '未受講',
  reasonNotThisYear: '今年度はまだ未受講',
  reasonEveryone: '全職員が対象',

  historyHeading: 'あなたの研修履歴',
  historyOf: (about: string) => `あなたの研修履歴（${about}）`,
  historyLatest: '最後に受けた研修',
  historyAll: 'すべての履歴を見る',
  historyTotal: (count: number, hours: number) =>
    hours === 0 ? `${count}件` : `${count}件・合計${hours}時間`,
  historyEmpty: '研修履歴はまだありません。',
  historyNothing: '当てはまる研修履歴はありません。',
  historyNote: 'この画面はあなただけに表示しています。記録のもれや誤りは人事課にお知らせください。',
  historyUnknownCourse: '現在は案内していない研修',
  askAboutHistory: '私の研修履歴について：',
  older: '次へ',
  newer: '前へ',

  openBot: '育成ナビで詳しく見る',
  gone: 'この研修は、今の一覧にはありません。「研修の一覧」と送ると最新の一覧を表示します。',
  oldCard: 'このボタンは使えなくなりました。「研修の一覧」と送ってください。',
};

/** 30代, 40歳, 50代後半, 55歳以上 */
function ageRange(from: number | null, to: number | null): string {
  if (from === null) return `${to}歳まで`;
  if (to === null) return `${from}歳以上`;
  if (from === to) return `${from}歳`;
  if (from % 10 === 0 && to === from + 9) return `${from}代`;
  if (from % 10 === 5 && to === from + 4) return `${from - 5}代後半`;
  return `${from}〜${to}歳`;
}

const range = (from: number | null, to: number | null): string =>
  from === null ? `up to ${to}` : to === null ? `${from} or more` : from === to ? `${from}` : `${from}–${to}`;

const en: Translation<typeof ja> = {
  sampleBadge: 'Sample data',
  short: (day) => shortDay(day, 'en'),
  long: (day) => longDay(day, 'en'),
  fiscalYear: (year) => fiscalYearIn(year, 'en'),
  month: (day) => monthOf(day, 'en'),
  span: (first, last) => `${first} – ${last}`,
  join: ', ',
  aside: (text) => ` (${text})`,
  ids: (ids) => ids.join(', '),

  allCourses: 'Courses',
  listHeading: (about) => `Courses: ${about}`,
  openOnly: 'open for application',
  freeOnly: 'free',
  deadline: (label) => `apply by ${label}`,
  application: (label) => `application ${label}`,
  untilHours: (hours) => `up to ${hours} h`,
  audience: (labels) => `for ${labels}`,
  openTo: (labels) => `open to ${labels}`,
  online: 'online',
  inHouse: 'at the city hall',
  heldAt: (place) => `in ${place}`,
  days: (count) => `${count} days`,
  timesOfDay: { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings' },
  bySeats: { 'fewest-seats': 'fewest free seats first', 'most-seats': 'most free seats first' },
  weekdays: (days) => {
    if (isOpenWeek(days)) return 'Mon–Fri';
    return isWeekend(days) ? 'at weekends' : days.map((day) => weekdayIn(day, 'en')).join(', ');
  },
  subject: (words) => `“${words}”`,
  page: (first, last, total) => `${first}–${last} of ${total}`,
  total: (total) => `${total} found`,
  previous: 'Previous 6',
  next: 'Next 6',
  details: 'Details',
  back: 'Back to the list',
  showAll: 'Show all courses',
  askHr: 'Ask HR',
  askAbout: (title) => `About “${title}”: `,
  askAboutTraining: 'About training: ',

  laterInstead: (label, from) => `Nothing was found for “${label}”; these are from ${from} on.`,
  upcomingInstead: (label) => `Nothing was found for “${label}”; these are still to come.`,
  notOpenInstead: 'Nothing is open for application now; these are the others.',
  otherPlaces: (place) => `Nothing is held in ${place}; these are held elsewhere.`,
  without: (wish) => `Nothing fitted “${wish}”, so that wish was left out.`,
  wishes: {
    place: 'place',
    timeOfDay: 'time of day',
    days: 'number of days',
    entry: 'way in',
    weekday: 'weekday',
    length: 'length',
    free: 'free of charge',
    format: 'format',
    kind: 'kind of training',
    audience: 'audience',
  },
  nothing: 'No course fits. Please try other words, or ask the HR section.',
  nothingOn: (words) => `No course on “${words}” was found. Please try other words, or ask the HR section.`,

  openUntil: (day) => `Open for application until ${day}`,
  open: 'Open for application',
  recommendUntil: (day) => `Open for recommendation until ${day}`,
  recommendOpen: 'Open for recommendation',
  opensOn: (day) => `Applications open on ${day}`,
  full: 'Full',
  closed: 'Applications closed',
  begun: 'Today or under way',
  over: 'Over',
  nominated: 'By nomination',
  noneLeft: 'No more dates this fiscal year',
  moreOfferings: (count) => `${count} more`,

  aboutLabel: 'About',
  audienceLabel: 'For',
  everyone: 'All staff',
  ageRange: (from, to) => `age ${range(from, to)}`,
  yearsRange: (from, to) => `${range(from, to)} years of service`,
  inYear: (year) => `staff in year ${year} of service`,
  kindLabel: 'Kind',
  formatLabel: 'Format',
  hours: (hours) => `${hours} h`,
  entryLabel: 'Way in',
  entries: {
    open_call: 'Open call (you apply)',
    nomination: 'Nomination (HR or your section tells you)',
    recommendation: 'Recommendation by your manager',
  },
  costLabel: 'You pay',
  free: 'nothing',
  cost: (amount) => `¥${yen(amount)}`,
  reportLabel: 'Report',
  reportDue: (days) => `within ${days} days`,
  providerLabel: 'Provider',
  datesHeading: 'Coming dates',
  time: (start, end) => `${start}–${end}`,
  place: (place) => `Place: ${place}`,
  seats: (capacity, left) => `${capacity} seats (${left} free)`,
  window: (from, until) => `Application: ${from} – ${until}`,
  apply: 'Apply',
  applied: 'You have applied',
  withdraw: 'Withdraw',
  howHeading: 'How to apply',
  how: {
    open_call:
      'While applications are open, press “Apply”. Your manager is told your name, the course and the dates.',
    nomination: 'There is no application: those chosen are told through their section.',
    recommendation:
      'Your manager must recommend you, so talk to them first. Once you press “Apply”, your manager is asked to.',
  },
  source: (ids) => `Source: Susono City human resource development plan ${ids}`,

  forMeHeading: 'Recommended for you',
  forMeNote: 'Chosen by your level, age, years of service, job and training history. Only you see this list.',
  forMeNothing: 'Nothing to recommend was found. You can look through all courses.',
  reasonAge: (ages) => `Career milestone (${ages})`,
  reasonLevel: (level) => `For your level (${level})`,
  reasonJob: (job) => `For your job (${job})`,
  reasonRange: (range) => `For ${range}`,
  reasonNotTaken: 'Not taken yet',
  reasonNotThisYear: 'Not taken this fiscal year',
  reasonEveryone: 'For all staff',

  historyHeading: 'Your training history',
  historyOf: (about) => `Your training history (${about})`,
  historyLatest: 'Your latest course',
  historyAll: 'Show all of it',
  historyTotal: (count, hours) =>
    [count === 1 ? '1 course' : `${count} courses`, ...(hours === 0 ? [] : [`${hours} h`])].join(', '),
  historyEmpty: 'There is no training history yet.',
  historyNothing: 'Nothing in your training history fits.',
  historyNote: 'Only you see this. Please tell the HR section if something is missing or wrong.',
  historyUnknownCourse: 'A course no longer offered',
  askAboutHistory: 'About my training history: ',
  older: 'Older',
  newer: 'Newer',

  openBot: 'More in Ikusei Navi',
  gone: 'This course is not in the current list. Send “list of courses” for the newest one.',
  oldCard: 'This button no longer works. Please send “list of courses”.',
};

export const catalogueTexts = textsIn(ja, en);
export type CatalogueTexts = Translation<typeof ja>;
