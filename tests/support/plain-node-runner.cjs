/**
 * Jest's `testRunner`: Jest's own (circus), but in plain Node instead of Jest's sandbox. The sandbox loads the whole bot
 * for each file anew, 1.5 s, and every global name in it takes a detour, by which the bot is half as fast as it is for
 * people. Here src/ and packages are loaded once a process, as they hold no state; so is tests/support/shared/, for what
 * takes long to make. The rest of tests/ is loaded anew for each file.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { default: runCircus } = require('jest-circus/runner');
const { sourceMaps } = require('./register-typescript.cjs');

const TESTS = path.join(__dirname, '../');
const SHARED = path.join(__dirname, 'shared/');
const CIRCUS_STATE = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

module.exports = async (globalConfig, config, { moduleMocker }, sandbox, testPath, send) => {
  // By these Jest names the lines of a stack.
  sandbox.getSourceMaps().get = (file) => sourceMaps.get(file);
  globalThis.jest = moduleMocker;
  try {
    const environment = { global: globalThis, moduleMocker };
    return await runCircus(globalConfig, config, environment, plainRuntime, testPath, send);
  } finally {
    moduleMocker.restoreAllMocks();
    forgetThisFile();
  }
};

/** What circus asks of a runtime. */
const plainRuntime = {
  requireModule: (file) => createRequire(file)(file),
  requireInternalModule: (file) => createRequire(file)(file),
  unstable_shouldLoadAsEsm: () => false,
  setGlobalsForRuntime: () => undefined,
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};

function forgetThisFile() {
  for (const file of Object.keys(require.cache)) {
    const ofThisFile = file.startsWith(TESTS) && !file.startsWith(SHARED) && file.endsWith('.ts');
    if (ofThisFile || file.includes('/jest-circus/build/jestAdapterInit')) delete require.cache[file];
  }
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (CIRCUS_STATE.includes(symbol.description)) delete globalThis[symbol];
  }
}
