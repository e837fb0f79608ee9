/* Which part of the page is shown: the one that the address names after #, so that links and the back button do it. */

/** How far down each part was, by its address, for coming back to it. @type {Map<string, number>} */
const depths = new Map();
let isFollowed = false;
let address = '';

/** @returns {HTMLElement} */
function firstView() {
  return /** @type {HTMLElement} */ (document.querySelector('.view'));
}

/** The view that holds what the address names. @param {string} id @returns {{ view: HTMLElement, target: HTMLElement | null }} */
function asked(id) {
  const target = /^[a-z][a-z0-9-]*$/.test(id) ? partOf(id) : null;
  const view = /** @type {HTMLElement | null} */ (target ? target.closest('.view') : null);
  return { view: view || firstView(), target: view === target ? null : target };
}

function show() {
  if (!isFollowed) depths.set(address, window.scrollY);
  const id = location.hash.slice(1);
  const isFirst = address === '';
  address = location.hash || '#';
  const { view, target } = asked(id);
  for (const each of document.querySelectorAll('.view.current')) if (each !== view) each.classList.remove('current');
  view.classList.add('current');
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${view.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  nameWindow();
  const from = target?.closest('.view') ? target : view.querySelector('h2');
  if (target) target.scrollIntoView();
  else window.scrollTo(0, isFollowed ? 0 : depths.get(address) || 0);
  if (!isFirst && from) /** @type {HTMLElement} */ (from).focus({ preventScroll: true });
  isFollowed = false;
}

function nameWindow() {
  const root = document.documentElement;
  const heading = document.querySelector('.view.current h2');
  const title = root.getAttribute(`data-${lang()}`) || '';
  document.title = heading ? `${said(heading)} · ${title}` : title;
}

function startRoute() {
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    if (link.classList.contains('skip')) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    } else if (link.getAttribute('href') !== location.hash) {
      depths.set(address, window.scrollY);
      isFollowed = true;
    }
  });
  window.addEventListener('hashchange', show);
  show();
}
