/** Reads the files that authors write, and refuses what the desk would not keep to. */
@NullMarked
package org.calltolocalaction.forms.source;

import org.jspecify.annotations.NullMarked;
