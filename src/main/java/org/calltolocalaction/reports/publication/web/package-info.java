/** A member looks at what everybody may read of their pledge, and changes that. */
@NullMarked
package org.calltolocalaction.reports.publication.web;

import org.jspecify.annotations.NullMarked;
