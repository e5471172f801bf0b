/**
 * More time than a call's deadline gives, for one government or one pledge: granted,
 * ended before its time, and told.
 */
@org.springframework.modulith.NamedInterface("extension")
@NullMarked
package org.calltolocalaction.editions.extension;

import org.jspecify.annotations.NullMarked;
