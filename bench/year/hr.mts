import type { Reply } from '../../src/core/turn.js';
import type { Agenda } from './agenda.mts';
import { textIn } from './cards.mts';
import { addDays, type City, type Day, type Person } from './city.mts';
import { fillIn } from './forms.mts';

export interface Planned {
  readonly template: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly title: string;
  readonly more?: Readonly<Record<string, string>>;
}

const appraisal = (stage: string, half: string, opensOn: string, dueOn: string): Planned => ({
  template: 'appraisal',
  opensOn,
  dueOn,
  title: `人事評価の面談 ${half} ${stage}`,
  more: { f_stage: stage, f_half: half },
});
const submission = (title: string, opensOn: string, dueOn: string): Planned => ({
  template: 'submission',
  opensOn,
  dueOn,
  title,
});

/** 令和8年度, as HR sends it out: each template at its own time, appraisal interviews three times a half-year. */
export const CAMPAIGNS: readonly Planned[] = [
  appraisal('beginning', 'first', '2026-04-01', '2026-05-29'),
  submission('通勤届の確認', '2026-04-08', '2026-04-24'),
  { template: 'course_call', opensOn: '2026-05-01', dueOn: '2026-05-29', title: '研修申込の募集' },
  submission('健康診断の問診票', '2026-06-08', '2026-06-26'),
  { template: 'exchange_meeting', opensOn: '2026-07-01', dueOn: '2026-09-30', title: '職場意見交換会' },
  appraisal('middle', 'first', '2026-07-01', '2026-07-31'),
  { template: 'stress_check', opensOn: '2026-08-03', dueOn: '2026-08-31', title: 'ストレスチェック' },
  { template: 'age_60', opensOn: '2026-09-01', dueOn: '2026-10-15', title: '60歳以降の働き方の意思確認' },
  appraisal('end', 'first', '2026-09-01', '2026-09-30'),
  { template: 'self_assessment', opensOn: '2026-10-01', dueOn: '2026-10-30', title: '自己申告書' },
  appraisal('beginning', 'second', '2026-10-01', '2026-11-30'),
  submission('年末調整の書類', '2026-11-02', '2026-11-20'),
  appraisal('middle', 'second', '2027-01-04', '2027-01-29'),
  appraisal('end', 'second', '2027-03-01', '2027-03-31'),
];
/** Set up so many days before it opens. */
const AHEAD = 5;
/** Ended so many days after its due day. */
const AFTERWARDS = 21;
/** When the results of the stress check are out. */
const RESULTS_ON = '2026-10-05';

const PROTOCOL = {
  implementer: '見本 医子',
  profession: 'physician',
  clerks: '健康推進課',
  deliberatedOn: '2026-06-10',
  noDisadvantage: 'true',
  whoSeesWhat: '結果は本人だけに届きます。',
  interviewContact: '健康推進課の健康相談室',
};

export interface Running extends Planned {
  readonly id: string;
}

/** What HR does in a year. Answers the campaigns as they start, and whom to tell of what was handed in without a word to the bot. */
export function createHr(
  city: City,
  agenda: Agenda,
  { editor, stressAdmin }: { readonly editor: Person; readonly stressAdmin: Person },
) {
  const running = new Map<string, Running>();
  const handedIn = new Map<string, Set<string>>();
  const runnerOf = ({ template }: Planned): Person => (template === 'stress_check' ? stressAdmin : editor);

  async function start(planned: Planned): Promise<void> {
    const person = runnerOf(planned);
    const { template, title, opensOn, dueOn } = planned;
    const id = await fillIn(city, person, { verb: 'campaigns.new', template }, [
      { f_title: title, f_opensOn: opensOn, f_dueOn: dueOn, ...planned.more },
      {},
      { f_link: 'https://logoform.example.jp/f/abc' },
    ]);
    if (template === 'stress_check')
      await city.submitDialog(person, { verb: 'stressCheck.saveProtocol', id, ...PROTOCOL });
    const started = textIn(await city.tap(person, 'campaigns.start', { id }));
    if (!/始めました|開始待ち/.test(started)) throw new Error(`${title} did not start: ${started}`);
    running.set(id, { ...planned, id });
  }

  /** The form service's list, once a week. */
  async function importHandedIn(): Promise<void> {
    for (const [id, people] of handedIn) {
      const campaign = running.get(id);
      if (campaign === undefined || people.size === 0) continue;
      const person = runnerOf(campaign);
      await city.tap(person, 'campaigns.import', { id });
      await city.attach(person, '提出済み.csv', ['職員番号', ...people].join('\r\n'));
    }
  }

  async function end(planned: Planned): Promise<Reply | null> {
    const campaign = [...running.values()].find(({ title }) => title === planned.title);
    if (campaign === undefined) return null;
    handedIn.delete(campaign.id);
    return city.tap(runnerOf(campaign), 'campaigns.end', { id: campaign.id });
  }

  async function tellResults(): Promise<void> {
    const check = [...running.values()].find(({ template }) => template === 'stress_check');
    if (check !== undefined) await city.tap(stressAdmin, 'stressCheck.sendNotice', { id: check.id });
  }

  for (const planned of CAMPAIGNS) {
    const openDay = city.bot.calendarNow().nextOpenDay(addDays(planned.opensOn as Day, -AHEAD));
    const from = city.today() > openDay ? city.today() : openDay;
    agenda.at(from, '08:30', () => start(planned));
    agenda.at(addDays(planned.dueOn as Day, AFTERWARDS), '09:30', () => end(planned));
  }
  agenda.at(RESULTS_ON as Day, '10:00', tellResults);

  return {
    campaign: (id: string) => running.get(id) ?? null,
    /** Somebody used the form and told the bot nothing: HR hears of it by the form service's list. */
    handIn(campaign: string, person: Person): void {
      handedIn.set(campaign, (handedIn.get(campaign) ?? new Set()).add(person.id));
    },
    importHandedIn,
  };
}
export type Hr = ReturnType<typeof createHr>;
