/** The pages of all modules show the open call from here. */
package org.calltolocalaction.editions.web;
