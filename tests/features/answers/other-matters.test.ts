import { OTHER_MATTERS, withoutOtherMatters } from '../../../src/features/answers';

const hit = (id: string) => ({ id, score: 1 });
const [other] = OTHER_MATTERS;
const otherId = other?.id ?? '';

test('nothing is known of a question that is nearer to another matter', () => {
  const ranking = { hits: [hit(otherId), hit('F-1.1.1-01')], confidence: 0.9 };
  expect(withoutOtherMatters(ranking, 5)).toEqual({ hits: [hit('F-1.1.1-01')], confidence: 0 });
});

test('another matter behind an entry is left out', () => {
  const ranking = { hits: [hit('F-1.1.1-01'), hit(otherId), hit('S-01'), hit('S-02')], confidence: 0.9 };
  expect(withoutOtherMatters(ranking, 2)).toEqual({
    hits: [hit('F-1.1.1-01'), hit('S-01')],
    confidence: 0.9,
  });
});

test('no hits stay none', () => {
  expect(withoutOtherMatters({ hits: [], confidence: 0 }, 5)).toEqual({ hits: [], confidence: 0 });
});

test('each topic has an id of its own, and several ways of naming it', () => {
  expect(new Set(OTHER_MATTERS.map(({ id }) => id)).size).toBe(OTHER_MATTERS.length);
  for (const { question, alternates } of OTHER_MATTERS) {
    expect(question).not.toBe('');
    expect(alternates.length).toBeGreaterThan(1);
  }
});
