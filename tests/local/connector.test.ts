import { CONVERSATION, type Harness, HOST, localChannel, MASARU, SAKURA, say } from './support';

let local: Harness;
beforeEach(async () => {
  local = await localChannel({ historyLength: 5 });
});

const sent = async (body: object): Promise<string> => {
  const answer = await local.call('POST', `${CONVERSATION}/activities`, { body });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
};
const shown = async (as = SAKURA) => (await local.events(as)).messages;

describe('the bot opens a conversation', () => {
  const ROOT = '/local/connector/v3/conversations';
  const open = (id: string, rest: object = {}) =>
    local.call('POST', ROOT, { body: { isGroup: false, bot: { id: '28:bot' }, members: [{ id }], ...rest } });

  it('with a person by Entra id, as often as it likes', async () => {
    const first = await open(SAKURA);
    expect(first.status).toBe(201);
    expect(first.body).toEqual({ id: `local-${SAKURA}`, serviceUrl: `http://${HOST}/local/connector/` });
    expect((await open(`29:local-${SAKURA.toUpperCase()}`)).body).toEqual(first.body);
  });

  it('and may begin it with a message', async () => {
    const { body } = await open(SAKURA, { activity: say('はじめまして') });
    const [message] = await shown();
    expect(message).toMatchObject({ text: 'はじめまして', author: 'bot' });
    expect(body).toMatchObject({ activityId: message?.id });
  });

  it('but not with somebody unknown, several people, or nobody', async () => {
    expect((await open('00000000-0000-0000-0000-000000000000')).status).toBe(404);
    expect((await open(SAKURA, { members: [{ id: SAKURA }, { id: MASARU }] })).status).toBe(400);
    expect((await open(SAKURA, { members: [] })).status).toBe(400);
  });
});

describe('what the bot posts', () => {
  it('is shown to that person alone, in order', async () => {
    await sent(say('一つめ'));
    await local.call('POST', `${CONVERSATION}/activities/some-activity`, { body: say('返事') });
    expect((await shown()).map((message) => message.text)).toEqual(['一つめ', '返事']);
    expect(await shown(MASARU)).toEqual([]);
  });

  it('keeps cards, suggestions and the summary', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    await sent({
      type: 'message',
      summary: '研修の案内',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'はい', value: 'はい、お願いします' }] },
    });
    expect(await shown()).toMatchObject([
      {
        summary: '研修の案内',
        attachments: [{ content: card }],
        suggestions: [{ title: 'はい', value: 'はい、お願いします' }],
      },
    ]);
  });

  it('is Markdown unless it says plain', async () => {
    await sent({ type: 'message', text: '**a**' });
    await sent({ type: 'message', text: '**a**', textFormat: 'plain' });
    expect((await shown()).map((message) => message.textFormat)).toEqual(['markdown', 'plain']);
  });

  it('changes in its place and is marked as edited', async () => {
    const first = await sent(say('まちがい'));
    await sent(say('次'));
    const answer = await local.call('PUT', `${CONVERSATION}/activities/${first}`, { body: say('正しい') });
    expect(answer).toMatchObject({ status: 200, body: { id: first } });
    expect(await shown()).toMatchObject([
      { text: '正しい', edited: true, revision: 1, order: 1 },
      { text: '次', edited: false, revision: 0, order: 2 },
    ]);
  });

  it('disappears, and cannot be changed any more', async () => {
    const id = await sent(say('ひみつ'));
    expect((await local.call('DELETE', `${CONVERSATION}/activities/${id}`)).status).toBe(200);
    expect(await shown()).toMatchObject([{ deleted: true, text: '', attachments: [] }]);
    expect((await local.call('DELETE', `${CONVERSATION}/activities/${id}`)).status).toBe(404);
    expect((await local.call('PUT', `${CONVERSATION}/activities/${id}`, { body: say('x') })).status).toBe(
      404,
    );
  });

  it('cannot change what the person wrote', async () => {
    await local.act({ kind: 'message', text: '私の言葉', files: [] });
    const [mine] = await shown();
    expect(
      (await local.call('PUT', `${CONVERSATION}/activities/${mine?.id}`, { body: say('x') })).status,
    ).toBe(404);
    expect(await shown()).toMatchObject([{ text: '私の言葉' }]);
  });

  it('is forgotten when it grows old', async () => {
    for (let n = 1; n <= 7; n++) await sent(say(`${n}`));
    expect((await shown()).map((message) => message.text)).toEqual(['3', '4', '5', '6', '7']);
  });

  it('shows typing until the message comes', async () => {
    await sent({ type: 'typing' });
    expect(await local.events(SAKURA)).toMatchObject({ typing: true, messages: [] });
    expect(await local.events(MASARU)).toMatchObject({ typing: false });
    await sent(say('できました'));
    expect(await local.events(SAKURA)).toMatchObject({ typing: false });
  });

  it('shows nothing for a trace', async () => {
    await sent({ type: 'trace', label: 'x' });
    expect(await shown()).toEqual([]);
  });

  it('is refused for an unknown conversation or without sense', async () => {
    const nobody = '/local/connector/v3/conversations/local-00000000-0000-0000-0000-000000000000';
    expect(await local.call('POST', `${nobody}/activities`, { body: say('x') })).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
    expect((await local.call('POST', `${CONVERSATION}/activities`, { body: 'not json' })).status).toBe(400);
    expect((await local.call('POST', `${CONVERSATION}/activities`, { body: {} })).status).toBe(400);
  });
});

describe('the members of a conversation', () => {
  const member = { id: `29:local-${SAKURA}`, aadObjectId: SAKURA, name: '仮沢 さくら', userRole: 'user' };

  it('are its one person', async () => {
    expect((await local.call('GET', `${CONVERSATION}/members`)).body).toMatchObject([member]);
    expect((await local.call('GET', `${CONVERSATION}/pagedmembers`)).body).toMatchObject({
      members: [member],
    });
    expect((await local.call('GET', `${CONVERSATION}/members/29%3Alocal-${SAKURA}`)).body).toMatchObject(
      member,
    );
    expect((await local.call('GET', `${CONVERSATION}/members/${MASARU}`)).status).toBe(404);
  });
});
