// The words of the form of a new ticket in English.
import { number, plural } from './en-numbers.ts';

export const enNewTicket = {
  form: {
    fetchingDepartments: 'Fetching the departments…',
    departmentsNotNow:
      'HostUp’s list of departments cannot be fetched now; these are known from your tickets.',
    departmentsNoneNow:
      'HostUp’s list of departments cannot be fetched now, and there are no tickets yet to know them from.',
    notListed: 'No longer in HostUp’s list',
    service: 'About a service',
    serviceSays: 'Those that your tickets are about; HostUp checks that it is yours.',
    anotherService: 'Another service…',
    tooLong: (over: number, most: number) =>
      `${plural(over, 'character', 'characters')} too long; at most ${number(most)}.`,
    removeAddress: (address: string) => `Remove ${address}`,
    badAddress: (address: string) => `${address} is not an e-mail address.`,
    badAddresses: (addresses: string) => `${addresses} are not e-mail addresses.`,
    manyBadAddresses: (count: number) => `${number(count)} of these are not e-mail addresses.`,
    addresses: 'Addresses',
    removeAll: 'Remove all',
    cannotCreate: 'You cannot open tickets with this key',
    signedOut: 'You are signed out. The ticket is kept here and leaves once you have entered a key.',
  },
};
