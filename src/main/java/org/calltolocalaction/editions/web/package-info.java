/** What the pages of all modules tell of the call that is open. */
package org.calltolocalaction.editions.web;
