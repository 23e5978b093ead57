import { rejoin } from '../../src/retrieval/conversion';
import { createKanaReader, learnVocabulary } from '../../src/retrieval/kana-reader';
import { tokenizer } from './library';

const documents = ['復命書は研修の後に提出します。', '評価の結果は公表されますか。'];
const kana = createKanaReader(learnVocabulary(documents.map((text) => tokenizer.tokenize(text))));
const read = (text: string): string =>
  rejoin(tokenizer.tokenize(text), kana)
    .map(({ surface }) => surface)
    .join('|');

test.each([
  ['not converted', 'ふくめい書の書き方', '復命|書|の|書き方'],
  ['not converted in the middle', '今年けんしゅうに出たい', '今年|研修|に|出|たい'],
  ['converted piece by piece', '件衆に出たい', '研修|に|出|たい'],
  ['converted as it should be', '研修に出たい', '研修|に|出|たい'],
  ['grammar that reads like a word', 'どうなるのでしょうか', 'どう|なる|の|でしょ|う|か'],
  ['a word of no document', 'りんごが好き', 'りんご|が|好き'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => {
  expect(read(text)).toBe(expected);
});
