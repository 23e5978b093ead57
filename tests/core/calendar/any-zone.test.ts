import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');

/** The zone of a process is fixed when it starts, so that each needs one of its own. */
test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
  'calendar and dates are the same where the process runs in %s',
  (TZ) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [JEST, 'tests/core', '--testPathIgnorePatterns', 'any-zone', '--silent', '--maxWorkers', '1'],
      { cwd: ROOT, env: { ...process.env, TZ }, encoding: 'utf8' },
    );
    expect(stderr).toMatch(/Tests: .* passed/);
    expect({ status, failed: /[1-9]\d* failed/.exec(stderr)?.[0] }).toEqual({ status: 0, failed: undefined });
  },
);
