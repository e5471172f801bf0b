/** The pages that everyone may read. */
package org.calltolocalaction.registry.web;
