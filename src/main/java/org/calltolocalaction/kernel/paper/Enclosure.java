package org.calltolocalaction.kernel.paper;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that travels inside a document, so that who has the one has the other.
 *
 * @param name as the reader's program lists it
 * @param type its media type
 * @param description what it is, in the reader's language
 */
public record Enclosure(String name, String type, String description, Content content) {

	/** Writes what is in the file, once. */
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

}
