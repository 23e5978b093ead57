import type { FetchFile } from './activity-reader';

const FETCH_TIMEOUT_MS = 20_000;

/**
 * Fetches a file attached in chat. Only from the hosts that `allows` accepts, without following redirects: the address
 * comes from the message. Throws on any other answer than success, after a time-out, and above `maxBytes`.
 */
export const createFileFetcher =
  (allows: (url: URL) => boolean): FetchFile =>
  async (address, maxBytes) => {
    const url = new URL(address);
    if (!allows(url)) throw new Error(`files from ${url.host} are not fetched`);
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw new Error(`file: http ${response.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new FileTooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };

export class FileTooLarge extends Error {}

/** Files sent to a bot in Teams lie in the sender's OneDrive for Business. */
export const isOneDrive = (url: URL): boolean =>
  url.protocol === 'https:' && /(^|\.)(sharepoint\.com|sharepoint\.us|onedrive\.com)$/.test(url.hostname);
