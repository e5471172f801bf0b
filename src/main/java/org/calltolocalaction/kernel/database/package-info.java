/**
 * What holds for every connection to the database, whichever module uses it, and whether
 * the database is there at all.
 */
package org.calltolocalaction.kernel.database;
