export { dropExpiredFiles, type LinkedFile, linkedFile, linkFile } from './file-links';
