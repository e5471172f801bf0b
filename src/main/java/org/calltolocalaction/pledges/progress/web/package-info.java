/** Pages on which members follow their government’s pledges. */
@NullMarked
package org.calltolocalaction.pledges.progress.web;

import org.jspecify.annotations.NullMarked;
