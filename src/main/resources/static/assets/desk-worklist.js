// Single keys that act on the worklist. Each does what a link or button of the page does; without this script those do.

const dialog = document.getElementById('keys');
const PLACE = 'desk-worklist-place';

const titles = () => [...document.querySelectorAll('.desk-worklist th[scope="row"] > a')];

// Where one is: the line that has the focus, or from which a review was just taken.
let place = -1;
const left = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
sessionStorage.removeItem(PLACE);
if (left) {
  const still = titles().findIndex((title) => title.closest('tr').id === left.line);
  place = still >= 0 ? still : left.place - 1;
}

const goTo = (wanted) => {
  const all = titles();
  if (all.length > 0) {
    place = Math.min(Math.max(wanted, 0), all.length - 1);
    all[place].focus();
    all[place].scrollIntoView({ block: 'nearest' });
  }
};

const here = () => titles()[place]?.closest('tr');

const keys = {
  j: () => goTo(place + 1),
  k: () => goTo(place - 1),
  o: () => titles()[place]?.click(),
  a: () => here()?.querySelector('button[form="take"]')?.click(),
  '/': () => document.getElementById('q').focus(),
  '?': () => dialog.showModal(),
};

// Boxes and buttons take no letters.
const TYPING = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])';

if (dialog.dataset.shortcuts === 'true') {
  document.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    const busy = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || (event.repeat && event.key === 'a');
    if (act && !busy && !dialog.open && !event.target.closest(TYPING)) {
      event.preventDefault();
      act();
    }
  });
}

document.addEventListener('focusin', ({ target }) => {
  const line = titles().findIndex((title) => title.closest('tr').contains(target));
  place = line >= 0 ? line : place;
});

document.getElementById('take')?.addEventListener('submit', ({ submitter }) => {
  const line = submitter.closest('tr');
  sessionStorage.setItem(PLACE, JSON.stringify({ line: line.id, place: [...line.parentElement.children].indexOf(line) }));
});

document.querySelector('[data-desk-keys]').addEventListener('click', (event) => {
  event.preventDefault();
  dialog.showModal();
});
