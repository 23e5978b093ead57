import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import {
  createSensitiveRecogniser,
  parseSensitiveModel,
  readSensitiveModel,
} from '../../../src/features/sensitive';
import { readSensitiveExamples } from '../../../src/features/sensitive/examples';
import {
  likeliestTopic,
  likeness,
  serialiseSensitiveModel,
} from '../../../src/features/sensitive/sensitive-model';
import { trainSensitiveModel } from '../../../src/features/sensitive/train-model';

const EXAMPLES = 'data/sensitive-examples.tsv';
const MODEL = 'data/sensitive-model.json';

describe('data/sensitive-model.json', () => {
  const model = readSensitiveModel(MODEL);
  const examples = readSensitiveExamples(readFileSync(EXAMPLES, 'utf8'));
  const { recognise } = createSensitiveRecogniser(model);

  test('今の例文から作られている(例文を変えたら train-sensitive を実行する)', () => {
    expect(model.examples).toBe(createHash('sha256').update(readFileSync(EXAMPLES)).digest('hex'));
  });

  test('1.2 MB に収まる', () => {
    expect(statSync(MODEL).size).toBeLessThanOrEqual(1_200_000);
  });

  test('例文の機微な相談はすべて分かり、そうでないものはほとんど取り違えない', () => {
    const missed = examples.filter(({ text, label }) => label !== 'none' && recognise(text) === null);
    const ordinary = examples.filter(({ label }) => label === 'none');
    const mistaken = ordinary.filter(({ text }) => recognise(text) !== null);
    // One in some thousands lies on the border after each training; texts that say it plainly are tests of their own.
    expect(missed.length / (examples.length - ordinary.length)).toBeLessThan(0.0003);
    expect(mistaken.length / ordinary.length).toBeLessThan(0.015);
  });

  test('例文は十分にあり、重なりがない', () => {
    expect(examples.filter(({ label }) => label !== 'none').length).toBeGreaterThanOrEqual(1_600);
    expect(examples.filter(({ label }) => label === 'none').length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
  });
});

describe('学習', () => {
  const taught = [
    { label: 'mental_health', spellings: ['朝になると涙が出る', '涙が止まらない'] },
    { label: 'debt', spellings: ['借金が返せない', '借金がある'] },
    { label: 'none', spellings: ['研修はいつですか', '研修の会場はどこですか'] },
    { label: 'none', spellings: ['休暇の申請はいつですか', '休暇は何日ですか'] },
  ] as const;
  const examples = [...taught, ...taught];

  test('教わらなかった文も、似た方へ分ける', () => {
    const model = trainSensitiveModel(examples, '0'.repeat(64));
    expect(likeness(model, '涙が出て止まらない')).toBeGreaterThan(likeness(model, '会場はいつですか'));
    expect(likeliestTopic(model, '借金がまた増えた').topic).toBe('debt');
    expect(likeliestTopic(model, '涙が出ました').topic).toBe('mental_health');
  });

  test('同じ例文からは同じモデルができる', () => {
    const [first, second] = [1, 2].map(() =>
      serialiseSensitiveModel(trainSensitiveModel(examples, '0'.repeat(64))),
    );
    expect(first).toEqual(second);
  });

  test('書き出して読み直しても、ほとんど同じ点になる', () => {
    const model = trainSensitiveModel(examples, '0'.repeat(64));
    const again = parseSensitiveModel(JSON.parse(JSON.stringify(serialiseSensitiveModel(model))));
    expect(likeness(again, '涙が出る')).toBeCloseTo(likeness(model, '涙が出る'), 1);
  });

  test('モデルでないファイルは読まない', () => {
    const file = serialiseSensitiveModel(trainSensitiveModel(examples, '0'.repeat(64)));
    expect(() => parseSensitiveModel({})).toThrow();
    expect(() => parseSensitiveModel({ ...file, topics: file.detector })).toThrow(/other topics/);
    expect(() => parseSensitiveModel({ ...file, detector: { ...file.detector, places: 2 } })).toThrow(
      /differ in number/,
    );
  });
});

describe('例文のファイル', () => {
  test('列の足りない行や知らない話題は読まない', () => {
    expect(() => readSensitiveExamples('text\tlabel\tfamily\nつらい\tmental_health\n')).toThrow();
    expect(() => readSensitiveExamples('text\tlabel\tfamily\nつらい\tsadness\tx\n')).toThrow();
  });
});
