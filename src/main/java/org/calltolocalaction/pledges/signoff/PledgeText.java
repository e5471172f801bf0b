package org.calltolocalaction.pledges.signoff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.kernel.Sha256;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * What somebody approves: the answers that they read, and by its hash exactly these. It
 * is of the text and not of a save: who undoes a change has the text that was approved.
 */
public record PledgeText(Answers answers, String sha256) {

	/** The text that these answers are. */
	public static PledgeText of(Answers answers) {
		try {
			String canonical = Answers.of(comparable(answers.asMap())).toJson();
			return new PledgeText(answers, Sha256.of(new JsonCanonicalizer(canonical).getEncodedUTF8()));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("A draft is not JSON", unreadable);
		}
	}

	/** Whether it says the same, with the same files. */
	public boolean sameAs(PledgeText other) {
		return sha256.equals(other.sha256);
	}

	private static Map<String, Object> comparable(Map<?, ?> answers) {
		Map<String, Object> left = new TreeMap<>();
		answers.forEach((key, value) -> left.put((String) key, comparable(value)));
		return left;
	}

	// The same file, attached once more, has another id.
	private static Object comparable(Object value) {
		Optional<UploadedFile> file = UploadedFile.of(value);
		if (file.isPresent()) {
			return Map.of("name", file.get().name(), "sha256", file.get().sha256());
		}
		if (value instanceof Map<?, ?> map) {
			return comparable(map);
		}
		return value instanceof List<?> list ? list.stream().map(PledgeText::comparable).toList() : value;
	}

}
