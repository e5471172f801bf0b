/** Signing in by links: asking for one, its pace, and what it becomes. */
@NullMarked
package org.calltolocalaction.identity.web.signin;

import org.jspecify.annotations.NullMarked;
