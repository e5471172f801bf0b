/** The pages that everyone may read. */
@NullMarked
package org.calltolocalaction.registry.web;

import org.jspecify.annotations.NullMarked;
