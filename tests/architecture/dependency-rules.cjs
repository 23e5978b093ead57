// Who may know whom (docs/architecture.md). Run by `npm run check:architecture`.
const outside = (from, to, comment) => ({
  name: comment.split(':')[0].replaceAll(' ', '-'),
  comment,
  severity: 'error',
  from,
  to,
});

module.exports = {
  forbidden: [
    outside({}, { circular: true }, 'no cycles: a cycle hides which side owns what'),
    outside(
      { path: '^src/core' },
      { path: '^(src/(?!core)|node_modules/(?!date-fns|zod))' },
      'core is pure: it knows nothing of the rest',
    ),
    outside(
      { path: '^src/(db|cards|retrieval)/' },
      { path: '^src/(features|delivery|teams|local|http|cli|app|main|config)' },
      'foundations do not know features: db, cards and retrieval are used by features',
    ),
    outside(
      { path: '^src/delivery/' },
      { path: '^src/(features|teams|local|http|cli|app|main|config)' },
      'delivery does not know features: it sends what it is given',
    ),
    outside(
      { path: '^src/features/' },
      { path: '^src/(teams|local|http|cli|app|main|config)' },
      'features know no transport: the composition root wires them',
    ),
    outside(
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/([^/]+)/', pathNot: '^src/features/($1/|[^/]+/index\\.ts$)' },
      'features meet at their index: reach another feature only through its index.ts',
    ),
    outside(
      { path: '^src/', pathNot: '^src/teams/' },
      { path: 'node_modules/(botbuilder|botframework)' },
      'botbuilder stays in teams: only src/teams imports it',
    ),
    outside(
      { path: '^src/', pathNot: '^src/http/' },
      { path: 'node_modules/restify' },
      'restify stays in http: only src/http imports it',
    ),
    outside(
      { path: '^src/', pathNot: '^src/db/' },
      { path: 'node_modules/(better-sqlite3|pg)/' },
      'drivers stay in db: only src/db knows which database it is',
    ),
    outside(
      { path: '^src/(teams|http)/' },
      { path: '^src/(app|main|cli|local)' },
      'edges do not know the root: routes and handlers are handed in',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/local/page' },
  },
};
