/** The coordinators' pages for keeping the desk running. */
@NullMarked
package org.calltolocalaction.coordination.web.operations;

import org.jspecify.annotations.NullMarked;
