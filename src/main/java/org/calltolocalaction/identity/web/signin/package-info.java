/** Signing in by links: asking for one, its pace, and what it becomes. */
package org.calltolocalaction.identity.web.signin;
