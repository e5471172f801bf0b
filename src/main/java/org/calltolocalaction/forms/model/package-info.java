/** What a form consists of, whatever file it was read from and wherever it is shown. */
@NullMarked
package org.calltolocalaction.forms.model;

import org.jspecify.annotations.NullMarked;
