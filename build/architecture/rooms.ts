// The rooms of the house and who may import whom. The one table behind ARCHITECTURE.md's "Allowed imports".

type Room = {
  readonly name: string;
  /** files that begin with this belong to the room; the first match in the list counts */
  readonly at: string;
  /** rooms and files, as path beginnings, that may be imported beside the room itself */
  readonly mayImport: readonly string[];
  /** may it import the `electron` package, or its types alone? */
  readonly electron: 'yes' | 'types' | 'no';
};

const contract = 'electron/contract/';
const inside = ['electron/core/', 'electron/adapters/', contract, 'electron/demo/'];
/** what an adapter needs to know of the core: the ports and the plain things they speak of */
const portsOfCore = ['ports', 'files-port', 'records', 'secret'].map((name) => `electron/core/${name}.ts`);

export const rooms: readonly Room[] = [
  { name: 'contract', at: contract, mayImport: [], electron: 'no' },
  { name: 'core', at: 'electron/core/', mayImport: [contract], electron: 'no' },
  { name: 'adapters', at: 'electron/adapters/', mayImport: [...portsOfCore, contract], electron: 'yes' },
  { name: 'shell', at: 'electron/shell/', mayImport: inside, electron: 'yes' },
  { name: 'preview', at: 'electron/preview/', mayImport: [...inside, 'package.json'], electron: 'no' },
  { name: 'demo', at: 'electron/demo/', mayImport: [], electron: 'no' },
  { name: 'preload', at: 'electron/preload.ts', mayImport: [contract], electron: 'yes' },
  { name: 'renderer', at: 'renderer/', mayImport: [contract], electron: 'no' },
  // Something has to start the preview; Electron is started by its own binary.
  { name: 'build', at: 'build/', mayImport: ['electron/preview/main.ts'], electron: 'no' },
  { name: 'test', at: 'test/', mayImport: ['electron/', 'renderer/', 'build/'], electron: 'types' },
];

/** Parts of the `electron` package that have power of their own: the one file that may import each … */
export const guardedParts: Readonly<Record<string, string>> = {
  shell: 'electron/shell/program.ts',
  BrowserWindow: 'electron/shell/windows.ts',
  BaseWindow: 'electron/shell/windows.ts',
  BrowserView: 'electron/shell/windows.ts',
  WebContentsView: 'electron/shell/windows.ts',
  ipcMain: 'electron/shell/program.ts',
  ipcRenderer: 'electron/preload.ts',
};

/** … and, where it hands the part on to be used, the one file that may call it. */
export const guardedCalls: Readonly<Record<string, string>> = {
  ...guardedParts,
  ipcMain: 'electron/shell/ipc-server.ts',
};

/** Top-level folders that may hold code. */
export const codeFolders = ['electron/', 'renderer/', 'build/', 'test/'];

/** The room of a repository path; undefined: none. */
export const roomOf = (file: string): Room | undefined => rooms.find((room) => file.startsWith(room.at));
