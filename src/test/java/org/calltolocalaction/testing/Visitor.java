package org.calltolocalaction.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody at a browser without scripts: keeps cookies, sends what the forms of a page
 * hold, follows redirects, and reads mail. Speaks to the desk over the wire, filters and
 * error pages included.
 */
public final class Visitor {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Pattern ON = Pattern.compile("name=\"to\" value=\"([^\"]*)\"");

	private static final Pattern LINK = Pattern.compile("https?://\\S+/sign-in/link\\?\\S+");

	private static final String BOUNDARY = "between-the-parts-of-a-form";

	private final URI desk;

	private final GreenMail mails;

	private final String languages;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private String csrf = "";

	/** The address that was opened last, with its query. */
	private String opened = "";

	public Visitor(URI desk, GreenMail mails) {
		this(desk, mails, "en");
	}

	/**
	 * @param languages what the browser says it prefers
	 */
	public Visitor(URI desk, GreenMail mails, String languages) {
		this.desk = desk;
		this.mails = mails;
		this.languages = languages;
	}

	/** A page as it came at the end of all redirects. */
	public record Page(int status, String path, String text, HttpResponse<String> response) {

		public String header(String name) {
			return response.headers().firstValue(name).orElse("");
		}

	}

	public Page opens(String path) {
		return send(HttpRequest.newBuilder(at(path)).GET());
	}

	/** Takes a file along, which is too long to be kept, and tells how long it was. */
	public long takesAlong(String path) {
		try {
			HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(at(path)).GET().build(),
					BodyHandlers.ofInputStream());
			try (InputStream file = response.body()) {
				assertThat(response.statusCode()).isEqualTo(200);
				return file.transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The file did not come", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Sends a form, with the token that the page before it held. */
	public Page sends(String path, Map<String, String> fields) {
		return post(path, encoded(fields) + "&_csrf=" + encoded(csrf));
	}

	/** Sends a form as a stranger's page would: without the token. */
	public Page sendsWithoutToken(String path, Map<String, String> fields) {
		return post(path, encoded(fields));
	}

	/** Asks for a link, reads it in the mail, follows it and presses the button. */
	public Page signsIn(String email) {
		opens(linkFor(email));
		return followsOpenedLink();
	}

	/** Asks for a link and takes it out of the mail. */
	public String linkFor(String email) {
		opens("/sign-in");
		int before = mails.getReceivedMessages().length;
		sends("/sign-in", Map.of("email", email));
		assertThat(mails.waitForIncomingEmail(10_000, before + 1)).as("a mail with a link to " + email).isTrue();
		Matcher link = LINK.matcher(newestTo(email));
		assertThat(link.find()).as("a link in the mail").isTrue();
		return link.group();
	}

	/** Presses the button of the page that a link opened, and goes on without a name. */
	public Page followsOpenedLink() {
		String token = opened.replaceFirst(".*[?&]token=([^&]*).*", "$1");
		Page page = sends("/sign-in/link", Map.of("token", token));
		return page.path().equals("/my/name") ? opens(skipOf(page)) : page;
	}

	private static String skipOf(Page question) {
		Matcher to = ON.matcher(question.text());
		assertThat(to.find()).as("where to go on without a name").isTrue();
		return HtmlUtils.htmlUnescape(to.group(1));
	}

	/** Sends a form with files, each by its name, as the answer to one question. */
	public Page uploads(String path, Map<String, String> fields, String question, Map<String, byte[]> files) {
		List<BodyPublisher> parts = new ArrayList<>();
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", csrf);
		all.forEach((name, value) -> parts
			.add(BodyPublishers.ofString(part("name=\"%s\"".formatted(name)) + "\r\n" + value + "\r\n")));
		files.forEach((name, content) -> {
			parts.add(BodyPublishers.ofString(part("name=\"%s\"; filename=\"%s\"".formatted(question, name))
					+ "Content-Type: application/octet-stream\r\n\r\n"));
			parts.add(BodyPublishers.ofByteArray(content));
			parts.add(BodyPublishers.ofString("\r\n"));
		});
		parts.add(BodyPublishers.ofString("--%s--\r\n".formatted(BOUNDARY)));
		return send(HttpRequest.newBuilder(at(path))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
	}

	private static String part(String disposition) {
		return "--%s\r\nContent-Disposition: form-data; %s\r\n".formatted(BOUNDARY, disposition);
	}

	private Page post(String path, String body) {
		return send(HttpRequest.newBuilder(at(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	private Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = client.send(request.setHeader("Accept-Language", languages).build(),
					BodyHandlers.ofString());
			URI next = response.headers().firstValue("Location").map(response.uri()::resolve).orElse(null);
			if (response.statusCode() / 100 == 3 && next != null) {
				return send(HttpRequest.newBuilder(next).GET());
			}
			opened = response.uri().toString();
			Matcher token = CSRF.matcher(response.body());
			csrf = token.find() ? token.group(1) : csrf;
			return new Page(response.statusCode(), response.uri().getPath(), response.body(), response);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The desk did not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// The server keeps mails by mailbox: the last of all need not be the newest.
	private String newestTo(String email) {
		return Arrays.stream(mails.getReceivedMessages())
			.filter(mail -> isTo(mail, email))
			.reduce((older, newer) -> newer)
			.map(Visitor::text)
			.orElseThrow(() -> new AssertionError("No mail to " + email));
	}

	private static boolean isTo(MimeMessage mail, String email) {
		try {
			return mail.getAllRecipients()[0].toString().equalsIgnoreCase(email);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail could not be read", ex);
		}
	}

	private URI at(String path) {
		return path.startsWith("http") ? URI.create(path) : desk.resolve(path);
	}

	private static String text(MimeMessage mail) {
		return ReceivedMail.text(mail);
	}

	private static String encoded(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
