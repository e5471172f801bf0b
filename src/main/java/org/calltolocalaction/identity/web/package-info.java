/** Pages and filters for signing in, for one's own profile, and for giving roles. */
@NullMarked
package org.calltolocalaction.identity.web;

import org.jspecify.annotations.NullMarked;
