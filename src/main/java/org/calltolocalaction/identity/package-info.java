/**
 * Who a person is here: accounts, the roles they were given, and signing in without a
 * password.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Identity",
		allowedDependencies = { "kernel", "kernel :: *", "post", "post :: *", "vocabulary" })
@NullMarked
package org.calltolocalaction.identity;

import org.jspecify.annotations.NullMarked;
