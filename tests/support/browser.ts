import { type Browser, chromium } from 'playwright-core';
import { chromiumOptions, findChromium } from '../../src/cli/chromium';

const executable = findChromium(process.env);
if (executable === null) {
  console.warn('No Chromium was found (CHROMIUM_PATH): the tests in a browser are skipped.');
}

/** `describe` for tests that need a browser: skipped, and said aloud, where none is installed. */
export const describeInBrowser = executable === null ? describe.skip : describe;

/** A headless browser; the caller closes it. Rejects where none is installed. */
export async function launchBrowser(): Promise<Browser> {
  if (executable === null) throw new Error('no Chromium: use describeInBrowser');
  return chromium.launch(chromiumOptions(executable));
}
