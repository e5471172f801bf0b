package org.calltolocalaction.search;

import java.util.List;

/** Terms of which one has to hold; mostly there is one alone. */
public record Choice(List<Term> any) {

	public Choice {
		any = List.copyOf(any);
	}

}
