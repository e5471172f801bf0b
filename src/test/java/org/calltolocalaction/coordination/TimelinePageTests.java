package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.timeline.ReadAhead;
import org.calltolocalaction.coordination.timeline.ReadPast;
import org.calltolocalaction.coordination.timeline.ReadPossibleActs;
import org.calltolocalaction.coordination.timeline.ReadWaiting;
import org.calltolocalaction.coordination.timeline.TimelinePart;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.reviews.team.TakeReview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * On a pledge's page a coordinator sees in one line what was, who can act now, what they
 * can do themselves, and what will come.
 */
@WithoutProcess
class TimelinePageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private RefusedAddresses refusedAddresses;

	@Autowired
	private TakeReview take;

	@Autowired
	private ReadPast past;

	@Autowired
	private ReadWaiting waiting;

	@Autowired
	private ReadAhead ahead;

	@Autowired
	private ReadPossibleActs acts;

	@Autowired
	private PledgeRows rows;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_under_review() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		reference = scene.underReview(oslo, "A slow review", Map.of());
	}

	@Test
	void acts_and_mails_stand_in_one_order_with_what_became_of_the_mails() throws Exception {
		scene.clock().advance(Duration.ofHours(1));
		mail("RECEIPT", oslo.email(), "OUTGOING", scene.clock().instant());
		scene.clock().advance(Duration.ofHours(1));
		scene.review(reference, "UCLG", "APPROVE", "");
		mail("REVIEW_OVERDUE", "rosa@mmc.example.org", "UNDELIVERABLE", scene.clock().instant());

		assertThat(line(page(""))).containsSubsequence("Pledge submitted", "Email: Receipt", "to the government",
				oslo.email(), "Sent on", "Review completed", "Email: Review overdue", "to a reviewer",
				"Not sent, because the address does not receive emails", "Waiting for reviews", "What will come");
	}

	@Test
	void of_a_mail_that_may_quote_a_draft_all_is_told_but_its_words() throws Exception {
		mail("SIGNED_OFF", oslo.email(), "OUTGOING", scene.clock().instant());
		mail("EXTENSION_REMINDER", oslo.email(), "OUTGOING", scene.clock().instant());

		for (String shown : List.of(page("?show=mails"), at("/coordination/pledges/" + reference))) {
			assertThat(moments(shown)).contains(oslo.email(), "Sent on", "it may quote a draft")
				.doesNotContain("A subject", "A text");
		}
		mail("EXTENDED", oslo.email(), "OUTGOING", scene.clock().instant());
		assertThat(moments(page("?show=mails"))).contains("A subject", "A text");
	}

	@Test
	void the_line_says_each_instant_in_utc_too() throws Exception {
		assertThat(line(page(""))).containsPattern("<time datetime=\"2033-05-01T12:00:00Z\" title=\"[^\"]*UTC");
	}

	@Test
	void a_part_of_the_line_is_chosen_by_a_link_and_an_unknown_part_is_all_of_it() throws Exception {
		mail("RECEIPT", oslo.email(), "OUTGOING", scene.clock().instant());
		scene.review(reference, "UCLG", "APPROVE", "");
		scene.decide().referToCoordinators(reference, DisagreementReason.CONFLICTING);

		assertThat(moments(page("?show=mails"))).contains("Email: Receipt")
			.doesNotContain("Pledge submitted", "Review completed");
		assertThat(moments(page("?show=reviews"))).contains("Review completed")
			.doesNotContain("Email: Receipt", "referred to the coordinators");
		assertThat(moments(page("?show=decisions"))).contains("Pledge referred to the coordinators")
			.doesNotContain("Email: Receipt", "Review completed");
		assertThat(moments(page("?show=nonsense&before=nonsense&behind=m"))).contains("Email: Receipt",
				"Review completed", "Pledge referred to the coordinators");
		assertThat(page("?show=mails")).contains("aria-current=\"true\">Emails</a>");
	}

	@Test
	void a_long_line_is_read_from_its_end_there_and_back_and_nothing_is_missing_or_twice() throws Exception {
		Instant same = scene.clock().instant();
		for (int number = 1; number <= 70; number++) {
			if (number % 10 == 0) {
				scene.clock().advance(Duration.ofMinutes(1));
			}
			trail.record(AuditEntry.of("pledge.imported", reference).with("edition", 3000 + number));
			mail("ACCEPTED", "n" + (7000 + number) + "@example.org", "OUTGOING",
					number < 40 ? same : scene.clock().instant());
		}
		List<String> pages = new ArrayList<>();
		String now = page("");
		pages.add(now);
		while (pages.get(0).contains("rel=\"prev\"")) {
			assertThat(moments(pages.get(0)).split("<li>")).hasSize(51);
			pages.add(0, at(link(pages.get(0), "prev")));
		}

		assertThat(pages).hasSizeBetween(3, 4);
		assertThat(numbers(pages)).hasSize(140).doesNotHaveDuplicates();
		assertThat(now).contains("What will come");
		assertThat(pages.get(0)).doesNotContain("What will come").contains("Pledge submitted");

		List<String> back = new ArrayList<>(List.of(pages.get(0)));
		while (back.get(back.size() - 1).contains("rel=\"next\"")) {
			back.add(at(link(back.get(back.size() - 1), "next")));
		}
		assertThat(numbers(back)).isEqualTo(numbers(pages));
		assertThat(back.get(back.size() - 1)).contains("What will come");
	}

	@Test
	void who_has_to_review_is_named_with_an_address_where_mails_arrive() throws Exception {
		Person rosa = scene.reviewer("MMC");
		refusedAddresses.note(rosa.email(), RefusalReason.NO_SUCH_MAILBOX, "550 unknown");
		take.take(reference, null, rosa);
		scene.clock().advance(Duration.ofDays(90));

		String now = now(page(""));

		assertThat(now)
			.contains("Waiting for reviews", "since 1 May 2033, 12:00", "review taken",
					rosa.email() + " (emails do not arrive there)", "Overdue", "review not taken yet", "IOM", "UCLG")
			.doesNotContain("mailto:" + rosa.email());
	}

	@Test
	void a_decision_is_offered_and_the_coordinators_are_named() throws Exception {
		scene.decide().referToCoordinators(reference, DisagreementReason.CONFLICTING);

		assertThat(now(page(""))).contains("Waiting for a decision by the coordinators",
				"href=\"/coordination/pledges/" + reference + "#decision\"");
	}

	@Test
	void a_published_pledge_waits_for_nobody_and_can_be_moved_and_taken_down() throws Exception {
		PledgeReference included = scene.included(oslo, "An accepted pledge", Map.of());

		String now = now(at("/coordination/pledges/" + included));

		assertThat(now).contains("Nobody needs to act.", included + "/move", included + "/publication")
			.doesNotContain("#decision");
	}

	@Test
	void more_time_is_offered_for_the_edition_that_the_pledge_missed() throws Exception {
		assertThat(now(page(""))).doesNotContain("Grant an extension");
		scene.clock().set(Instant.parse("2033-10-02T13:00:00Z"));
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());

		assertThat(now(at("/coordination/pledges/" + late)))
			.contains("href=\"/coordination/editions/2033/extensions/new?whom=" + late + "\"")
			.contains("Grant an extension for the 2033 edition");
	}

	@Test
	void the_dates_of_its_edition_are_ahead_soonest_first() throws Exception {
		assertThat(line(page(""))).containsSubsequence("What will come", "2 October 2033", "Deadline", "2033 edition",
				"Contents to be confirmed", "This is the planned day");
	}

	@Test
	void the_line_is_said_in_three_languages() throws Exception {
		assertThat(page("?lang=es")).contains("Cronología", "A la espera de revisiones", "Lo que vendrá");
		assertThat(page("?lang=fr")).contains("Chronologie", "En attente d’examens", "Ce qui viendra");
	}

	@Test
	void the_use_cases_ask_for_the_role_themselves() {
		PledgeRow row = rows.of(List.of(reference)).get(0);
		assertThatThrownBy(() -> past.newest(reference, TimelinePart.ALL, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> waiting.of(row, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> ahead.of(row, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> acts.of(row, List.of(), oslo)).isInstanceOf(NotAllowed.class);
	}

	private void mail(String kind, String recipient, String state, Instant at) {
		UUID id = UUID.randomUUID();
		scene.jdbc()
			.sql("""
					insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at, attempts,
					sent_at, state) values (?, ?, ?, ?, ?, 'en', 'A subject', 'A text', ?, ?, 1, ?, ?)""")
			.params(Arrays.asList(id, "test:" + id, kind, reference.value(), recipient, "<" + id + ">",
					at.atOffset(ZoneOffset.UTC), state.equals("OUTGOING") ? at.atOffset(ZoneOffset.UTC) : null, state))
			.update();
	}

	private String page(String query) throws Exception {
		return at("/coordination/pledges/" + reference + query);
	}

	private String at(String address) throws Exception {
		return mvc.perform(get(URI.create(address)).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static String now(String page) {
		int from = page.indexOf("aria-labelledby=\"now\"");
		return page.substring(from, page.indexOf("</section>", from));
	}

	private static String line(String page) {
		int from = page.indexOf("aria-labelledby=\"trail\"");
		return page.substring(from, page.indexOf("</section>", from));
	}

	private static String moments(String page) {
		String line = line(page);
		int from = line.indexOf("<ol class=\"desk-trail\"");
		return from < 0 ? "" : line.substring(from, line.indexOf("</ol>", from));
	}

	/** In the order in which they stand on the pages. */
	private static List<String> numbers(List<String> pages) {
		return pages.stream()
			.flatMap(page -> Pattern.compile(">(30\\d\\d)<|· n(70\\d\\d)@").matcher(moments(page)).results())
			.map(MatchResult::group)
			.toList();
	}

	private static String link(String page, String rel) {
		MatchResult link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.findFirst()
			.orElseThrow();
		return link.group(1).replace("&amp;", "&");
	}

}
