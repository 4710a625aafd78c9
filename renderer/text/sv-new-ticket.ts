// The words of the form of a new ticket in Swedish.
import type { Text } from './en.ts';
import type { enNewTicket } from './en-new-ticket.ts';
import { number } from './sv-numbers.ts';

export const svNewTicket: Pick<Text, keyof typeof enNewTicket> = {
  form: {
    fetchingDepartments: 'Hämtar avdelningarna…',
    departmentsNotNow:
      'HostUps lista över avdelningar kan inte hämtas just nu; de här är kända från dina ärenden.',
    departmentsNoneNow:
      'HostUps lista över avdelningar kan inte hämtas just nu, och det finns inga ärenden att känna dem från.',
    notListed: 'Finns inte längre i HostUps lista',
    service: 'Gäller en tjänst',
    serviceSays: 'De som dina ärenden handlar om; HostUp kontrollerar att den är din.',
    anotherService: 'En annan tjänst…',
    tooLong: (over, most) => `${number(over)} tecken för långt; högst ${number(most)}.`,
    removeAddress: (address) => `Ta bort ${address}`,
    badAddress: (address) => `${address} är ingen e-postadress.`,
    badAddresses: (addresses) => `${addresses} är inga e-postadresser.`,
    manyBadAddresses: (count) => `${number(count)} av dessa är inga e-postadresser.`,
    addresses: 'Adresser',
    removeAll: 'Ta bort alla',
    cannotCreate: 'Du kan inte skapa ärenden med den här nyckeln',
    signedOut: 'Du är utloggad. Ärendet sparas här och skickas när du har angett en nyckel.',
  },
};
