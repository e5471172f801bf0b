/**
 * Looks, before anything else does, whether the database is there and is one that this
 * program knows.
 */
@NullMarked
package org.calltolocalaction.kernel.start;

import org.jspecify.annotations.NullMarked;
