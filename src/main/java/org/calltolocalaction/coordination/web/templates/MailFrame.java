package org.calltolocalaction.coordination.web.templates;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.Sha256;

/**
 * The page of a mail within a page of the desk: a document of its own in a sandbox, which
 * runs nothing and loads nothing. What it leads to opens beside it.
 */
record MailFrame(String html) {

	private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

	/** As it stands in the frame. */
	public String document() {
		return html.replaceFirst("<head>", "<head><base target=\"_blank\">");
	}

	/**
	 * What the page around it may do: as every page, and its frame, which inherits this,
	 * may have the one style sheet of mails and styles at elements.
	 */
	String policy() {
		String own = STYLE.matcher(html)
			.results()
			.map(sheet -> " 'sha256-" + digest(sheet.group(1)) + "'")
			.collect(Collectors.joining());
		return "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'" + own
				+ "; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
				+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
	}

	private static String digest(String sheet) {
		return Base64.getEncoder().encodeToString(Sha256.digest().digest(sheet.getBytes(StandardCharsets.UTF_8)));
	}

}
