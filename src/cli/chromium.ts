import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium or Chrome is installed; `CHROMIUM_PATH` wins, even over a browser that is there. Null when there is none. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const places = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : USUAL_PLACES;
  return places.find((place) => existsSync(place)) ?? null;
}

/** Chromium refuses to start in its sandbox for root, as in a container. */
export const chromiumOptions = (executablePath: string) => ({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
