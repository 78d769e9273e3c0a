// Keeps what is being typed when the connection is lost. Everything works without this file: each
// step of a draft is kept on the server as soon as it is sent.
//
// Where it is kept: sessionStorage, so only in this browser tab and gone when the tab is closed. A
// browser that restores its tabs after a crash may bring it back, so it is not kept longer than
// needed: the step is forgotten when the next one has come or the referral was sent, and heyi.js
// empties it all on signing out, from any page, and whenever the sign-in page is shown. It holds
// nothing but the fields of the steps in hand, and the form's key: should the answer to the first
// press have been lost, the same form sent again has no second effect.
(() => {
  'use strict';

  const PREFIX = 'heyi-draft-';
  const form = document.querySelector('form[data-keep]');
  const said = document.querySelector('[data-kept]');

  if (!form) return;

  const name = PREFIX + form.dataset.keep;
  const skip = new Set(['key', 'version', 'resident']);
  const input = field => form.querySelector('input[name="' + field + '"]');

  function say(text) {
    if (!said) return;
    said.textContent = text;
    said.hidden = false;
  }

  function fields() {
    const kinds = ['file', 'hidden', 'submit'];
    return [...form.elements].filter(it => it.name && !skip.has(it.name) && !kinds.includes(it.type));
  }

  const isBox = field => field.type === 'checkbox' || field.type === 'radio';
  const place = field => isBox(field) ? field.name + '=' + field.value : field.name;

  function keep() {
    const values = {};
    for (const field of fields()) values[place(field)] = isBox(field) ? field.checked : field.value;
    const kept = { version: input('version').value, key: input('key').value, values };
    sessionStorage.setItem(name, JSON.stringify(kept));
  }

  function giveBack() {
    const kept = JSON.parse(sessionStorage.getItem(name) || 'null');
    if (!kept || kept.version !== input('version').value) return;
    input('key').value = kept.key;
    let changed = false;
    for (const field of fields()) {
      const value = kept.values[place(field)];
      if (value === undefined) continue;
      if (isBox(field)) {
        changed = changed || field.checked !== value;
        field.checked = value;
      } else {
        changed = changed || field.value !== value;
        field.value = value;
      }
    }
    if (changed) say(said.dataset.kept);
  }

  form.addEventListener('input', keep);
  // "Not online" may be wrong (a computer whose only way is a cable the browser does not know), so
  // the server is asked before a press is held back.
  let reached = false;
  const reach = () => fetch('/heyi.svg', { method: 'HEAD', cache: 'no-store' }).then(it => it.ok, () => false);

  form.addEventListener('submit', event => {
    keep();
    if (navigator.onLine || reached) return;
    event.preventDefault();
    // The form still has its key: should the first press have arrived after all, this one has no
    // second effect.
    const again = () => { reached = true; form.requestSubmit(event.submitter); };
    reach().then(yes => {
      if (yes) {
        again();
      } else {
        say(said.dataset.offline);
        window.addEventListener('online', again, { once: true });
      }
    });
  });

  // This page has come, so the step before it is on the server.
  const here = form.dataset.keep.replace(/^[a-z]+-/, '');
  for (const other of Object.keys(sessionStorage)) {
    const before = other.endsWith(here) || other.startsWith(PREFIX + 'new-');
    if (other.startsWith(PREFIX) && other !== name && before) sessionStorage.removeItem(other);
  }
  if (!document.getElementById('errors')) giveBack();
})();
