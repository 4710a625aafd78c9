// The demo account as a table of contents.
import type { TicketSeed } from './seed.ts';
import { vpsTickets } from './vps.ts';

export const handwrittenSeeds: readonly TicketSeed[] = [...vpsTickets];
