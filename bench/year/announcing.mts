import type { Agenda } from './agenda.mts';
import { textIn } from './cards.mts';
import type { City, Day, Person } from './city.mts';
import { fillIn } from './forms.mts';

interface Announced {
  readonly on: string;
  readonly template: 'plain' | 'compliance' | 'offerings';
  readonly title: string;
  /** Asks for 「確認しました」, reminds of it, and lets managers see who has not. */
  readonly asks: boolean;
}

const MONTHS = [
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
  '2026-11',
].concat(['2026-12', '2027-01', '2027-02', '2027-03']);
const monthly = (template: Announced['template'], title: string, dayOfMonth: string): readonly Announced[] =>
  MONTHS.map((month) => ({
    on: `${month}-${dayOfMonth}`,
    template,
    title: `${title} ${month}`,
    asks: false,
  }));
const asking = (title: string, on: string): Announced => ({ on, template: 'plain', title, asks: true });

/** To all staff, each approved by a second person of HR. */
export const ANNOUNCED: readonly Announced[] = [
  ...monthly('compliance', 'コンプライアンス通信', '10'),
  ...monthly('offerings', '学習情報', '20'),
  asking('人事評価制度の見直しについて', '2026-05-12'),
  asking('情報セキュリティの自己点検について', '2026-09-08'),
  asking('年度末の服務規律の確保について', '2027-01-19'),
];
const SURVEY = { from: '2026-06-15', until: '2026-06-26' };
/** 防災訓練 */
const DRILL = '2026-09-01';

/** What HR tells and asks of all staff in a year: announcements, a survey without names, a drill of 安否・参集. */
export function createAnnouncing(
  city: City,
  agenda: Agenda,
  { editor, approver }: { readonly editor: Person; readonly approver: Person },
): void {
  const said = async (person: Person, verb: string, data: object, expected: RegExp): Promise<void> => {
    const answer = textIn(await city.tap(person, verb, data));
    if (!expected.test(answer)) throw new Error(`${verb}: ${answer}`);
  };

  async function announce({ template, title, asks }: Announced): Promise<void> {
    const answer = asks ? 'yes' : 'no';
    const text = { f_titleJa: title, f_confirm: answer };
    const body = template === 'plain' ? { f_bodyJa: `${title}、お知らせします。` } : {};
    const plan = { f_chases: answer, f_managersSee: answer, f_repeat: 'never' };
    const opener = { verb: 'announcements.new', template };
    const id = await fillIn(city, editor, opener, [{ ...text, ...body }, {}, {}, plan]);
    await said(editor, 'announcements.send', { id }, /承認/);
    await said(approver, 'announcements.approve', { id }, /送り始めました/);
  }

  async function survey(): Promise<void> {
    const id = await fillIn(city, editor, { verb: 'pulse.new', id: '' }, [{}]);
    await said(editor, 'pulse.start', { id }, /受付中/);
    agenda.at(SURVEY.until as Day, '16:00', () => city.tap(editor, 'pulse.close', { id }));
  }

  async function drill(): Promise<void> {
    const id = await fillIn(city, editor, { verb: 'polls.new', id: '' }, [
      { f_question: '【訓練】安否と参集できるかをお答えください。', f_emergency: 'yes' },
    ]);
    await said(editor, 'polls.start', { id }, /受付中/);
    agenda.at(DRILL as Day, '13:00', () => city.tap(editor, 'polls.remind', { id, round: 0 }));
    agenda.at(DRILL as Day, '16:00', () => city.tap(editor, 'polls.close', { id }));
  }

  const openDay = (day: string): Day => city.bot.calendarNow().nextOpenDay(day as Day);
  for (const one of ANNOUNCED) agenda.at(openDay(one.on), '10:00', () => announce(one));
  agenda.at(openDay(SURVEY.from), '10:00', survey);
  agenda.at(openDay(DRILL), '10:00', drill);
}
