// The one table of views and states: for pictures to look at, for their comparison, and for axe.
import { accounts } from './accounts.ts';
import { desk } from './desk.ts';
import { dialogs } from './dialogs.ts';
import { files } from './files.ts';
import { list } from './list.ts';
import { narrowing } from './narrowing.ts';
import { quick } from './quick.ts';
import { reading } from './reading.ts';
import { sending } from './sending.ts';
import type { States } from './state.ts';
import { troubles } from './troubles.ts';
import { welcome } from './welcome.ts';

export const states: States = {
  ...welcome,
  ...list,
  ...narrowing,
  ...reading,
  ...files,
  ...sending,
  ...desk,
  ...dialogs,
  ...quick,
  ...accounts,
  ...troubles,
};
