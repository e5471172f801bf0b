// The build puts this after GOV.UK Frontend, into one module: initAll and CharacterCount are declared there.

// Styles for scripted components apply only where scripts run; GOV.UK Frontend insists on the second class.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

// The server counts what is left of a text without the blanks around it.
const countOfAll = CharacterCount.prototype.count;
CharacterCount.prototype.count = function (text) {
  return countOfAll.call(this, text.trim());
};
initAll();

// Content that htmx brings in later. Its parent is searched, because a component may be the very element that came;
// what is there already and was initialised before says so, which is no error.
document.body.addEventListener('htmx:load', (event) => {
  const arrived = event.detail.elt;
  if (arrived === document.body || !arrived.parentElement) {
    return;
  }
  initAll({
    scope: arrived.parentElement,
    onError: (error) => {
      if (!/already initiali[sz]ed/.test(error.message)) {
        console.error(error);
      }
    },
  });
});

// Whoever counts on their own clock for the deadline has to know when it is wrong. The page is a few seconds old at most.
document.querySelectorAll('[data-desk-now]').forEach((panel) => {
  const off = Math.abs(Date.now() - Number(panel.dataset.deskNow));
  panel.querySelector('[data-desk-clock]').hidden = off <= 120000;
});

// Where the reader probably lives, for an account that does not know it yet.
document.querySelectorAll('[data-desk-zone]').forEach((input) => {
  input.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
});
