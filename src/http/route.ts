/** An HTTP request as routes see it; header names are lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** An object body is sent as JSON; text and bytes as they are, with `type` (default `text/plain; charset=utf-8`). */
export interface HttpResponse {
  readonly status: number;
  readonly body?: string | Uint8Array | object;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** As restify writes it: `/files/:token`. */
  readonly path: string;
  handle(request: HttpRequest): Promise<HttpResponse>;
}
