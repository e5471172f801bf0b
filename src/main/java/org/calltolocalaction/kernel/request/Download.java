package org.calltolocalaction.kernel.request;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that somebody uploaded, handed to a browser to be kept: it is never shown as a
 * page of this site, whatever is in it.
 *
 * @param type its media type
 * @param size in bytes
 */
public record Download(String name, String type, long size, Content content) {

	/** Writes what is in the file. */
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

	/** Sends it, piece by piece. */
	public void to(HttpServletResponse response) throws IOException {
		response.setContentType(type);
		response.setContentLengthLong(size);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		content.writeTo(response.getOutputStream());
	}

}
