import { describe, expect, it } from 'vitest';
import { isFileDamage, isIndexDamage, toStoreError } from '../../electron/adapters/sqlite-errors.ts';
import { StoreError } from '../../electron/core/records.ts';

const fault = (code: unknown) => Object.assign(new Error('database disk image is malformed'), { code });

describe('faults of a database', () => {
  it.each([
    ['SQLITE_FULL', 'store_full'],
    ['SQLITE_IOERR_WRITE', 'store_full'],
    ['SQLITE_IOERR_FSYNC', 'store_full'],
    ['SQLITE_IOERR_SHMSIZE', 'store_full'],
    ['ENOSPC', 'store_full'],
    ['EDQUOT', 'store_full'],
    ['SQLITE_NOTADB', 'store_broken'],
    ['SQLITE_CORRUPT', 'store_broken'],
    ['SQLITE_CORRUPT_VTAB', 'store_broken'],
    ['SQLITE_CORRUPT_INDEX', 'store_broken'],
    ['SQLITE_IOERR_READ', 'store_broken'],
    ['SQLITE_IOERR_SHORT_READ', 'store_broken'],
    ['SQLITE_READONLY', 'store_read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'store_read_only'],
    ['SQLITE_CANTOPEN', 'store_read_only'],
    ['SQLITE_PERM', 'store_read_only'],
    ['SQLITE_BUSY', 'store_read_only'],
    ['EACCES', 'store_read_only'],
    ['EROFS', 'store_read_only'],
  ])('%s is %s', (code, expected) => {
    expect(toStoreError(fault(code))).toMatchObject({ code: expected, cause: { code } });
  });

  it.each(['SQLITE_ERROR', 'SQLITE_CONSTRAINT_CHECK', 'SQLITE_MISUSE', 'ENOENT', '', undefined, 13])(
    '%j is a bug, whatever the message says',
    (code) => {
      expect(toStoreError(fault(code))).toBeNull();
    },
  );

  it('hands on what is told already, and takes nothing else for an error', () => {
    const told = new StoreError('store_newer');
    expect(toStoreError(told)).toBe(told);
    for (const odd of [null, undefined, 'SQLITE_FULL', { code: 'SQLITE_FULL' }])
      expect(toStoreError(odd)).toBeNull();
  });

  it('tells damage of the search index from damage of the file, and both from a disk that does not answer', () => {
    const kinds = (code: string) => [isIndexDamage(fault(code)), isFileDamage(fault(code))];
    expect(kinds('SQLITE_CORRUPT_VTAB')).toEqual([true, false]);
    expect(kinds('SQLITE_CORRUPT')).toEqual([false, true]);
    expect(kinds('SQLITE_NOTADB')).toEqual([false, true]);
    expect(kinds('SQLITE_IOERR_READ')).toEqual([false, false]);
    expect(isFileDamage(toStoreError(fault('SQLITE_CORRUPT')))).toBe(true);
    expect(isIndexDamage(new StoreError('store_broken'))).toBe(false);
  });
});
