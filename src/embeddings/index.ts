export { openSemanticSearch, type SemanticDocument, type SemanticSearch } from './semantic-search';
