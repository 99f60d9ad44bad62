// What the packages in this page ask to be told with them. The build gathers it into a file beside the page; the page
// that is one file holds it in itself.
import {strings} from '../strings.js';

/** @returns {Promise<string>} */
export async function licences() {
  const held = document.getElementById('third-party-licences');
  if (held) return held.textContent ?? '';
  try {
    const response = await fetch('./third-party-licences.txt');
    if (response.ok) return await response.text();
  } catch {
    // Not kept for offline use.
  }
  return strings.help.noLicences;
}
