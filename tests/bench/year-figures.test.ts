import { brokenBudgets, figuresByRole, mondayOf, quantile, type Sent } from '../../bench/year/figures.mts';

const to = (person: string, ...days: string[]): Sent[] => days.map((day) => ({ person, day, free: false }));

it.each([
  ['2026-04-01', '2026-03-30'],
  ['2026-04-05', '2026-03-30'],
  ['2026-04-06', '2026-04-06'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

it('a quantile is a value that was there, reached by that share of all', () => {
  const values = [3, 0, 1, 2];
  expect(quantile(values, 0.5)).toBe(1);
  expect(quantile(values, 0.95)).toBe(3);
  expect(quantile([...Array(95).fill(1), ...Array(5).fill(9)], 0.95)).toBe(1);
  expect(quantile([...Array(94).fill(1), ...Array(6).fill(9)], 0.95)).toBe(9);
  expect(quantile([], 0.5)).toBeNaN();
});

it('weeks without a message count, each person in the role of that week', () => {
  const weeks = [
    { person: 'a', monday: '2026-04-06', role: 'staff' },
    { person: 'b', monday: '2026-04-06', role: 'staff' },
    { person: 'a', monday: '2026-04-13', role: 'manager' },
    { person: 'b', monday: '2026-04-13', role: 'staff' },
  ];
  const sent = [
    ...to('a', '2026-04-06', '2026-04-08', '2026-04-13', '2026-04-14', '2026-04-15', '2026-04-19'),
    { person: 'a', day: '2026-04-12', free: true },
  ];
  const figures = figuresByRole(weeks, sent);
  expect(figures.get('staff')).toEqual({
    people: 2,
    personWeeks: 3,
    median: 0,
    p95: 3,
    max: 3,
    shares: [2 / 3, 0, 0, 1 / 3, 0],
  });
  expect(figures.get('manager')).toMatchObject({ people: 1, median: 4, shares: [0, 0, 0, 0, 1] });
});

describe('a broken budget', () => {
  it('is two messages a day, or four within any seven days', () => {
    expect(brokenBudgets(to('a', '2026-04-06', '2026-04-06'))).toEqual({ days: 1, weeks: 0 });
    // Across two calendar weeks: from Friday to Thursday.
    const four = ['2026-04-10', '2026-04-13', '2026-04-15', '2026-04-16'];
    expect(brokenBudgets(to('a', ...four))).toEqual({ days: 0, weeks: 1 });
    expect(brokenBudgets(to('a', '2026-04-09', ...four.slice(1)))).toEqual({ days: 0, weeks: 0 });
  });

  it('is not what came from others, or free of it', () => {
    const free = { person: 'a', day: '2026-04-06', free: true };
    expect(brokenBudgets([...to('a', '2026-04-06'), ...to('b', '2026-04-06'), free, free, free])).toEqual({
      days: 0,
      weeks: 0,
    });
  });
});
