/** What the pages of all modules tell of the call that is open. */
@NullMarked
package org.calltolocalaction.editions.web;

import org.jspecify.annotations.NullMarked;
