package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/**
 * What a slow line has to carry, as it comes over the wire: compressed, and nothing
 * twice.
 */
class WeightJourneyTests extends Journey {

	private static final int FIRST_VISIT = 100_000;

	private static final int FIRST_REQUESTS = 10;

	private static final int LATER_PAGE = 30_000;

	@Test
	void the_first_visit_of_the_form_and_every_later_page_are_light() {
		story.anOpenEdition();
		Person member = story.memberOf("Guayaquil");
		PledgeReference draft = story.aDraftBy(member);
		PersonAtBrowser city = signedIn(member);
		// Signing in brought what all pages share, so that it is fetched anew as for
		// somebody who follows a link in a mail.
		city.page().context().newCDPSession(city.page()).send("Network.clearBrowserCache");
		List<Request> asked = new ArrayList<>();
		city.page().onRequestFinished(asked::add);

		city.opens("/my/pledges/" + draft + "/sections/action");
		assertThat(asked).as("requests of the first visit").hasSizeLessThanOrEqualTo(FIRST_REQUESTS);
		assertThat(weight(asked)).as("bytes of the first visit").isBetween(1_000, FIRST_VISIT);

		for (String page : List.of("", "/sections/government", "/sections/objectives", "/sections/means",
				"/sections/contact", "/check")) {
			asked.clear();
			city.opens("/my/pledges/" + draft + page);
			assertThat(weight(asked)).as("bytes of a later page: " + page).isBetween(1_000, LATER_PAGE);
		}
	}

	private static int weight(List<Request> requests) {
		return requests.stream()
			.map(Request::sizes)
			.mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
			.sum();
	}

}
