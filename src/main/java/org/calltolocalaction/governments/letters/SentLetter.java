package org.calltolocalaction.governments.letters;

import org.springframework.core.io.InputStreamSource;

/**
 * A letter as somebody sent it.
 *
 * @param name as its owner's computer calls it
 * @param size in bytes, as it arrived
 * @param content which can be read more than once
 */
public record SentLetter(String name, long size, InputStreamSource content) {
}
