/** How a pledge’s time line is shown to coordinators. */
@NullMarked
package org.calltolocalaction.coordination.web.timeline;

import org.jspecify.annotations.NullMarked;
