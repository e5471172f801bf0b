package org.calltolocalaction.testing;

import java.util.List;
import org.calltolocalaction.forms.Answers;

/**
 * What a government answers on the form of a pledge. The one place that a new question
 * concerns: tests that need other answers begin with these.
 */
public final class SamplePledge {

	/** Never to be seen outside the government and the coordination. */
	public static final String CONTACT_EMAIL = "secret.contact@example.org";

	private static final Answers COMPLETE = Answers.empty()
		.with("headOfGovernment", "The Mayor")
		.with("title", "A welcome desk in every district")
		.with("language", "en")
		.with("summary", "What the city does. ".repeat(20))
		.with("expectedImpact", "People arrive well.")
		.with("stage", "IN_PROGRESS")
		.with("start", "2020-01-15")
		.with("openEnded", true)
		.with("mainGcmObjectives", List.of("GCM-15", "GCM-16"))
		.with("gcrObjectives", List.of("GCR-2"))
		.with("beneficiaries", List.of("MIGRANTS"))
		.with("contributions", List.of("SERVICES"))
		.with("contactName", "Contact Person")
		.with("contactEmail", CONTACT_EMAIL)
		.with("consent", "YES");

	private SamplePledge() {
	}

	/** Everything that the form asks for, and nothing that it does not have to. */
	public static Answers complete() {
		return COMPLETE;
	}

	/** The same under another title. */
	public static Answers titled(String title) {
		return COMPLETE.with("title", title);
	}

}
