package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.worklist.PledgeNews;
import org.calltolocalaction.reviews.worklist.VisitPledge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the page of a pledge say what happened since its reader was there before. */
@Component
class NewsSinceLastVisit {

	private final VisitPledge looks;

	NewsSinceLastVisit(VisitPledge looks) {
		this.looks = looks;
	}

	/**
	 * Notes that the reader is there now; empty where it is the first time, or where
	 * somebody looks on in their place, of which nothing is noted.
	 */
	Optional<Instant> look(PledgeReference pledge, Person reviewer) {
		return reviewer.viewed() ? Optional.empty() : looks.look(pledge, reviewer);
	}

	/**
	 * What happened since.
	 *
	 * @param since when the reader was there before, by which whatever on the page has a
	 * date can say whether it is new: reviews/news.html; null where they never were
	 */
	record News(@Nullable Instant since, List<PledgeNews.News> all) {

		/** Where a page does not look for any. */
		static News none() {
			return new News(null, List.of());
		}

	}

	News news(Optional<Instant> lastLooked, PledgeReference pledge, Person reviewer) {
		return lastLooked.map(then -> new News(then, looks.since(then, pledge, reviewer))).orElse(News.none());
	}

}
