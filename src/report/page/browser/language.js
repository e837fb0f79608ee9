/* The language in which the page is read. Both stand in it; style shows the one that the root names. */

/** @returns {'zh' | 'en'} */
function lang() {
  return document.documentElement.lang === 'en' ? 'en' : 'zh';
}

/** @param {'zh' | 'en'} chosen */
function speak(chosen) {
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
  sayIn(document);
  for (const button of document.querySelectorAll('[data-lang]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-lang') === chosen));
  nameWindow();
}

/** Puts the wording in place where an element can hold one text only. @param {ParentNode} part */
function sayIn(part) {
  for (const each of part.querySelectorAll('option[data-zh], output[data-zh]'))
    each.textContent = each.getAttribute(`data-${lang()}`);
}

/** What an element says in the language shown. @param {Node} part @returns {string} */
function said(part) {
  if (part.nodeType === Node.TEXT_NODE) return part.nodeValue || '';
  if (part instanceof Element) {
    const own = part.getAttribute('lang');
    if (own !== null && own !== lang()) return '';
  }
  let text = '';
  for (const child of part.childNodes) text += said(child);
  return text;
}

function startLanguage() {
  const buttons = document.querySelectorAll('[data-lang]');
  for (const button of buttons)
    button.addEventListener('click', () => speak(button.getAttribute('data-lang') === 'en' ? 'en' : 'zh'));
  /** @type {HTMLElement} */ (document.querySelector('.languages')).hidden = false;
  speak(lang());
}
