// Downloads as the fake program's world holds them.
import type { Download } from '../../electron/contract/download.ts';

export type FakeFiles = {
  downloads: Download[];
  /** what becomes of the next one; 'refused': the user says no when asked where */
  next: Download['state'] | 'refused';
  /** whether this shell can show a file in its folder */
  canShow: boolean;
};

export const noFiles = (): FakeFiles => ({ downloads: [], next: 'done', canShow: true });

export function makeDownload(change: Partial<Download> & { id: string }): Download {
  return {
    ticketId: 'tkt_vps',
    messageId: 'tmsg_vps2',
    attachmentId: 'tatt_1',
    filename: 'console-output.txt',
    state: 'running',
    received: 1_300_000,
    total: 4_800_000,
    place: '~/Downloads/console-output.txt',
    reason: null,
    ...change,
  };
}
