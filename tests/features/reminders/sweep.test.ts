import { day } from '../../../src/core/calendar/day';
import { createTestBot, type Received, shown, type TestBot, textsIn } from '../../support/test-bot';
import { SyntheticSource } from './synthetic-source';

const STAFF = '100001';
const OTHER = '100003';

let source: SyntheticSource;
let bot: TestBot;
let seen: number;

beforeEach(async () => {
  source = new SyntheticSource();
  bot = await createTestBot({ reminderSources: [source] });
  seen = 0;
});
afterEach(() => bot.close());

/** What has arrived since this was last asked. */
async function arrived(at?: string): Promise<readonly Received[]> {
  if (at !== undefined) bot.at(at);
  const all = await bot.deliver();
  const news = all.slice(seen);
  seen = all.length;
  return news;
}

const texts = (messages: readonly Received[]): string[] => messages.map(({ card }) => textsIn(card));

describe('one card', () => {
  it('of five things, ordered by due day, those without one last', async () => {
    source.add(STAFF, { title: '日付なし' });
    source.add(STAFF, { title: '最後', dueOn: day.parse('2026-12-20') });
    source.add(STAFF, { title: '最初', dueOn: day.parse('2026-11-25') });
    source.add(STAFF, { title: '次', dueOn: day.parse('2026-12-01') });
    source.add(STAFF, { title: '三番目', dueOn: day.parse('2026-12-02') });
    const [text, ...more] = texts(await arrived());
    expect(more).toEqual([]);
    expect(text).toContain('お知らせ　5件');
    const order = ['最初', '次', '三番目', '最後'].map((title) => text?.indexOf(title));
    expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
    expect(order).not.toContain(-1);
    // The fifth is on the next page.
    expect(text).toContain('1 / 2 ページ');
    expect(text).not.toContain('日付なし');
  });

  it('of one thing has that thing for its heading', async () => {
    source.add(STAFF, { title: '自己申告書の提出' });
    const [text] = texts(await arrived());
    expect(text).toMatch(/^表示を更新\n自己申告書の提出\n済みました/);
    expect(text).not.toContain('お知らせ　');
  });

  it('in the language in which its recipient writes', async () => {
    const aad = await bot.aadOf(STAFF);
    await bot.store.write((tx) =>
      tx
        .insertInto('conversations')
        .values({
          aad_object_id: aad,
          conversation_id: 'c',
          service_url: 'http://127.0.0.1/',
          reference: '{}',
          locale: 'en',
          updated_at: '2026-11-24T00:00:00Z',
        })
        .execute(),
    );
    source.add(STAFF);
    expect(texts(await arrived())[0]).toMatch(/Thing 1[\s\S]*Tomorrow again/);
  });
});

describe('once', () => {
  it('however often the sweep runs, also at the same moment', async () => {
    source.add(STAFF);
    await Promise.all([bot.bot.sweep(), bot.bot.sweep(), bot.bot.sweep()]);
    expect(await arrived()).toHaveLength(1);
    expect(await arrived('2026-11-24T04:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-26T01:00:00Z')).toEqual([]);
  });

  it('a step, and the next step again', async () => {
    const thing = source.add(STAFF);
    await arrived();
    thing.step = 'before-7';
    expect(await arrived('2026-11-25T01:00:00Z')).toHaveLength(1);
    thing.step = 'opening';
    expect(await arrived('2026-11-27T01:00:00Z')).toEqual([]);
  });

  it('after an outage of a week: the latest step only', async () => {
    const thing = source.add(STAFF);
    await arrived();
    thing.step = 'before-1';
    source.add(STAFF, { title: '新しい用件' });
    const [text, ...more] = texts(await arrived('2026-12-02T05:00:00Z'));
    expect(more).toEqual([]);
    expect(text).toContain('お知らせ　2件');
  });

  it('nobody else is kept from theirs when one source breaks', async () => {
    const broken = new SyntheticSource('broken');
    broken.broken = true;
    await bot.close();
    bot = await createTestBot({ reminderSources: [broken, source] });
    seen = 0;
    source.add(STAFF);
    expect(await bot.bot.sweep()).toEqual({ digests: 1, errors: 1 });
  });

  it('what was done before the card was made is left out', async () => {
    const thing = source.add(STAFF);
    source.item = async () => null;
    expect(await arrived()).toEqual([]);
    expect(thing.due).toBe(true);
    expect(await bot.store.db.selectFrom('reminder_log').selectAll().execute()).toEqual([]);
  });
});

