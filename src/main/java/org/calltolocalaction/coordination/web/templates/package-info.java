/** Where coordinators read and word anew what mails say. */
@NullMarked
package org.calltolocalaction.coordination.web.templates;

import org.jspecify.annotations.NullMarked;
