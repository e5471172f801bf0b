package org.calltolocalaction.pledges.files.cleaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies pictures of one format, whether each is a file or stands in a document. */
abstract class PictureCleaner implements FileCleaner {

	/** How much of a picture shows its format. */
	static final int BEGINNING = 64;

	/** Whether a picture of this format begins like this. */
	abstract boolean isOne(byte[] beginning);

	/** Copies the parts that the picture needs. */
	abstract void copy(InputStream in, OutputStream out) throws IOException;

	@Override
	public final Outcome clean(Path file, OutputStream out) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			OutputStream buffered = new BufferedOutputStream(out);
			copy(in, buffered);
			buffered.flush();
		}
		return Outcome.CLEANED;
	}

	/** The clean copy of a picture that stands in a document. */
	final byte[] clean(byte[] picture) throws IOException {
		ByteArrayOutputStream copy = new ByteArrayOutputStream(picture.length);
		copy(new ByteArrayInputStream(picture), copy);
		return copy.toByteArray();
	}

}
