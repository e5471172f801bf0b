/** Members download signed receipts here, and everybody checks them. */
@NullMarked
package org.calltolocalaction.pledges.receipts.web;

import org.jspecify.annotations.NullMarked;
