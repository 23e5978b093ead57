import fc from 'fast-check';
import { classifyHttpFailure, classifyNetworkFailure } from '../../src/delivery/messenger';

const now = new Date('2026-11-24T00:00:00Z');
const classify = (status: number, retryAfter?: string) =>
  classifyHttpFailure(
    status,
    new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
    now,
  );

describe('classifyHttpFailure', () => {
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['1.5', 1_500],
    ['Tue, 24 Nov 2026 00:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 00:00:00 GMT', 0],
  ])('429 with Retry-After %s is quiet for %d ms', (header, retryAfterMs) => {
    expect(classify(429, header)).toEqual({ kind: 'retryable', reason: 'http 429', retryAfterMs });
  });

  test.each(['', 'soon', '-5', 'Tue, 99 Foo'])(
    'a malformed Retry-After (%s) counts as none: a second',
    (header) => {
      expect(classify(429, header)).toEqual({ kind: 'retryable', reason: 'http 429', retryAfterMs: 1_000 });
    },
  );

  test('a server error asks nobody to be quiet unless it says so', () => {
    expect(classify(503)).toEqual({ kind: 'retryable', reason: 'http 503' });
    expect(classify(503, '9')).toEqual({ kind: 'retryable', reason: 'http 503', retryAfterMs: 9_000 });
  });

  test('403 and 404 mean that the person cannot be reached', () => {
    expect(classify(403)).toEqual({ kind: 'unreachable', reason: 'refused' });
    expect(classify(404)).toEqual({ kind: 'unreachable', reason: 'not-found' });
  });

  test('every other client error is permanent, every server error is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), (status) => {
        fc.pre(status !== 403 && status !== 404);
        const passing = status >= 500 || [408, 412, 429].includes(status);
        expect(classify(status).kind).toBe(passing ? 'retryable' : 'permanent');
      }),
    );
  });
});

test('a connection that was never made posted nothing; a broken one may have', () => {
  expect(classifyNetworkFailure('ENOTFOUND')).toEqual({ kind: 'retryable', reason: 'network ENOTFOUND' });
  expect(classifyNetworkFailure('ECONNRESET')).toEqual({ kind: 'unknown', reason: 'network ECONNRESET' });
  expect(classifyNetworkFailure(undefined)).toEqual({ kind: 'unknown', reason: 'network error' });
});
