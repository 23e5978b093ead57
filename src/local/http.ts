import type { z } from 'zod';
import { err, ok, type Result } from '../core/result';
import type { HttpRequest, HttpResponse } from '../http/route';

export const json = (status: number, body: object): HttpResponse => ({ status, body });

/** An error of the page's own routes: `error` is for programs, `message` for people. */
export const problem = (status: number, error: string, message: string): HttpResponse =>
  json(status, { error, message });

/** An error as the Bot Connector writes it. */
export const connectorError = (status: number, code: string, message: string): HttpResponse =>
  json(status, { error: { code, message } });

/** The request's JSON body, or what is wrong with it. */
export function readJson<T>(request: Pick<HttpRequest, 'body'>, schema: z.ZodType<T>): Result<T, string> {
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch {
    return err('the body is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}

/** A path parameter, decoded; routers differ in whether they decode. */
export function param(request: Pick<HttpRequest, 'params'>, name: string): string {
  const raw = request.params[name] ?? '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
