import { documents as words } from '#shared/words/en/documents.ts';
import './document.css';
import { drawPdf } from './draw-pdf.ts';

const about = new URLSearchParams(location.search);
const place = document.querySelector('main') as HTMLElement;
const name = about.get('name') ?? '';
const bytesAt = `/bytes/${about.get('id')}`;

function drawPicture(): Promise<void> {
  const picture = document.createElement('img');
  picture.alt = name;
  picture.src = bytesAt;
  place.append(picture);
  return picture.decode();
}

async function draw(): Promise<void> {
  if (about.get('format') !== 'pdf') return drawPicture();
  const answer = await fetch(bytesAt);
  return drawPdf(new Uint8Array(await answer.arrayBuffer()), place);
}

document.title = name;
draw().then(
  () => place.setAttribute('data-drawn', 'true'),
  () => {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.textContent = words.viewFailed;
    place.append(note);
  },
);
