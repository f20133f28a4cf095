/**
 * What a line may hold: the UUID of a record, which stays; an address of e-mail; a run of digits long
 * enough to be a card, an account, a social-security or a medical record number.
 */
const found =
  /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|([^\s@"']+@[^\s@"']+)|\d(?:[ -]?\d){6,}/gi;

/** The one redactor of every log line: identifiers of records stay, numbers and addresses of people go. */
export function redact(text: string): string {
  return text.replace(found, (_, record?: string, address?: string) => {
    if (record) return record;
    return address ? '[address]' : '[number]';
  });
}
