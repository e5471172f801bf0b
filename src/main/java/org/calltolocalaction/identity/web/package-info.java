/** Pages and filters for signing in, for one's own profile, and for giving roles. */
package org.calltolocalaction.identity.web;
