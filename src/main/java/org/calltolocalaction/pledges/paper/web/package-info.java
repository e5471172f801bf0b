/** Members download receipts and whole pledges as PDFs here. */
@NullMarked
package org.calltolocalaction.pledges.paper.web;

import org.jspecify.annotations.NullMarked;
