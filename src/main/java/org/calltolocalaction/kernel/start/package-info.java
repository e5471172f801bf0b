/**
 * Looks, before anything else does, whether the database is there and is one that this
 * program knows.
 */
package org.calltolocalaction.kernel.start;
