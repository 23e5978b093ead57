import type MarkdownIt from 'markdown-it';

declare global {
  const markdownit: typeof MarkdownIt;
}

/** Markup in a text stays text; links lead out of the page. */
const renderer = markdownit({ html: false, linkify: true });
renderer.linkify.set({ fuzzyLink: false });
renderer.disable(['image', 'heading', 'lheading', 'table', 'code', 'fence', 'hr']);
renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

/** HTML of the Markdown that Teams reads in texts and cards: emphasis, lists, links. */
export const renderMarkdown = (text: string): string => renderer.render(text);
