/** The kinds of questions, one class each. */
@NullMarked
package org.calltolocalaction.forms.types;

import org.jspecify.annotations.NullMarked;
