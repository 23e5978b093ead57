import { ConfigurationError } from './config';
import { DatabaseInUse, DatabaseTooNew } from './db/open';

/** Why the server does not start, in words for whoever starts it; with its stack only what nobody foresaw. */
export function explain(error: unknown): string {
  if (error instanceof ConfigurationError)
    return ['設定に誤りがあるため起動できません:', ...error.problems.map((line) => `  ・${line}`)].join('\n');
  if (error instanceof DatabaseInUse)
    return `ほかの育成ナビが ${error.message} を使っています。先にそちらを終了してください。`;
  if (error instanceof DatabaseTooNew)
    return 'データベースが、このプログラムより新しい版で作られています。新しい版の育成ナビで起動してください。';
  const { code, syscall } = systemError(error);
  if (code === 'EADDRINUSE') return 'ポートが使われています。PORT に別の番号を指定してください。';
  if (code === 'EACCES' && syscall === 'listen')
    return 'このポートを使う権限がありません。PORT に1024以上の番号を指定してください。';
  if (code === 'SQLITE_NOTADB')
    return 'DATABASE_FILE は、育成ナビのデータベースではありません。場所を確かめてください。';
  if (UNOPENED.has(code))
    return 'データベースを開けません。DATABASE_FILE の場所と、書き込む権限を確かめてください。';
  if (UNREACHED.has(code))
    return 'データベースにつながりません。DATABASE_FILE のホスト・データベース名・ユーザー名・パスワードを確かめてください。';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Codes of the operating system and of SQLite for a file that cannot be made, opened or written. */
const UNOPENED = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/** Codes of the network and of PostgreSQL for a server that does not answer or lets nobody in. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000']);

const systemError = (error: unknown): { readonly code: string; readonly syscall: string } => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  syscall: error instanceof Error && 'syscall' in error ? String(error.syscall) : '',
});
