/**
 * What holds for every connection to the database, whichever module uses it, and whether
 * the database is there at all.
 */
@NullMarked
package org.calltolocalaction.kernel.database;

import org.jspecify.annotations.NullMarked;
