package org.calltolocalaction.notifications.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.SampleMail;

/** One mail of many in each language in which somebody reads it. */
public final class SampleMails {

	private SampleMails() {
	}

	/** As the first reader of each language gets it. */
	public static <T> List<SampleMail> each(List<T> readers, Function<T, Person> who, Function<T, MailText> written) {
		Map<String, T> first = new TreeMap<>();
		readers.forEach(
				reader -> first.putIfAbsent(Languages.nearest(who.apply(reader).language()).getLanguage(), reader));
		return first.values().stream().map(reader -> sample(written.apply(reader))).toList();
	}

	private static SampleMail sample(MailText mail) {
		return new SampleMail(mail.language(), mail.subject(), mail.content());
	}

}
