// Rules about imports: allowed edges, the electron package and its guarded parts, barrels and cycles.
import type { Finding } from './finding.ts';
import { guardedParts, roomOf } from './rooms.ts';
import type { Source } from './source.ts';

/** A room imports itself and what its row of the table allows. */
export function checkEdges(source: Source): Finding[] {
  const room = roomOf(source.path);
  if (room === undefined) return [];
  const allowed = [room.at, ...room.mayImport];
  return source.imports
    .filter(({ file }) => file !== null && !allowed.some((start) => file.startsWith(start)))
    .map(({ file, line }) => ({
      file: source.path,
      line,
      rule: 'edge',
      what: `${room.name} may not import ${file}`,
    }));
}

/** `electron` by name, only where it belongs, and its powerful parts each in one file only. */
export function checkElectron(source: Source): Finding[] {
  const findings: Finding[] = [];
  const room = roomOf(source.path);
  for (const { from, names, typeOnly, line } of source.imports) {
    if (from !== 'electron' && !from.startsWith('electron/')) continue;
    const say = (what: string) => findings.push({ file: source.path, line, rule: 'electron', what });
    const allowed = room?.electron === 'yes' || (room?.electron === 'types' && typeOnly);
    if (!allowed) say(`${room?.name ?? 'this file'} may not import electron`);
    if (typeOnly) continue;
    if (names.length === 0 || names.includes('default') || names.includes('*')) {
      say('import the parts of electron by name, so that it shows which are used');
    }
    for (const name of names) {
      const home = guardedParts[name];
      if (home !== undefined && home !== source.path) say(`${name} may be imported in ${home} only`);
    }
  }
  return findings;
}

/** A file that only collects what others export hides who needs what. One name passed on is a choice, not a barrel. */
export function checkBarrel(source: Source): Finding[] {
  const body = source.program.body;
  const statements = Array.isArray(body) ? body : [];
  const passesOn = statements.filter((statement) => /^Export/.test(statement.type) && statement.source);
  const isIndex = /(^|\/)index\.[a-z]+$/.test(source.path);
  const collects = passesOn.length > 1 || passesOn.some(({ type }) => type === 'ExportAllDeclaration');
  const isBarrel = isIndex ? passesOn.length > 0 : collects && passesOn.length === statements.length;
  if (!isBarrel) return [];
  const line = source.lineAt(passesOn[0].start);
  return [{ file: source.path, line, rule: 'barrel', what: 'import from the files themselves' }];
}

/** One finding per ring of files, with the shortest way round that the walk meets. */
export function checkCycles(sources: readonly Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const source = byPath.get(path);
    if (source === undefined || done.has(path)) return;
    for (const { file, line } of source.imports) {
      if (file === null) continue;
      const start = [...trail, path].indexOf(file);
      if (start >= 0) {
        const ring = [...[...trail, path].slice(start), file].join(' → ');
        findings.push({ file: path, line, rule: 'cycle', what: ring });
      } else {
        visit(file, [...trail, path]);
      }
    }
    done.add(path);
  };
  for (const source of sources) visit(source.path, []);
  return findings;
}
