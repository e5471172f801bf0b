/**
 * What earlier releases left in databases is opened, migrated and served by this program:
 * see docs/promises.md.
 */
package org.calltolocalaction.release;
