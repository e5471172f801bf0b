/** The coordinators' pages. */
@NullMarked
package org.calltolocalaction.coordination.web;

import org.jspecify.annotations.NullMarked;