describe('a good time', () => {
  it('is 9:00 of an open day', async () => {
    source.add(STAFF);
    expect(await arrived('2026-11-20T23:59:00Z')).toEqual([]); // Saturday 8:59
    expect(await arrived('2026-11-21T02:00:00Z')).toEqual([]); // Saturday
    expect(await arrived('2026-11-23T02:00:00Z')).toEqual([]); // 勤労感謝の日
    expect(await arrived('2026-11-23T23:59:00Z')).toEqual([]); // Tuesday 8:59
    expect(await arrived('2026-11-24T00:00:00Z')).toHaveLength(1);
  });

  it('is not after 17:15', async () => {
    source.add(STAFF);
    expect(await arrived('2026-11-24T08:15:00Z')).toEqual([]);
    expect(await arrived('2026-11-25T00:00:00Z')).toHaveLength(1);
  });

  it('is the one that the person picked', async () => {
    bot.at('2026-11-23T02:00:00Z');
    await bot.tap(STAFF, 'reminders.settings', { minute: '870' });
    source.add(STAFF);
    source.add(OTHER);
    expect(await arrived('2026-11-24T00:00:00Z')).toHaveLength(1);
    expect(await arrived('2026-11-24T05:29:00Z')).toEqual([]);
    expect(await arrived('2026-11-24T05:30:00Z')).toHaveLength(1);
  });

  it('is any moment for an emergency, and any open moment for a change of the same day', async () => {
    source.add(STAFF, { urgency: 'emergency' });
    source.add(OTHER, { urgency: 'same-day' });
    expect(await arrived('2026-11-22T18:00:00Z')).toHaveLength(1);
    expect(await arrived('2026-11-23T23:29:00Z')).toEqual([]);
    expect(await arrived('2026-11-23T23:30:00Z')).toHaveLength(1);
  });

  it('moves with a closed day that HR adds in chat', async () => {
    source.add(STAFF);
    expect(shown(await bot.say('100066', 'データの編集'))).toContain('休日');
    await bot.turn(await bot.aadOf('100066'), {
      kind: 'dialog-submit',
      data: {
        verb: 'editing.save',
        dataset: 'holidays',
        id: null,
        basedOn: null,
        from: 'list',
        page: '0',
        shown: ['date', 'name', 'kind'],
        kept: {},
        c_date: '2026-11-24',
        c_name: '臨時休業',
        c_kind: 'closed',
      },
    });
    expect(await arrived('2026-11-24T01:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-25T00:00:00Z')).toHaveLength(1);
  });
});

describe('the budget', () => {
  it('is one message a day and three in seven days; the rest waits', async () => {
    const days: string[] = [];
    for (const on of ['24', '25', '26', '27', '30']) {
      source.add(STAFF);
      const messages = await arrived(`2026-11-${on}T01:00:00Z`);
      if (messages.length > 0) days.push(on);
      source.add(STAFF);
      expect(await arrived(`2026-11-${on}T03:00:00Z`)).toEqual([]);
    }
    expect(days).toEqual(['24', '25', '26']);
    const [text] = texts(await arrived('2026-12-01T00:00:00Z'));
    expect(text).toContain('お知らせ　5件');
  });

  it('leaves out emergencies and changes of the same day', async () => {
    for (const urgency of ['normal', 'emergency', 'same-day', 'emergency'] as const) {
      source.add(STAFF, { urgency });
      expect(await arrived()).toHaveLength(1);
    }
  });

  it('lets what can wait ride along, or go alone on the first open day of the week', async () => {
    source.add(STAFF, { urgency: 'low' });
    expect(await arrived('2026-11-25T01:00:00Z')).toEqual([]);
    source.add(STAFF);
    expect(texts(await arrived('2026-11-25T01:01:00Z'))[0]).toContain('お知らせ　2件');
    source.add(STAFF, { urgency: 'low' });
    expect(await arrived('2026-11-26T01:00:00Z')).toEqual([]);
    expect(await arrived('2026-11-30T01:00:00Z')).toHaveLength(1);
  });
});

describe('nobody is told', () => {
  it('who is on leave, until they are back', async () => {
    const everybody = await bot.bot.directory.everybody(bot.store.db, day.parse('2026-11-24'));
    const away = everybody.find(({ leave, aadObjectId }) => leave?.to != null && aadObjectId !== null);
    if (away?.leave?.to == null) throw new Error('nobody of the sample is on leave');
    source.add(away.id);
    expect(await arrived()).toEqual([]);
    bot.at(`${away.leave.to}T02:00:00Z`);
    expect(await arrived()).toEqual([]);
    const back = new Date(Date.parse(`${away.leave.to}T02:00:00Z`) + 14 * 86_400_000);
    expect(await arrived(bot.bot.calendarNow().nextOpenMoment(back).toISOString())).toHaveLength(1);
  });

  it('who has left', async () => {
    source.add('199999');
    expect(await arrived()).toEqual([]);
  });

  it('before the launch', async () => {
    await bot.close();
    bot = await createTestBot({ live: false, reminderSources: [source] });
    source.add(STAFF);
    expect(await bot.bot.sweep()).toEqual({ digests: 0, errors: 0 });
  });
});
