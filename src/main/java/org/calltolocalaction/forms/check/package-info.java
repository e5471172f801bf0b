/**
 * Judges answers: all of them before they are submitted, and what must never be stored at
 * any time.
 */
@NullMarked
package org.calltolocalaction.forms.check;

import org.jspecify.annotations.NullMarked;
