// Makes ticking many lines quicker: all of the page, a range with the shift key, a count. Without it each box is ticked.

const form = document.querySelector('[data-desk-selection]');
const boxes = [...document.querySelectorAll('input[form="selection"][name="chosen"]')];
const page = document.getElementById('select-page');
const everything = document.getElementById('select-everything');
const status = form.querySelector('[data-desk-selected]');
// Only where there is something to choose between.
const action = form.elements.action;
const assign = form.querySelector('[data-desk-assign]');

let last;

const ticked = () => boxes.filter((box) => box.checked).length;

const say = () => {
  const count = ticked();
  page.checked = count > 0 && count === boxes.length;
  page.indeterminate = count > 0 && count < boxes.length;
  if (everything?.checked) {
    status.textContent = '';
  } else if (count === 0) {
    status.textContent = form.dataset.count;
  } else {
    status.textContent = count === 1 ? form.dataset.one : form.dataset.many.replace('#', count);
  }
  boxes.forEach((box) => box.closest('tr').classList.toggle('desk-selected', box.checked || Boolean(everything?.checked)));
};

const between = (one, other) => {
  const [first, end] = [boxes.indexOf(one), boxes.indexOf(other)].sort((a, b) => a - b);
  return boxes.slice(first, end + 1);
};

boxes.forEach((box) => {
  // The label takes the click of a mouse and hands it on to the box without the shift key.
  let shift = false;
  box.labels[0]?.addEventListener('click', (event) => {
    shift = event.shiftKey;
  });
  box.labels[0]?.addEventListener('mousedown', (event) => {
    if (event.shiftKey) {
      event.preventDefault();
    }
  });
  box.addEventListener('click', (event) => {
    if ((event.shiftKey || shift) && last && last !== box) {
      between(last, box).forEach((other) => {
        other.checked = box.checked;
      });
    }
    shift = false;
    last = box;
    say();
  });
});

page.addEventListener('change', () => {
  boxes.forEach((box) => {
    box.checked = page.checked;
  });
  say();
});

everything?.addEventListener('change', say);

const showColleagues = () => {
  if (assign) {
    assign.hidden = action.value !== 'assign';
  }
};

action?.addEventListener('change', showColleagues);

form.querySelector('[data-desk-select-page]').hidden = boxes.length === 0;
showColleagues();
say();
// A page that comes back from the browser's memory has its boxes ticked.
window.addEventListener('pageshow', say);
