/**
 * Finds out what an uploaded file is, whatever it is called, and gives it a name that is
 * safe everywhere.
 */
package org.calltolocalaction.pledges.files;
