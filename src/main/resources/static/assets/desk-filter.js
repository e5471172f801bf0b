// Narrows a long list of boxes to those with the words that are typed. What is ticked stays in sight. Without this script the
// list is there as a whole.

// Without accents and capitals, and "GCM15" or "GCM-15" as "gcm 15".
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/(\p{L})(\p{N})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// A number is meant as a whole, "1" is not the beginning of "15"; a word may stand within another.
const found = (wanted, words) => words.some((word) => (/^\p{N}+$/u.test(wanted)
  ? word.replace(/^0+/, '') === wanted.replace(/^0+/, '') : word.includes(wanted)));

// What was typed stays while the questions are asked anew.
const typed = new Map();

const enhance = (filter) => {
  const input = filter.querySelector('input');
  const status = filter.querySelector('[role=status]');
  const options = [...filter.parentElement.querySelectorAll('.govuk-checkboxes__item')].map((item) => ({
    item,
    box: item.querySelector('input'),
    words: plain(`${item.textContent} ${item.dataset.otherNames ?? ''}`).split(' '),
  }));

  const show = () => {
    const wanted = plain(input.value).split(' ').filter((word) => word !== '');
    typed.set(input.id, input.value);
    let matches = 0;
    let shown = 0;
    for (const { item, box, words } of options) {
      const matching = wanted.every((word) => found(word, words));
      matches += matching ? 1 : 0;
      item.hidden = !matching && !box.checked;
      shown += item.hidden ? 0 : 1;
    }
    const words = filter.dataset.shown.replace('#', shown);
    status.textContent = wanted.length === 0 ? '' : matches === 0 ? filter.dataset.none : words;
  };

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      show();
    } else if (event.key === 'Enter' && !event.isComposing) {
      // Enter would save the whole part and go on.
      event.preventDefault();
    }
  });
  input.value = typed.get(input.id) ?? '';
  filter.hidden = false;
  show();
};

const enhanceAll = () => document.querySelectorAll('[data-desk-filter][hidden]').forEach(enhance);

document.body.addEventListener('htmx:afterSwap', enhanceAll);
enhanceAll();
