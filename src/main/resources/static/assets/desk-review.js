// Answers the criteria of a review by single keys, and leads to what belongs together. Without this script the page's own
// buttons and links do all of it.

const form = document.getElementById('judgement');
const criteria = [...form.querySelectorAll('[data-desk-criterion]')];
const count = form.querySelector('[data-desk-count]');

const picks = (group) => [...group.querySelectorAll('input[type=radio]')];
// The recommendation follows the criteria and is answered in the same way.
const groups = [...criteria, ...[...form.querySelectorAll('.form-fields fieldset')].filter((group) => picks(group).length > 0)];

const say = () => {
  const answered = criteria.filter((group) => picks(group).some((pick) => pick.checked)).length;
  if (count) {
    count.textContent = count.dataset.many.replace('#', answered);
  }
};

const goTo = (place) => {
  const group = groups[Math.min(Math.max(place, 0), groups.length - 1)];
  const all = picks(group);
  (all.find((pick) => pick.checked) ?? all[0]).focus();
  group.scrollIntoView({ block: 'nearest' });
};

const here = () => groups.findIndex((group) => group.contains(document.activeElement));

const comment = (group) => {
  const about = group.querySelector('details');
  const box = about?.querySelector('textarea');
  if (box) {
    about.open = true;
    box.focus();
    box.scrollIntoView({ block: 'nearest' });
  }
};

const answer = (number) => {
  const place = Math.max(here(), 0);
  const pick = picks(groups[place])[number - 1];
  if (!pick) {
    return;
  }
  pick.click();
  if (pick.value === 'NO' && criteria.includes(groups[place])) {
    comment(groups[place]);
  } else if (place < groups.length - 1) {
    goTo(place + 1);
  } else {
    pick.focus();
  }
};

const keys = {
  1: () => answer(1),
  2: () => answer(2),
  3: () => answer(3),
  c: () => comment(groups[Math.max(here(), 0)]),
  j: () => goTo(here() + 1),
  k: () => goTo(here() - 1),
};

// Boxes and buttons take no letters.
const TYPING = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit], [type=button])';

if (form.dataset.shortcuts === 'true') {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key === 'Enter' && event.ctrlKey && target.form === form) {
      event.preventDefault();
      form.querySelector('.desk-form__actions button').click();
      return;
    }
    // From a comment on a criterion on to the next one; a new line is none of it.
    if (event.key === 'Enter' && !event.isComposing && !event.shiftKey && target.matches('[data-desk-criterion] textarea')) {
      event.preventDefault();
      goTo(here() + 1);
      return;
    }
    const act = keys[event.key];
    const busy = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat;
    if (act && !busy && !target.closest(TYPING)) {
      event.preventDefault();
      act();
    }
  });
}

form.addEventListener('change', ({ target }) => {
  if (target.type === 'radio') {
    say();
    const group = target.closest('[data-desk-criterion]');
    if (group && target.value === 'NO') {
      group.querySelector('details').open = true;
    }
  }
});

// What a link leads to is unfolded there.
document.querySelector('.desk-parts')?.addEventListener('click', ({ target }) => {
  const details = document.getElementById(target.hash?.slice(1))?.querySelector(':scope > details');
  if (details) {
    details.open = true;
  }
});

say();
