// Saves a draft a moment after typing stops and when the page is left. Without this script the buttons do it.

const WAIT = 1500;
// After a failure it is tried again, with pauses that grow, for as long as the page is open.
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30000;

const form = document.querySelector('[data-desk-draft]');
const status = form.querySelector('[data-desk-saved]');
const address = form.dataset.autosave;

let dirty = false;
let sending = false;
let leaving = false;
let failures = 0;
let timer;

// What was typed; files are sent by their own button.
const typedData = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));

const say = (words, late) => {
  status.textContent = words;
  status.classList.toggle('desk-saved--not', late);
};

const later = (wait) => {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
};

// What colleagues changed on this page, as the page's own controls would send it.
const bringUpToDate = (merged) => {
  for (const [name, values] of Object.entries(merged)) {
    for (const control of form.elements) {
      const part = control.name === name || (values.length === 0 && control.name.startsWith(`${name}-`));
      if (!part) {
        continue;
      }
      if (control.type === 'checkbox' || control.type === 'radio') {
        control.checked = values.includes(control.value);
      } else {
        control.value = values[0] ?? '';
      }
    }
  }
};

const typedOnSince = (sent, names) => {
  const now = typedData();
  return names.some((name) => now.getAll(name).join('\n') !== sent.getAll(name).join('\n'));
};

// Whoever signed in again in another tab has another token there; this page's own would be refused for ever.
const renewToken = async () => {
  const again = await fetch(window.location.href, { redirect: 'manual' });
  if (again.ok) {
    const page = new DOMParser().parseFromString(await again.text(), 'text/html');
    const token = page.querySelector('[data-desk-draft] [name=_csrf]');
    if (token) {
      form.elements._csrf.value = token.value;
    }
  }
};

// Not all pages at the same moment: a site that has just come back has enough to do.
const pause = () => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);

const failed = (words) => {
  dirty = true;
  failures += 1;
  say(words, true);
};

// One at a time: the next one builds upon the version that this one brings back.
async function save() {
  if (!dirty || sending || leaving) {
    return;
  }
  sending = true;
  dirty = false;
  const sent = typedData();
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: sent,
      redirect: 'manual',
      signal: AbortSignal.timeout(20000),
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      failed(form.dataset.signedOut);
      await renewToken();
    } else if (answer.status === 503) {
      failed(form.dataset.unavailable);
    } else if (!answer.ok) {
      failed(form.dataset.failed);
    } else {
      const result = await answer.json();
      failures = 0;
      // Upon the old version, both texts are shown for whoever typed on where a colleague's text would have come.
      if (result.saved && !typedOnSince(sent, Object.keys(result.merged))) {
        if (form.elements.version) {
          form.elements.version.value = result.version;
        }
        bringUpToDate(result.merged);
      }
      const progress = form.querySelector('[data-desk-progress]');
      if (progress && result.progress) {
        progress.textContent = result.progress;
      }
      say(result.words, !result.saved);
    }
  } catch (noConnection) {
    failed(navigator.onLine ? form.dataset.unavailable : form.dataset.offline);
  }
  sending = false;
  if (dirty) {
    later(failures > 0 ? pause() : WAIT);
  }
}

const typed = (event) => {
  if (event.target.type === 'file') {
    return;
  }
  dirty = true;
  if (!status.classList.contains('desk-saved--not')) {
    say(form.dataset.typing, false);
  }
  if (failures === 0) {
    later(WAIT);
  }
};

// Also what belongs to the form and stands elsewhere on the page.
const ofForm = (event) => {
  // What has no name is never sent, such as the words by which a list is filtered.
  if (event.target.form === form && event.target.name) {
    typed(event);
  }
};

document.addEventListener('input', ofForm);
document.addEventListener('change', ofForm);
form.addEventListener('submit', () => {
  leaving = true;
  clearTimeout(timer);
});

// While the questions are asked anew after an answer that changes them, a person goes on typing. What they typed meanwhile
// is put back into the questions that came, and so is what they had selected: htmx forgets a selection from the very first
// letter on, and what is typed to replace it would be added to it.
const answerIn = (control) => (control.type === 'checkbox' || control.type === 'radio' ? control.checked : control.value);
const answers = () => new Map([...form.elements].filter((control) => control.id && control.type !== 'file')
  .map((control) => [control.id, answerIn(control)]));
let asked = new Map();
let meanwhile = [];
let selected;
let chosen = [];

form.addEventListener('htmx:beforeRequest', () => {
  asked = answers();
});
form.addEventListener('htmx:beforeSwap', () => {
  chosen = [...form.querySelectorAll('[type=file]')];
  meanwhile = [...answers()].filter(([id, answer]) => asked.has(id) && asked.get(id) !== answer);
  const { id, selectionStart, selectionEnd } = document.activeElement;
  selected = { id, selectionStart, selectionEnd };
});
document.body.addEventListener('htmx:afterSwap', () => {
  for (const [id, answer] of meanwhile) {
    const control = document.getElementById(id);
    if (control && typeof answer === 'boolean') {
      control.checked = answer;
    } else if (control) {
      control.value = answer;
    }
  }
  meanwhile = [];
  const focused = document.activeElement;
  if (selected && focused.id === selected.id && typeof selected.selectionStart === 'number') {
    focused.setSelectionRange(selected.selectionStart, selected.selectionEnd);
  }
  selected = undefined;
  // A new control would have no files.
  for (const control of chosen) {
    document.getElementById(control.id)?.replaceWith(control);
  }
  chosen = [];
});

window.addEventListener('online', () => later(0));
// What could not be saved for a while is not to be closed by mistake.
window.addEventListener('beforeunload', (event) => {
  if (dirty && failures > 0 && !leaving) {
    event.preventDefault();
  }
});
// Shown again by the browser's own memory, after it had been left.
window.addEventListener('pageshow', () => {
  leaving = false;
});
// What is under way is sent once more: browsers end it with the page, and saving the same again changes nothing.
window.addEventListener('pagehide', () => {
  if ((dirty || sending) && !leaving) {
    navigator.sendBeacon(address, typedData());
    dirty = false;
  }
});
