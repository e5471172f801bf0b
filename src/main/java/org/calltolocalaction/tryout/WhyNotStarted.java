package org.calltolocalaction.tryout;

import org.calltolocalaction.kernel.operation.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in sentences why the desk did not start, where the reason is known, instead of a
 * stack trace.
 */
class WhyNotStarted implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IncompleteSettings incomplete) {
				return analysis(incomplete);
			}
			if (cause instanceof CannotStart known) {
				return new FailureAnalysis(known.getMessage(), known.action(), known);
			}
		}
		return null;
	}

	private static FailureAnalysis analysis(IncompleteSettings incomplete) {
		String description = "The desk does not start, because of its settings:\n\n  - "
				+ String.join("\n  - ", incomplete.complaints());
		String action = incomplete.tryout() ? "Correct these environment variables, or leave them out."
				: "Set these environment variables. To run a demonstration with a database and a mailbox of its own, "
						+ "set none of SPRING_DATASOURCE_*, not even to nothing, and use a jar that was built with the embedded database.";
		return new FailureAnalysis(description, action, incomplete);
	}

}
