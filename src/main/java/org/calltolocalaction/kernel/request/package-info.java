/**
 * What every page may ask of a request: who asks, which page of a list, whether there is
 * room.
 */
@org.springframework.modulith.NamedInterface("request")
package org.calltolocalaction.kernel.request;
