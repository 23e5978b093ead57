/**
 * Makes `text` show as it is where a client reads Markdown (the subset that Teams renders in TextBlock and FactSet).
 * A line break becomes a paragraph, since a single one is swallowed; indentation is dropped, since it would mean code.
 */
export function escapeMarkdown(text: string): string {
  if (!MAY_MEAN_MORE.test(text)) return text;
  return (
    text
      .replace(/[\\`*_[\]<>~|]/g, '\\$&')
      .replace(/&(?=[#\w]+;)/g, '\\&')
      // {{DATE(…)}} and {{TIME(…)}} are functions of TextBlock.
      .replace(/\{\{(?=(DATE|TIME)\()/gi, '{\\{')
      .replace(/^[ \t]+/gm, '')
      .replace(/^[#+-]/gm, '\\$&')
      .replace(/^(\d+)([.)])/gm, '$1\\$2')
      .replace(/\r\n?|\n/g, '\n\n')
  );
}

/** Whether anything that is escaped could be found at all: most texts are plain. */
const MAY_MEAN_MORE = /[\\`*_[\]<>~|&{\r\n\u2028\u2029]|^[ \t#+\-\d]/;
