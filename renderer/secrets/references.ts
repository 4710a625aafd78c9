// Values that point at something instead of being a secret: addresses, hosts, files, versions, dates, amounts,
// expressions of program code, names of products and standards.

const exact = [
  // addresses, hosts and paths
  '(?:https?|ftps?|sftp|ssh|file|mailto|tel|data|smb|git|about|chrome):.*',
  'www\\..*|\\/\\/.*',
  '(?:root|admin|user|info|support|www-data|ubuntu|deploy|git|kontakt|noreply)@[\\w.-]+',
  '(?:[a-z0-9_-]{1,63}\\.){1,6}(?:se|com|net|org|nu|io|dev|eu|no|dk|fi|de|uk|info|biz|app|cloud|online|shop|local|internal|lan|test|invalid)\\.?(?:[:/?].*)?',
  'localhost.*',
  '(?:\\.{0,2}|~|[a-z]:)[\\\\/][\\w.\\\\/ -]*',
  '[\\w./\\\\-]*\\.(?:php|txt|pdf|png|jpe?g|gif|webp|zip|html?|tsx?|jsx?|mjs|cjs|css|json|ya?ml|xml|docx?|xlsx?|csv|sql|log|conf|ini|cnf|env|sh|py|kdbx|pem|key|crt|csr|cer|der|p8|p12|pfx|jks|asc|gpg|pub|exe|dll|so|cpp|c|h|rb|java|go|md|eml|gz|toml|local|php\\d)(?:[:#?].*)?',
  // numbers with a meaning of their own
  'v?\\d+(?:\\.\\d+)+(?:[-+~/:][\\w.+~-]*)?',
  '[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:./%]*|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}',
  '(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}(?:t.*)?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d\\d',
  '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:am|pm)?|\\d+/\\d+',
  '#\\d+|#[0-9a-f]{3,8}|(?:tkt|tmsg|tatt)_\\w*',
  '\\d+\\s?[-–]\\s?\\d+',
  '\\d+(?:[.,]\\d+)?[-–]?(?:kr|sek|eur|usd|nok|%|€|\\$|st|x|h|s|ms|d|min|mb|gb|tb|kb|px|:-|\\+|rd|nd|th|:a|:e|am|pm)',
  '\\d{1,3}[- ]?(?:tecken|characters?|chars?|letters?|digits?|siffror|siffrig[at]?|bokstäver|bytes?|bits?|år|dagar|days?|hours?|timmar|minuter|minutes?|gånger|times|försök|attempts?|factor)(?:[- ]\\w+)?',
  '\\d{1,2}-\\p{L}+',
  // products and standards with digits in their names
  '(?:sha|aes|rsa|md|uc|pop|imap|ipv|utf|tls|ssl|http|oauth|saml|base|argon|ed|pbkdf|rfc|iso|win|wp|php|ps|mp|cve|int|varchar|nvarchar|varchar2|char|string|argon2id?)-?\\d[\\w.-]{0,10}',
  'argon2\\w*|bcrypt\\S*|crypt\\(\\S*|hmac\\S*|ed25519\\S*|ssh-(?:rsa|ed25519|dss)\\S*|pbkdf2\\S*|base64(?:[- ]?(?:encoded|kodat))?|utf8mb4\\S*|2fa\\S*|mfa\\S*|totp\\S*|office-?365|o365|m365|microsoft365|1password\\S*|aes256\\S*|oauth2\\S*|s3|ec2|x509|n/a',
  '(?:wordpress|windows|office|ubuntu|debian|centos|almalinux|rocky|mysql|mariadb|postgres(?:ql)?|python|node(?:js)?|openss[hl]|nginx|apache|redis|joomla|drupal|magento|prestashop|woocommerce|elementor|iphone|ipad|galaxy|outlook|thunderbird|chrome|firefox|safari|edge|android|ios|macos|word|excel|exchange|bitlocker|plugin|theme|tema|backup|report|rapport|support|error|fel|default|factory|level|nivå|role|roll|kundnr|ärendenr|ordernr|plesk|cpanel|vps|server|srv|user|kund|konto|account|site|sida|web|host|db|mail|ns|app|ticket|ärende|order|faktura|invoice|step|steg|fält|field|line|rad|level|option|version|port|column|tabell?|node|client|plan|paket|case|test|question|fråga|part|del|phase|room|rum)[-_/#:]?v?\\d{1,4}(?:\\.\\d+)*(?:lts)?',
  // program code
  '(?:os|process|env|config|settings|self|this|req|request|res|user|params?|options?|args|props|data|form|input|ctx|app|secrets?|vars?|var|local|session|body|model|document|window|system|environment|getenv|values|credentials?|import|module|each|item|result)(?:[.\\[(]|::|->).*',
  '[a-z_$][\\w.$:>-]{2,}\\((?:["\'$)]|[a-z_]\\w*[(),.:]).*|[a-z_$][a-z_.$:>-]{2,}\\(.*',
  '[a-z_]\\w*(?:\\[["\'$\\w][^\\]]*\\]|->\\S*|::\\S*)',
  '(?:arn|urn|vault|secret|ref|op|ssm|keyring|cid|uuid|sha\\d*):\\S*',
  '[^:\\s]*(?::[^:\\s]*){3,}|\\d+:[a-z]+|.*\\]\\(.*|(?:cram|digest|apop|scram)-\\S+|[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+@[\\w.-]+',
  'read\\+write|(?:required|nullable|sometimes|confirmed|string|min:\\d+)\\|.*',
  '!(?:vault|secret|ref|sub|env\\w*|include)\\b.*',
];
const folded = new RegExp(`^(?:${exact.join('|')})$`, 'iu');
/** Lower case only: "P@ssw0rd.se" is a password. */
const mail = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,10}$/;

/** True for text that names a thing, which a secret does not. */
export function isReference(value: string): boolean {
  const bare = value.replace(/[.,;:!?)]+$/, '');
  return folded.test(bare) || mail.test(bare);
}
