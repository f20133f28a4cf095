import { documents as words } from '#shared/words/en/documents.ts';

/** Asks for the password of a document; it stays in this window and ends with it. */
export function askPassword(place: HTMLElement, wasWrong: boolean): Promise<string> {
  const form = document.createElement('form');
  const label = document.createElement('label');
  const box = document.createElement('input');
  const send = document.createElement('button');
  box.type = 'password';
  box.autocomplete = 'off';
  label.append(wasWrong ? words.passwordWrong : words.passwordAsked, box);
  send.textContent = words.passwordSend;
  form.append(label, send);
  place.append(form);
  box.focus();
  return new Promise(resolve => {
    form.addEventListener('submit', event => {
      event.preventDefault();
      form.remove();
      resolve(box.value);
    });
  });
}
