package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever watches over the desk learns of what people do at it. */
@DeskTest
class SecurityEventsOfPeopleTests {

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private MeterRegistry meters;

	private Person ana;

	@BeforeEach
	void a_member() {
		story.anOpenEdition();
		ana = story.memberOf("Quelimane");
	}

	@Test
	void signing_in_and_out_are_events() {
		Visitor visitor = visitors.anybody();
		assertThat(during(Event.LINK_ASKED, () -> visitor.opens(visitor.linkFor(ana.email())))).isEqualTo(1);
		assertThat(during(Event.SIGNED_IN, visitor::followsOpenedLink)).isEqualTo(1);
		visitor.opens("/my");
		assertThat(during(Event.SIGNED_OUT, () -> visitor.sends("/sign-out", Map.of()))).isEqualTo(1);
	}

	@Test
	void a_link_that_is_not_good_is_one() {
		Visitor visitor = visitors.anybody();
		visitor.opens("/sign-in");
		assertThat(during(Event.LINK_REFUSED, () -> visitor.sends("/sign-in/link", Map.of("token", "guessed"))))
			.isEqualTo(1);
	}

	@Test
	void what_is_refused_is_one_by_the_reason() {
		Visitor visitor = visitors.signedIn(ana);

		assertThat(during(Event.FORBIDDEN, () -> visitor.opens("/coordination"))).isEqualTo(1);
		assertThat(during(Event.NOT_FOUND, () -> visitor.opens("/my/pledges/CLA-1999-0001"))).isEqualTo(1);
		assertThat(during(Event.TOKEN_REFUSED, () -> visitor.sendsWithoutToken("/my/profile", Map.of("name", "Ana"))))
			.isEqualTo(1);
		assertThat(during(Event.UNAUTHENTICATED, () -> visitors.anybody().opens("/reviews"))).isEqualTo(1);
	}

	@Test
	void asking_too_often_is_one() {
		Visitor visitor = visitors.anybody();
		visitor.linkFor(ana.email());
		visitor.opens("/sign-in");

		assertThat(during(Event.TOO_MANY, () -> visitor.sends("/sign-in", Map.of("email", ana.email())))).isEqualTo(1);
	}

	@Test
	void reading_and_an_address_that_nobody_has_are_none() {
		Visitor visitor = visitors.anybody();
		for (Event event : Event.values()) {
			assertThat(during(event, () -> {
				visitor.opens("/pledges");
				visitor.opens("/no-such-page");
			})).as(event.code()).isZero();
		}
	}

	private double during(Event event, Runnable act) {
		double before = count(event);
		act.run();
		return count(event) - before;
	}

	private double count(Event event) {
		return meters.get(SecurityEvents.COUNTER).tag("event", event.code()).counter().count();
	}

}
