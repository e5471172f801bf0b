/** What expressions of a form see, and what they yield. */
@NullMarked
package org.calltolocalaction.forms.expression;

import org.jspecify.annotations.NullMarked;
