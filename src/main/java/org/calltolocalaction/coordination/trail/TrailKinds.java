package org.calltolocalaction.coordination.trail;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.search.SearchKey.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Which kinds of acts there are: those that have words. */
@Component
class TrailKinds {

	private static final String WORDS = "coordination.act.";

	private final MessageSource messages;

	private final List<String> kinds;

	TrailKinds(MessageSource messages) throws IOException {
		this.messages = messages;
		Properties texts = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource("messages/coordination.properties"));
		this.kinds = texts.stringPropertyNames()
			.stream()
			.filter(key -> key.startsWith(WORDS))
			.map(key -> key.substring(WORDS.length()))
			.sorted()
			.toList();
	}

	/** What the reader calls each of them first, then what others do. */
	List<Value> values(Locale reader) {
		return kinds.stream().map(kind -> new Value(kind, labels(kind, reader))).toList();
	}

	private List<String> labels(String kind, Locale reader) {
		return Stream.concat(Stream.of(reader), Languages.ALL.stream())
			.map(language -> messages.getMessage(WORDS + kind, null, language))
			.distinct()
			.toList();
	}

}
