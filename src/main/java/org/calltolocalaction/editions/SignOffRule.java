package org.calltolocalaction.editions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a government's head has to have approved what is submitted to an edition's
 * call. Chosen when the call is opened, and never made stricter after that: nobody who
 * counted on a rule is surprised by another one.
 */
public enum SignOffRule {

	/** It is not asked for. */
	OFF,

	/** It is asked for, and who submits without it is told so. */
	RECOMMENDED,

	/** Nothing is submitted without it. */
	REQUIRED;

	/** The rules that ask for less than this one, the strictest first. */
	public List<SignOffRule> milder() {
		return Arrays.stream(values())
			.filter(rule -> rule.compareTo(this) < 0)
			.sorted(Comparator.reverseOrder())
			.toList();
	}

}
