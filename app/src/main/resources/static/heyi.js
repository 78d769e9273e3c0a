// Everything works without this file; it only saves a press here and there.
(() => {
  'use strict';

  // An expired session during an htmx request: load the whole page again, which leads to sign-in.
  document.addEventListener('htmx:beforeSwap', event => {
    const answer = event.detail.xhr;
    if (answer.status === 401 || answer.responseURL.endsWith('/sign-in')) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
    // The database is away: the answer is a sentence for the place that was to be filled.
    if (answer.status === 503) event.detail.shouldSwap = true;
  });

  // Search as you type waits until the input method has finished the character.
  document.addEventListener('compositionstart', event => { event.target.dataset.composing = 'yes'; });
  document.addEventListener('compositionend', event => {
    delete event.target.dataset.composing;
    event.target.dispatchEvent(new Event('input', { bubbles: true }));
  });
  document.addEventListener('htmx:confirm', event => {
    if (event.target.dataset && event.target.dataset.composing) event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.isComposing) event.preventDefault();
  });

  // A form is pressed once: the button says so until the answer comes.
  document.addEventListener('submit', event => {
    const button = event.submitter;
    if (!button || event.defaultPrevented) return;
    setTimeout(() => { button.disabled = true; }, 0);
    setTimeout(() => { button.disabled = false; }, 8000);
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('button[disabled]:not([data-stays-disabled])').forEach(it => { it.disabled = false; });
  });

  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) window.print();
  });
  // Paper cannot be unfolded.
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details[data-print-open]').forEach(it => { it.open = true; });
  });

  // What draft.js keeps of a resident must not outlive the person who typed it, nor its sending.
  // Signing out may happen on any page, and a session may have ended without it.
  const forget = wanted => Object.keys(sessionStorage)
    .filter(it => it.startsWith('heyi-draft-') && wanted(it))
    .forEach(it => sessionStorage.removeItem(it));
  const everything = () => true;
  document.addEventListener('submit', event => {
    if (new URL(event.target.action, location.href).pathname === '/sign-out') forget(everything);
  });
  if (location.pathname === '/sign-in') forget(everything);
  document.querySelectorAll('[data-sent]').forEach(sent => forget(it => it.endsWith(sent.dataset.sent)));

  const errors = document.getElementById('errors');
  if (errors) errors.focus();
})();
