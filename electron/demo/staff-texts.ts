// What staff and the automatic confirmation write, per department and language.
import type { TicketRecord } from './record.ts';
import type { DemoLanguage } from './types.ts';

const names = ['Kim', 'Sara', 'Johan'] as const;

type Texts = Record<DemoLanguage, readonly string[]>;

const encryptedReceived: Record<DemoLanguage, string> = {
  sv: 'Hej {name},\n\nTack, uppgifterna har kommit fram krypterat och visas bara för oss som arbetar med ärendet. Vi loggar in och tittar nu, och tar bort dem när vi är klara. Byt gärna lösenordet efteråt.\n\nVänliga hälsningar,\n{staff}',
  en: 'Hi {name},\n\nThank you, the details arrived encrypted and only those of us who work on this ticket can see them. We are logging in now and will delete them when we are done. Please change the password afterwards.\n\nBest regards,\n{staff}',
};

const byDepartment: Record<string, Texts> = {
  vps: {
    sv: [
      'Hej {name},\n\nJag har tittat på noden som din server ligger på. Nätverkskortet på värden tappade länken en kort stund och din server kom inte tillbaka av sig själv. Jag har startat om den från konsolen och den svarar på ping igen:\n\n```\n64 bytes from 192.0.2.10: icmp_seq=1 ttl=57 time=4.12 ms\n64 bytes from 192.0.2.10: icmp_seq=2 ttl=57 time=4.07 ms\n```\n\nHör av dig om något fortfarande ser konstigt ut, så håller jag ärendet öppet till i morgon.\n\nVänliga hälsningar,\n{staff}',
      'Hej {name},\n\nTack för återkopplingen. Jag ser inga fler avbrott i övervakningen sedan dess, och jag har lagt en extra kontroll på servern under det närmaste dygnet.\n\nVänliga hälsningar,\n{staff}',
    ],
    en: [
      'Hi {name},\n\nI have had a look at the node your server runs on. Your server is up and answers on all its addresses; I restarted its network from the console to be sure. Could you try again and tell me what you see?\n\nBest regards,\n{staff}',
      'Hi {name},\n\nThank you for the details. I have added an extra check on the server for the next 24 hours and will write here if it notices anything.\n\nBest regards,\n{staff}',
    ],
  },
  billing: {
    sv: [
      'Hej {name},\n\nTack för ditt meddelande. Jag har gått igenom betalningarna på kontot och lagt in en rättelse. Pengarna syns normalt på ditt konto inom 3–5 bankdagar, och du får en kreditfaktura med e-post i dag.\n\nVänliga hälsningar,\n{staff}\nEkonomi',
      'Hej {name},\n\nDet stämmer, och du behöver inte göra något mer. Säg till om kreditfakturan inte har kommit fram i morgon.\n\nVänliga hälsningar,\n{staff}\nEkonomi',
    ],
    en: [
      'Hi {name},\n\nThank you for writing. I have gone through the payments on the account and made a correction. The money is normally back within 3–5 banking days, and a credit note is on its way to your inbox.\n\nBest regards,\n{staff}\nBilling',
      'Hi {name},\n\nThat is right, there is nothing more you need to do. Let us know if the credit note has not arrived by tomorrow.\n\nBest regards,\n{staff}\nBilling',
    ],
  },
  'domain-names': {
    sv: [
      'Hej {name},\n\nJag har kontrollerat domänen hos registret. Den är upplåst och ändringen är beställd; det brukar ta mellan några minuter och ett par timmar innan den syns överallt.\n\nVänliga hälsningar,\n{staff}',
    ],
    en: [
      'Hi {name},\n\nI have checked the domain with the registry. It is unlocked and the change has been ordered; it usually takes between a few minutes and a couple of hours until it is visible everywhere.\n\nBest regards,\n{staff}',
    ],
  },
  email: {
    sv: [
      'Hej {name},\n\nJag ser dina meddelanden i loggen. De köades hos mottagaren, men har gått fram sedan SPF-posten rättades:\n\n```\nstatus=sent (250 2.0.0 OK)\n```\n\nPröva gärna ett nytt utskick och säg till om något studsar.\n\nVänliga hälsningar,\n{staff}',
    ],
    en: [
      'Hi {name},\n\nI can see your messages in the log. The receiver held them back for a while, but they have gone through since the SPF record was corrected:\n\n```\nstatus=sent (250 2.0.0 OK)\n```\n\nPlease try once more and tell me if anything bounces.\n\nBest regards,\n{staff}',
    ],
  },
};

const general: Texts = {
  sv: [
    'Hej {name},\n\nTack för ditt svar! Jag har tittat på webbhotellet och rättat inställningen. Ladda om sidan med tömd cache, så bör det se rätt ut. Hör av dig om det inte gör det.\n\nVänliga hälsningar,\n{staff}',
    'Hej {name},\n\nVad bra att det löste sig. Jag låter ärendet stå öppet ett dygn till, ifall något mer dyker upp.\n\nVänliga hälsningar,\n{staff}',
  ],
  en: [
    'Hi {name},\n\nThanks for your reply! I have looked at the account and corrected the setting. Please reload the page with an empty cache; it should look right now. Write here if it does not.\n\nBest regards,\n{staff}',
    'Hi {name},\n\nGlad to hear that it works. I will leave the ticket open for another day in case something else turns up.\n\nBest regards,\n{staff}',
  ],
};

/** The answer to the customer's latest words; `turn` counts the answers given to this ticket before. */
export function staffReplyFor(record: TicketRecord, turn: number): { text: string; senderName: string } {
  const lastStaff = record.messages.findLast(({ sender }) => sender === 'staff')?.senderName;
  const lastCustomer = record.messages.findLast(({ sender }) => sender === 'customer');
  const senderName = lastStaff ?? names[record.id.charCodeAt(20) % names.length] ?? names[0];
  const texts = (byDepartment[record.departmentSlug] ?? general)[record.language];
  const pattern = lastCustomer?.encrypted ? encryptedReceived[record.language] : texts[turn % texts.length];
  const writer = lastCustomer?.senderName ?? record.requesterName;
  const firstName = writer?.split(' ')[0] ?? '';
  const text = (pattern ?? '').replace('{name}', firstName).replace('{staff}', senderName);
  return { text: text.replace(/^(\S+) ,/, '$1,'), senderName };
}

/** The automatic confirmation that some replies draw. */
export function confirmation(language: DemoLanguage, number: string): string {
  return language === 'sv'
    ? `Tack, vi har tagit emot ditt svar i ärende #${number}. Just nu svarar vi vanligtvis inom en timme.`
    : `Thank you, we have received your reply to ticket #${number}. We currently answer within an hour.`;
}

/** A member of staff in the shape of the older call's `owner`. */
export function staffMember(name: string): Record<string, string> {
  const username = name.toLowerCase();
  const id = String((names as readonly string[]).indexOf(name) + 11);
  const email = `${username}@support.example`;
  return { id, username, firstname: name, lastname: '', email, status: 'Active' };
}
