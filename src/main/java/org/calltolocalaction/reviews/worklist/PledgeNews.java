package org.calltolocalaction.reviews.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * Events of pledges since a reviewer last looked. Each kind of event is a source of its
 * own; all are asked.
 */
public interface PledgeNews {

	/**
	 * Something that happened, as a sentence of the pages.
	 *
	 * @param words the key of the sentence
	 */
	record News(PledgeReference pledge, Instant at, String words, List<Object> arguments) {

		public News {
			arguments = List.copyOf(arguments);
		}

	}

	/**
	 * What happened to these pledges that the reader may know; what the reader did is no
	 * news to them.
	 */
	List<News> of(Collection<PledgeReference> pledges, Person reader);

}
