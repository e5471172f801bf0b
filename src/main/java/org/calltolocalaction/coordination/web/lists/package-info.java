/** Pages and files on which coordinators find an edition's pledges, and drafts. */
@NullMarked
package org.calltolocalaction.coordination.web.lists;

import org.jspecify.annotations.NullMarked;
