import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

test('a program whose reader has read enough ends without a word', () => {
  const lines = `require('./dist/cli/closed-pipe.js').endWithReader(); setInterval(() => console.log('x'.repeat(9999)), 1)`;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; "${process.execPath}" -e "${lines}" | head -c 3`],
    { cwd: root, encoding: 'utf8', timeout: 20_000 },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'xxx', stderr: '' });
});
