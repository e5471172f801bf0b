package org.calltolocalaction.forms;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/**
 * What is wrong with one field, as a message and not yet as a sentence, so that it reads
 * well wherever it is shown.
 *
 * @param path where the value stands in the answers
 * @param fieldId the id of the input that a link in the error summary leads to
 * @param messageKey a key of the {@code messages/forms} bundle
 * @param args what the sentence names; labels are already in the reader's language
 */
public record FieldError(String path, String fieldId, String messageKey,
		List<Object> args) implements MessageSourceResolvable {

	/** Copies the arguments, so that an error stays as it was found. */
	public FieldError {
		args = List.copyOf(args);
	}

	/** Whether an answer is only missing: what is not there yet is no mistake yet. */
	public boolean isMissing() {
		return messageKey.contains(".missing.") || messageKey.equals("forms.error.one-of")
				|| messageKey.equals("forms.error.sentence");
	}

	/** Lets a controller or a test write {@code messages.getMessage(error, locale)}. */
	@Override
	public String[] getCodes() {
		return new String[] { messageKey };
	}

	/** The same arguments, as Spring wants them. */
	@Override
	public Object[] getArguments() {
		return args.toArray();
	}

}
