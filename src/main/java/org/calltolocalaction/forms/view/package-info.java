/** Prepares what templates draw, so that a template decides nothing. */
@NullMarked
package org.calltolocalaction.forms.view;

import org.jspecify.annotations.NullMarked;
