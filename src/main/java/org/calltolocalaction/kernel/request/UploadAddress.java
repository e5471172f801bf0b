package org.calltolocalaction.kernel.request;

import org.springframework.util.unit.DataSize;

/**
 * Where files may be sent, by whoever is signed in. Everywhere else, and for everybody
 * else, what is sent has to be small.
 *
 * @param pattern of the address, with {@code *} for one step of the path
 * @param most how large all that is sent at once may be
 */
public record UploadAddress(String pattern, DataSize most) {
}
