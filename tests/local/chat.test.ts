import { CONVERSATION, type Harness, HOST, localChannel, MASARU, SAKURA, say } from './support';

let local: Harness;
beforeEach(async () => {
  local = await localChannel();
});

const bot = (text: string) => local.call('POST', `${CONVERSATION}/activities`, { body: say(text) });

describe('what a person does', () => {
  it('reaches the bot as it would from Teams', async () => {
    const key = crypto.randomUUID();
    const answer = await local.act({ kind: 'message', text: '来月の研修は?', files: [], key });
    expect(answer).toMatchObject({ status: 200, body: { status: 200 } });
    expect(local.told).toEqual([
      {
        type: 'message',
        id: key,
        text: '来月の研修は?',
        textFormat: 'plain',
        attachments: [],
        timestamp: '2026-11-23T00:41:00.000Z',
        localTimestamp: '2026-11-23T09:41:00.000+09:00',
        localTimezone: 'Asia/Tokyo',
        channelId: 'msteams',
        serviceUrl: `http://${HOST}/local/connector/`,
        from: { id: `29:local-${SAKURA}`, aadObjectId: SAKURA, name: '仮沢 さくら' },
        recipient: { id: '28:bot', name: '育成ナビ' },
        conversation: { conversationType: 'personal', tenantId: expect.any(String), id: `local-${SAKURA}` },
        channelData: { tenant: { id: expect.any(String) } },
        locale: 'ja-JP',
        entities: [
          { type: 'clientInfo', locale: 'ja-JP', country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo' },
        ],
      },
    ]);
    expect((await local.events(SAKURA)).messages).toMatchObject([
      { author: 'person', text: '来月の研修は?' },
    ]);
  });

  it('is told in English when the person chose it', async () => {
    await local.act({ kind: 'message', text: 'Help', files: [], locale: 'en' });
    expect(local.told).toMatchObject([{ locale: 'en-US' }]);
  });

  it('appears once, however often it is retried', async () => {
    const key = crypto.randomUUID();
    local.answers.push(new TypeError('fetch failed'));
    const failed = await local.act({ kind: 'message', text: 'もしもし', files: [], key });
    expect(failed).toMatchObject({ status: 502, body: { error: 'bot-unreachable' } });
    await local.act({ kind: 'message', text: 'もしもし', files: [], key });
    expect(local.told.map((activity) => activity.id)).toEqual([key, key]);
    expect((await local.events(SAKURA)).messages).toHaveLength(1);
  });

  it('is refused for nobody of the directory, and for nonsense', async () => {
    const stranger = await local.act({ kind: 'message', text: 'x', files: [], as: crypto.randomUUID() });
    expect(stranger).toMatchObject({ status: 404, body: { error: 'unknown-person' } });
    expect((await local.call('POST', '/local/activities', { body: '{' })).status).toBe(400);
    expect(
      (await local.call('POST', '/local/activities', { body: { as: SAKURA, kind: 'shout' } })).status,
    ).toBe(400);
    expect(local.told).toEqual([]);
  });

  it('shows a tapped button only when the button says what to show', async () => {
    await local.act({ kind: 'submit', text: null, shown: null, value: { verb: 'a' }, replyToId: 'm1' });
    await local.act({
      kind: 'submit',
      text: 'help',
      shown: 'ヘルプを見る',
      value: { verb: 'b' },
      replyToId: null,
    });
    expect(local.told).toMatchObject([
      { type: 'message', value: { verb: 'a' }, replyToId: 'm1' },
      { type: 'message', text: 'help', value: { verb: 'b' } },
    ]);
    expect(local.told[0]).not.toHaveProperty('text');
    expect((await local.events(SAKURA)).messages.map((message) => message.text)).toEqual(['ヘルプを見る']);
  });

  it('posts a card found by search without telling the bot', async () => {
    const attachment = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard' },
    };
    await local.act({ kind: 'card', attachment });
    expect(local.told).toEqual([]);
    expect((await local.events(SAKURA)).messages).toMatchObject([
      { author: 'person', attachments: [attachment] },
    ]);
  });

  it('installs nothing for whoever has got a message of the bot before', async () => {
    await bot('締切が近づいています');
    expect((await local.call('POST', '/local/open', { body: { as: SAKURA, locale: 'ja' } })).status).toBe(
      200,
    );
    expect(local.told).toEqual([]);
  });

  it('installs the bot when the chat is opened for the first time', async () => {
    const open = () => local.call('POST', '/local/open', { body: { as: SAKURA, locale: 'ja' } });
    local.answers.push(new TypeError('fetch failed'));
    expect((await open()).status).toBe(502);
    await open();
    await open();
    expect(local.told.map((activity) => activity.type)).toEqual([
      'conversationUpdate',
      'conversationUpdate',
      'installationUpdate',
    ]);
  });
});

