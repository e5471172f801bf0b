/**
 * Who a person is here: accounts, the roles they were given, and signing in without a
 * password.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Identity",
		allowedDependencies = { "kernel", "kernel :: *", "post", "vocabulary" })
package org.calltolocalaction.identity;
