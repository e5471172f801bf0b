/** The pages on which coordinators work through what came back of mails. */
@NullMarked
package org.calltolocalaction.coordination.web.inbox;

import org.jspecify.annotations.NullMarked;
