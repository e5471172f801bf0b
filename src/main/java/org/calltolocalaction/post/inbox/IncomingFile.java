package org.calltolocalaction.post.inbox;

/** A file as it came with a mail, whatever it is. */
public record IncomingFile(String name, byte[] content) {
}
