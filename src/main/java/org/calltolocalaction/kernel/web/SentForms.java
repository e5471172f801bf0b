package org.calltolocalaction.kernel.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.calltolocalaction.kernel.address.LocalAddress;
import org.calltolocalaction.kernel.request.GivenBack;
import org.calltolocalaction.kernel.request.GivenBack.Field;
import org.calltolocalaction.kernel.request.SessionCookie;
import org.calltolocalaction.kernel.web.upload.OversizedPosts;
import org.calltolocalaction.kernel.web.upload.UploadSizes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;

/**
 * Takes out of a request the form that it sent, for the page that says that nobody could
 * take it. It asks neither the session nor the database. What was read already is used; a
 * form with files that nobody has begun to read, because only the session could say who
 * sends it, is read without keeping anything of the files.
 */
@Component
public class SentForms {

	private static final long MOST_TEXT = UploadSizes.SMALL.toBytes();

	private static final int LONGEST_NAME = 255;

	private final SameOrigin sameOrigin;

	private final UploadSizes sizes;

	private final int mostParts;

	SentForms(SameOrigin sameOrigin, UploadSizes sizes, @Value("${server.tomcat.max-part-count}") int mostParts) {
		this.sameOrigin = sameOrigin;
		this.sizes = sizes;
		this.mostParts = mostParts;
	}

	/**
	 * Keeps the form for the page that answers the request, where it came from a page of
	 * this desk and can be read.
	 */
	public void giveBack(HttpServletRequest request) {
		if (ofAPage(request) && sameOrigin.of(request)) {
			read(request).ifPresent(form -> form.keepFor(request));
		}
	}

	/**
	 * Scripts keep what they send; only who pressed a button has a page in place of their
	 * form.
	 */
	private static boolean ofAPage(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		return HttpMethod.POST.matches(request.getMethod()) && (mode == null || mode.equals("navigate"))
				&& request.getHeader("HX-Request") == null;
	}

	private Optional<GivenBack> read(HttpServletRequest request) {
		boolean withFiles = StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
		String query = request.getQueryString();
		Optional<LocalAddress> address = LocalAddress.of(request.getRequestURI() + (query == null ? "" : "?" + query));
		if (address.isEmpty()) {
			return Optional.empty();
		}
		List<Field> fields = new ArrayList<>();
		List<String> files = new ArrayList<>();
		try {
			if (OversizedPosts.wasRead(request)) {
				wasRead(request, withFiles, fields, files);
			}
			else if (withFiles && mayBeRead(request)) {
				readNow(request, fields, files);
			}
		}
		catch (IOException | ServletException | IllegalStateException unreadable) {
			return Optional.empty();
		}
		return fields.isEmpty() ? Optional.empty()
				: Optional.of(new GivenBack(address.get(), withFiles, fields, files));
	}

	private static void wasRead(HttpServletRequest request, boolean withFiles, List<Field> fields, List<String> files)
			throws IOException, ServletException {
		Map<String, Integer> ofTheAddress = namesIn(request.getQueryString());
		request.getParameterMap()
			.forEach((name, values) -> Arrays.stream(values)
				// The server puts those of the address first, and there they stand when
				// the form is sent again.
				.skip(ofTheAddress.getOrDefault(name, 0))
				.forEach(value -> fields.add(new Field(name, value))));
		if (withFiles) {
			for (Part part : request.getParts()) {
				noteFile(part.getSubmittedFileName(), files);
			}
		}
	}

	/**
	 * Whether so much is to be read of somebody whom nobody can ask who they are: like a
	 * stranger's, a large form is not, unless it comes with a session, to where files are
	 * taken. Nothing of a file is kept, and the pace is that of all.
	 */
	private boolean mayBeRead(HttpServletRequest request) {
		long size = request.getContentLengthLong();
		boolean perhapsSignedIn = WebUtils.getCookie(request, SessionCookie.NAME) != null;
		return size >= 0 && (size <= UploadSizes.SMALL.toBytes() || perhapsSignedIn && size <= sizes.most(request));
	}

	private void readNow(HttpServletRequest request, List<Field> fields, List<String> files) throws IOException {
		FileUpload parts = new FileUpload();
		parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
		long left = MOST_TEXT;
		try {
			FileItemIterator all = parts.getItemIterator(new ServletRequestContext(request));
			for (int number = 0; all.hasNext(); number++) {
				FileItemStream part = all.next();
				if (number == mostParts) {
					throw new IOException("Too many parts");
				}
				if (!part.isFormField()) {
					// What is not read of it is passed over when the next is looked for.
					noteFile(part.getName(), files);
					continue;
				}
				try (InputStream text = part.openStream()) {
					byte[] value = text.readNBytes((int) left + 1);
					left -= value.length;
					if (left < 0) {
						throw new IOException("Too much text");
					}
					fields.add(new Field(part.getFieldName(), new String(value, StandardCharsets.UTF_8)));
				}
			}
		}
		catch (FileUploadException malformed) {
			throw new IOException(malformed);
		}
	}

	private static void noteFile(String name, List<String> files) {
		if (StringUtils.hasText(name)) {
			files.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
		}
	}

	private static Map<String, Integer> namesIn(String query) {
		Map<String, Integer> names = new HashMap<>();
		for (String each : query == null ? new String[0] : query.split("&")) {
			try {
				names.merge(URLDecoder.decode(each.replaceFirst("=.*", ""), StandardCharsets.UTF_8), 1, Integer::sum);
			}
			catch (IllegalArgumentException malformed) {
				// The server did not take it for a parameter, either.
			}
		}
		return names;
	}

}
