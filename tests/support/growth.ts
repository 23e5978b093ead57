/**
 * How many times more processor time `work` takes at eight times the size: about 8 where it grows with the size, 64 where
 * with its square. Not wall time, and the best of three, so that other work on the machine fails no test.
 */
export function growth(work: (size: number) => void, size: number): number {
  secondsOf(() => work(size));
  return fastest(() => work(size * 8)) / fastest(() => work(size));
}

/** Where it grows faster than this, long texts can stop the bot. */
export const STEADY = 24;

const fastest = (run: () => void): number => Math.min(...[1, 2, 3].map(() => secondsOf(run)));

function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
