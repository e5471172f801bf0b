package org.calltolocalaction.coordination.web.processes;

import java.util.Locale;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What models, their steps and their ways are called in the reader's language. A step of
 * an older version that has no name here any more is called as its model calls it.
 */
@Component
public class ProcessWording {

	private final MessageSource messages;

	ProcessWording(MessageSource messages) {
		this.messages = messages;
	}

	public String model(ModelKey model, Locale language) {
		return said("processes.model." + model.value(), model.value(), language);
	}

	public String step(ModelKey model, NodeId step, String own, Locale language) {
		return said("processes.node." + model.value() + "." + step.value(), own.isEmpty() ? step.value() : own,
				language);
	}

	/** The same in a picture, where what has no name needs none. */
	String drawn(ModelKey model, NodeId step, String own, Locale language) {
		return said("processes.node." + model.value() + "." + step.value(), own, language);
	}

	String way(ModelKey model, NodeId way, String own, Locale language) {
		return said("processes.way." + model.value() + "." + way.value(), own, language);
	}

	String with(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

	private String said(String key, String otherwise, Locale language) {
		String said = messages.getMessage(key, null, otherwise, language);
		return said == null ? otherwise : said;
	}

}
