export { type LinkedFile, linkedFile, linkFile } from './file-links';
