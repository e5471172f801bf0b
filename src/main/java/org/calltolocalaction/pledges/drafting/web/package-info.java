/** Pages on which members fill a draft. */
@NullMarked
package org.calltolocalaction.pledges.drafting.web;

import org.jspecify.annotations.NullMarked;
