package org.calltolocalaction.kernel.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.calltolocalaction.kernel.request.Download;

/** A document that was made, until it is closed. */
public final class PaperFile implements Closeable {

	private static final String TYPE = "application/pdf";

	private final Path file;

	PaperFile(Path file) {
		this.file = file;
	}

	/** Its size in bytes. */
	public long size() throws IOException {
		return Files.size(file);
	}

	/** Hands out its bytes. */
	public void writeTo(OutputStream out) throws IOException {
		Files.copy(file, out);
	}

	/** For a browser, under this name. */
	public Download download(String name) throws IOException {
		return new Download(name, TYPE, size(), this::writeTo);
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(file);
	}

}
