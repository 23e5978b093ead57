import { LocalFiles, MAX_FILE_BYTES } from '../../src/local/files';
import type { UploadedFile } from '../../src/local/wire';
import { type Harness, HOST, localChannel, SAKURA } from './support';

let local: Harness;
beforeEach(async () => {
  local = await localChannel();
});

const upload = async (name: string, content: string | Uint8Array) =>
  local.call('POST', `/local/files?${new URLSearchParams({ name })}`, { body: content });

describe('an attached file', () => {
  it('reaches the bot as a link that gives back its bytes', async () => {
    const { body } = await upload('名簿 2026.CSV', '氏名\r\n仮沢');
    const { id } = body as UploadedFile;
    await local.act({ kind: 'message', text: '', files: [id] });
    const url = `http://${HOST}/local/files/${id}`;
    const attachment = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: '名簿 2026.CSV',
      contentUrl: url,
      content: { downloadUrl: url, fileType: 'csv', uniqueId: id },
    };
    expect(local.told).toMatchObject([{ attachments: [attachment] }]);
    expect((await local.events(SAKURA)).messages).toMatchObject([{ attachments: [attachment] }]);

    const { status, body: bytes, headers } = await local.call('GET', `/local/files/${id}`);
    expect(status).toBe(200);
    expect(Buffer.from(bytes as Uint8Array).toString('utf8')).toBe('氏名\r\n仮沢');
    expect(headers?.['Content-Disposition']).toBe(
      "attachment; filename*=UTF-8''%E5%90%8D%E7%B0%BF%202026.CSV",
    );
  });

  it('has an address that nobody guesses', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 50; n++) ids.add(((await upload('a', 'a')).body as UploadedFile).id);
    expect(ids.size).toBe(50);
    for (const id of ids) expect(id).toMatch(/^[\w-]{32}$/);
    expect((await local.call('GET', '/local/files/1')).status).toBe(404);
  });

  it('is refused when it is empty or above 10 MB', async () => {
    expect(await upload('leer.csv', '')).toMatchObject({ status: 400, body: { error: 'file-is-empty' } });
    expect(await upload('big.csv', new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      status: 413,
      body: { error: 'file-too-large' },
    });
    expect((await upload('just.csv', new Uint8Array(MAX_FILE_BYTES))).status).toBe(201);
  });

  it('cannot be named by anybody else’s address', async () => {
    await local.act({ kind: 'message', text: 'x', files: ['http://169.254.169.254/', '../../etc/passwd'] });
    expect(local.told).toMatchObject([{ attachments: [] }]);
  });

  it('gives way to newer ones when there is too much', () => {
    const files = new LocalFiles();
    const kept = Array.from({ length: 6 }, () => files.keep('a', new Uint8Array(MAX_FILE_BYTES)));
    expect(kept.map(({ id }) => files.find(id) !== null)).toEqual([false, true, true, true, true, true]);
  });
});
