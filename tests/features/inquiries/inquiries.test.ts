import { faq, loadDataset } from '../../../src/features/records';
import { buttonData, createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';

const ASKER = '100001';
const EDITOR = '100066';
const OTHER_EDITOR = '100067';

let test1: TestBot;
beforeAll(async () => {
  test1 = await createTestBot();
});
afterAll(() => test1.close());

async function ask(text: string): Promise<string> {
  const preview = await test1.tap(ASKER, 'inquiries.preview', { question: text });
  const { id } = buttonData(preview, 'inquiries.send');
  await test1.tap(ASKER, 'inquiries.send', { id, text });
  return String(id);
}

it('shows the text and that the name is shown before anything goes', async () => {
  const before = (await test1.deliver()).length;
  const text = shown(await test1.tap(ASKER, 'inquiries.preview', { question: '食堂の割引はありますか' }));
  expect(text).toContain('食堂の割引はありますか');
  expect(text).toContain('氏名（仮沢 さくら）が表示されます');
  expect(await test1.deliver()).toHaveLength(before);
});

it('goes to every HR editor once, with who asks, however often it is tapped', async () => {
  const before = (await test1.deliver()).length;
  const preview = await test1.tap(ASKER, 'inquiries.preview', {
    question: '新しい制度の開始時期はいつですか',
  });
  const data = { ...buttonData(preview, 'inquiries.send'), text: '新しい制度の開始時期はいつですか' };
  await Promise.all([test1.tap(ASKER, 'inquiries.send', data), test1.tap(ASKER, 'inquiries.send', data)]);
  const sent = (await test1.deliver()).slice(before);
  expect(sent.length).toBeGreaterThanOrEqual(3);
  expect(new Set(sent.map(({ to }) => to)).size).toBe(sent.length);
  expect(textsIn(sent[0]?.card)).toContain('仮沢 さくら');
});

it('the first to answer wins; the asker is told; the others see it done', async () => {
  const id = await ask('健康診断の再検査は勤務扱いですか');
  await test1.deliver();
  const first = await test1.tap(EDITOR, 'inquiries.answer', {
    id,
    answer: '所属の庶務担当にご確認ください。',
  });
  const second = await test1.tap(OTHER_EDITOR, 'inquiries.answer', { id, answer: '別の答え' });
  expect(shown(first)).toContain('質問した人に届けました');
  expect(shown(second)).toContain('先に');
  expect(shown(second)).not.toContain('別の答え');
  const received = await test1.deliver();
  const asker = await test1.aadOf(ASKER);
  const answer = received.filter(({ to }) => to === asker).at(-1);
  expect(textsIn(answer?.card)).toContain('所属の庶務担当にご確認ください。');
  const other = await test1.aadOf(OTHER_EDITOR);
  const cards = received.filter(({ to, card }) => to === other && textsIn(card).includes('再検査'));
  expect(cards).toHaveLength(1);
  expect(textsIn(cards[0]?.card)).toContain('が回答しました');
});

it('becomes an FAQ with one button, which the very next question finds, and leaves it again', async () => {
  const id = await ask('えんぴつ削りの電動化補助はありますか');
  await test1.tap(EDITOR, 'inquiries.answer', { id, answer: '電動えんぴつ削りの補助はありません。' });
  const made = await test1.tap(EDITOR, 'inquiries.makeFaq', { id });
  await test1.tap(EDITOR, 'inquiries.makeFaq', { id });
  expect(shown(made)).toMatch(/FAQ F-H-\d+ に加えました/);
  expect(shown(await test1.say('100003', '電動えんぴつ削りの補助ってある？'))).toContain(
    '電動えんぴつ削りの補助はありません。',
  );
  await test1.tap(EDITOR, 'inquiries.undoFaq', { id });
  expect(shown(await test1.say('100003', '電動えんぴつ削りの補助ってある？'))).not.toContain(
    '電動えんぴつ削りの補助はありません。',
  );
});

it('two taps at the same moment make one FAQ', async () => {
  const id = await ask('名札の再発行はどこでできますか');
  await test1.tap(EDITOR, 'inquiries.answer', { id, answer: '人事課の窓口でできます。' });
  const before = (await loadDataset(test1.store.db, faq)).length;
  const taps = [1, 2].map(() => test1.tap(EDITOR, 'inquiries.makeFaq', { id }));
  for (const made of await Promise.all(taps)) expect(shown(made)).toMatch(/FAQ F-H-\d+ に加えました/);
  expect(await loadDataset(test1.store.db, faq)).toHaveLength(before + 1);
});

it('a sensitive text never becomes an inquiry', async () => {
  const rows = async () => (await test1.store.db.selectFrom('inquiries').selectAll().execute()).length;
  const before = await rows();
  expect(shown(await test1.tap(ASKER, 'inquiries.preview', { question: '死にたい' }))).toContain(
    '0120-279-338',
  );
  const { id } = buttonData(
    await test1.tap(ASKER, 'inquiries.preview', { question: '研修の服装は？' }),
    'inquiries.send',
  );
  expect(shown(await test1.tap(ASKER, 'inquiries.send', { id, text: '上司のパワハラで死にたい' }))).toContain(
    '0120-279-338',
  );
  expect(await rows()).toBe(before);
});

it('can be withdrawn by its asker alone', async () => {
  const id = await ask('研修室の予約方法は？');
  expect(shown(await test1.tap('100003', 'inquiries.withdraw', { id }))).toContain('見つかりませんでした');
  expect(shown(await test1.tap(ASKER, 'inquiries.withdraw', { id }))).toContain('取り消しました');
  expect(shown(await test1.tap(EDITOR, 'inquiries.answer', { id, answer: '遅い答え' }))).toContain(
    '取り消しました',
  );
});

it.each(['inquiries.answer', 'inquiries.makeFaq', 'inquiries.undoFaq', 'inquiries.refresh'])(
  '%s is HR’s alone, whatever the card says',
  async (verb) => {
    const id = await ask('共用車の鍵はどこ？');
    for (const person of [ASKER, '100003', '100216', '100479']) {
      const reply = await test1.tap(person, verb, { id, answer: 'x', by: EDITOR });
      expect(shown(reply)).toContain('人事課の担当者だけ');
    }
  },
);

it('the answer comes in the language in which the asker last wrote', async () => {
  const [wroteEnglish, wroteJapanese] = ['100003', '100004'] as const;
  const aad = await test1.aadOf(wroteEnglish);
  await test1.store.write((tx) =>
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
  const cards = new Map<string, string>();
  for (const asker of [wroteEnglish, wroteJapanese]) {
    const question = `名札の色はいつ変わりますか（${asker}）`;
    const preview = await test1.tap(asker, 'inquiries.preview', { question });
    const { id } = buttonData(preview, 'inquiries.send');
    await test1.tap(asker, 'inquiries.send', { id, text: question });
    await test1.tap(EDITOR, 'inquiries.answer', { id, answer: 'In May.' });
    const to = await test1.aadOf(asker);
    cards.set(asker, textsIn((await test1.deliver()).filter((sent) => sent.to === to).at(-1)?.card));
  }
  expect(cards.get(wroteEnglish)).toContain('The HR section answered');
  expect(cards.get(wroteEnglish)).toContain('(Tue 24 Nov)');
  expect(cards.get(wroteJapanese)).toContain('（11/24(火)）');
});
