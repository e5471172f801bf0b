/** Members restore withdrawn pledges on these pages. */
@NullMarked
package org.calltolocalaction.pledges.submitting.web;

import org.jspecify.annotations.NullMarked;
