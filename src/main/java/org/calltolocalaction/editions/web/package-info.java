/** The pages of all modules show the open call from here. */
@NullMarked
package org.calltolocalaction.editions.web;

import org.jspecify.annotations.NullMarked;
