package org.calltolocalaction.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the desk says, each language as one table of all modules' texts. The usual source
 * asks one bundle after the other: a page with a thousand words spent a tenth of its time
 * on the bundles in which they do not stand.
 */
@Configuration(proxyBeanMethods = false)
class SiteMessages {

	/** One for each module, and for parts of the larger ones. */
	private static final List<String> BUNDLES = List.of("forms", "kernel", "site", "identity", "governments",
			"editions", "pledges", "signoff", "receipts", "searches", "reviews", "judging", "worklist", "team",
			"duedates", "discussion", "offline", "reports", "registry", "notifications", "leaving", "coordination",
			"glance", "bulk", "messages", "mails", "moves", "standing", "joining", "endorsing", "parties", "trail",
			"timeline", "inbox", "processes", "operations", "templates", "vocabulary", "tryout", "names");

	/**
	 * Names as those who run a desk print them, beside its
	 * {@code application.properties}; they go before ours.
	 */
	private static final String OWN_NAMES = "file:config/names";

	@Bean
	MessageSource messageSource() {
		DeskMessages messages = new DeskMessages();
		messages.setBasenames(
				Stream.concat(Stream.of(OWN_NAMES), BUNDLES.stream().map(bundle -> "classpath:messages/" + bundle))
					.toArray(String[]::new));
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		messages.setAlwaysUseMessageFormat(true);
		return messages;
	}

}
