/**
 * Judges answers: all of them before they are submitted, and what must never be stored at
 * any time.
 */
package org.calltolocalaction.forms.check;
