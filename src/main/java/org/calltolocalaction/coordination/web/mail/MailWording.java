package org.calltolocalaction.coordination.web.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.log.LoggedState;
import org.calltolocalaction.notifications.log.MailLine;
import org.calltolocalaction.notifications.log.MailLogKeys;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages and files of the log say what a mail is, and what it is about. */
@Component
class MailWording {

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final MessageSource messages;

	private final Governments governments;

	MailWording(MessageSource messages, Governments governments) {
		this.messages = messages;
		this.governments = governments;
	}

	/**
	 * What a mail is about.
	 *
	 * @param link to its page; null where there is none
	 */
	record About(String name, @Nullable String link) {
	}

	String say(String key, Locale language) {
		return messages.getMessage(key, null, language);
	}

	String kind(MailKind kind, Locale language) {
		return say("coordination.mail." + kind.name(), language);
	}

	String state(LoggedState state, Locale language) {
		return say("mails.state." + state.word(), language);
	}

	List<SearchKey> keys(Locale language) {
		return MailLogKeys.all(kind -> kind(kind, language), word -> say("mails.state." + word, language));
	}

	/** Of each of these mails, by what is written there. */
	Map<String, About> abouts(List<MailLine> lines) {
		List<GovernmentId> ids = lines.stream()
			.map(MailLine::about)
			.filter(about -> ID.matcher(about).matches())
			.distinct()
			.map(GovernmentId::of)
			.toList();
		Map<String, String> names = governments.all(ids)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(named -> named.getKey().toString(), named -> named.getValue().name()));
		return lines.stream()
			.map(MailLine::about)
			.distinct()
			.collect(Collectors.toMap(Function.identity(),
					about -> new About(names.getOrDefault(about, about), link(about).orElse(null))));
	}

	private static Optional<String> link(String about) {
		if (PledgeReference.parse(about).isPresent()) {
			return Optional.of("/coordination/pledges/" + about);
		}
		return YEAR.matcher(about).matches() ? Optional.of("/coordination/editions/" + about) : Optional.empty();
	}

}
