/**
 * What a government holds after a submission, so that a third party believes it: signed,
 * with the keys to check it, and a page that checks it for everybody.
 */
@org.springframework.modulith.NamedInterface("receipts")
@NullMarked
package org.calltolocalaction.pledges.receipts;

import org.jspecify.annotations.NullMarked;
