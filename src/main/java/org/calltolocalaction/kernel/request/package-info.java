/**
 * What every page may ask of a request: who asks, which page of a list, whether there is
 * room.
 */
@org.springframework.modulith.NamedInterface("request")
@NullMarked
package org.calltolocalaction.kernel.request;

import org.jspecify.annotations.NullMarked;
