// The words about linked services in Swedish.
import type { Text } from './en.ts';
import type { enServices } from './en-services.ts';
import { number, plural } from './sv-numbers.ts';

export const svServices: Pick<Text, keyof typeof enServices> = {
  linked: {
    types: { domain: 'Domän', hosting: 'Webbhotell', vps: 'VPS', other: 'Annan tjänst' },
    states: {
      active: 'Aktiv',
      pending: 'Väntande',
      processing: 'Behandlas',
      suspended: 'Avstängd',
      expired: 'Utgången',
      fraud: 'Bedrägerikontroll',
      inactive: 'Inaktiv',
      cancelled: 'Uppsagd',
      terminated: 'Avslutad',
    },
    type: 'Typ',
    state: 'Status',
    plan: 'Paket',
    address: 'Adress',
    copyAddress: (address) => `Kopiera ${address}`,
    due: 'Förfaller härnäst',
    autoRenew: 'Förnyas automatiskt',
    id: 'Id',
    yes: 'Ja',
    no: 'Nej',
    nothing: '–',
    dueToday: 'i dag',
    dueTomorrow: 'i morgon',
    dueIn: (days) => `om ${plural(days, 'dag', 'dagar')}`,
    overdue: (days) => `förföll för ${plural(days, 'dag', 'dagar')} sedan`,
    showAll: (count) => `Visa alla ${number(count)} uppgifter`,
    showFewer: 'Visa färre',
    wholeText: 'Visa hela texten',
    tooMany: 'Det finns mer än vad som kan visas här.',
    noDetails: 'HostUp berättar inget mer om den.',
    otherTickets: (count) => `${plural(count, 'annat ärende', 'andra ärenden')} om den`,
    noOtherTickets: 'Inget annat ärende handlar om den.',
    allInList: (count) => `Visa alla ${number(count)} i listan`,
  },
};