describe('a tap on a card', () => {
  const before = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '申込前' }] };
  const after = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '申込済' }] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: before }];
  const tap = (messageId: string) =>
    local.act({
      kind: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'apply', data: {} }, trigger: 'manual' },
      source: { messageId, attachment: 0 },
    });

  it('puts the card that the bot answers in the place of the old one', async () => {
    const posted = await local.call('POST', `${CONVERSATION}/activities`, {
      body: { type: 'message', attachments },
    });
    const { id } = posted.body as { id: string };
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: after };
    local.answers.push({ status: 200, body });
    expect((await tap(id)).body).toEqual({ status: 200, body });
    expect(local.told).toMatchObject([{ type: 'invoke', name: 'adaptiveCard/action', replyToId: id }]);
    expect((await local.events(SAKURA)).messages).toMatchObject([
      { id, edited: false, revision: 0, attachments: [{ content: after }] },
    ]);
  });

  it('leaves the card alone when the bot has only something to say', async () => {
    const posted = await local.call('POST', `${CONVERSATION}/activities`, {
      body: { type: 'message', attachments },
    });
    const { id } = posted.body as { id: string };
    const { seq, epoch } = await local.events(SAKURA);
    local.answers.push({
      status: 200,
      body: { type: 'application/vnd.microsoft.activity.message', value: 'どうも' },
    });
    await tap(id);
    expect((await local.events(SAKURA, seq, epoch)).messages).toEqual([]);
  });
});

describe('news', () => {
  it('come at once when there are some', async () => {
    await bot('一');
    const first = await local.events(SAKURA);
    await bot('二');
    const second = await local.events(SAKURA, first.seq, first.epoch);
    expect(second.messages.map((message) => message.text)).toEqual(['二']);
  });

  it('are waited for, and wake whoever waits', async () => {
    const patient = await localChannel({ pollMs: 5_000 });
    const { seq, epoch } = await patient.events(SAKURA);
    const waiting = patient.events(SAKURA, seq, epoch);
    await patient.call('POST', `${CONVERSATION}/activities`, { body: say('おまたせ') });
    expect((await waiting).messages).toMatchObject([{ text: 'おまたせ' }]);
  });

  it('end without any after a while', async () => {
    const { seq, epoch } = await local.events(SAKURA);
    const start = performance.now();
    expect(await local.events(SAKURA, seq, epoch)).toMatchObject({ seq, messages: [] });
    expect(performance.now() - start).toBeGreaterThan(40);
  });

  it('begin anew after a restart', async () => {
    await bot('一');
    const { seq } = await local.events(SAKURA);
    const again = await local.events(SAKURA, seq, 'another-server');
    expect(again.messages.map((message) => message.text)).toEqual(['一']);
  });

  it('let go of everybody when the server stops', async () => {
    const stopping = await localChannel({ pollMs: 60_000 });
    const { seq, epoch } = await stopping.events(SAKURA);
    const waiting = stopping.events(SAKURA, seq, epoch);
    stopping.channel.close();
    expect(await waiting).toMatchObject({ messages: [] });
  });

  it('count as unread until they have been asked past', async () => {
    await bot('一');
    await bot('二');
    await local.act({ kind: 'message', text: '私から', files: [] });
    expect((await local.events(MASARU)).unread).toEqual({ [SAKURA]: 2 });
    const { seq, epoch } = await local.events(SAKURA);
    await local.events(SAKURA, seq, epoch);
    expect((await local.events(MASARU)).unread).toEqual({});
    await bot('三');
    expect((await local.events(MASARU)).unread).toEqual({ [SAKURA]: 1 });
  });

  it('lists the people of the directory', async () => {
    expect((await local.call('GET', '/local/people')).body).toMatchObject([
      { id: '100001' },
      { id: '100002' },
    ]);
  });
});
