package org.calltolocalaction.reviews.duedates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.reviews.team.TeamTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Subscribed;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A reviewer's calendar reads the due dates of what is theirs to review, by an address
 * that nobody else knows and that ends with their role.
 */
class DueDatesTests extends TeamTest {

	private static final Pattern ADDRESS = Pattern.compile("value=\"[^\"]*(/calendar/([A-Za-z0-9_-]{43})\\.ics)\"");

	@Autowired
	private TakeReview takeReview;

	@Autowired
	private MakeCalendarLink makeCalendarLink;

	@Autowired
	private SetReviewCalendar setReviewCalendar;

	@Autowired
	private GrantRole roles;

	@Autowired
	private DeclareInterest declareInterest;

	@Autowired
	private MutableClock time;

	@Autowired
	private JdbcClient tables;

	@Autowired
	private WebApplicationContext context;

	private MockMvc browser;

	@BeforeEach
	void a_browser() {
		browser = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
	}

	@Test
	void a_reviewer_s_calendar_has_the_reviews_that_they_have_and_no_word_of_the_pledges() throws Exception {
		PledgeReference pledge = reviewOf(rosa);
		String address = linkOf(rosa);

		Subscribed calendar = calendar(address);

		assertThat(calendar.all("SUMMARY")).containsExactly("Review due: " + pledge);
		assertThat(calendar.all("URL")).singleElement().asString().endsWith("/reviews/" + pledge);
		assertThat(calendar.all("DTSTART")).containsExactly(dueDay(pledge, rosa));
		assertThat(calendar.all("DESCRIPTION")).containsExactly("");
		String text = answer(address).getContentAsString();
		assertThat(text).doesNotContain("Kampala").doesNotContain(rosa.email()).doesNotContain(rosa.name());
	}

	@Test
	void another_reviewer_s_work_and_what_nobody_has_are_never_in_it() throws Exception {
		anOpenReview();
		reviewOf(ben);
		Person otherPartner = story.reviewer("MMC", "Mina" + System.nanoTime());
		PledgeReference own = reviewOf(rosa);
		takeReview.take(own, null, otherPartner);

		assertThat(calendar(linkOf(rosa)).all("SUMMARY")).containsExactly("Review due: " + own);
		assertThat(calendar(linkOf(otherPartner)).all("SUMMARY")).containsExactly("Review due: " + own);
		assertThat(calendar(linkOf(rosa)).all("UID"))
			.doesNotContainAnyElementsOf(calendar(linkOf(otherPartner)).all("UID"));
	}

	@Test
	void a_review_that_is_done_or_given_back_is_gone_from_it_and_an_empty_one_can_still_be_read() throws Exception {
		PledgeReference pledge = reviewOf(rosa);
		String address = linkOf(rosa);

		takeReview.release(pledge, rosa);

		assertThat(calendar(address).events()).isEmpty();
	}

	@Test
	void a_due_date_that_moves_is_the_same_event_on_another_day() throws Exception {
		EditionYear year = story.anOpenEdition();
		Person rosario = story.reviewer("UCLG", "Rosario" + System.nanoTime());
		PledgeReference pledge = reviewOf(rosario);
		String address = linkOf(rosario);
		Subscribed before = calendar(address);
		time.set(time.instant().plus(Duration.ofHours(1)));
		ReviewCalendar usual = ReviewCalendar.usual();
		setReviewCalendar.set(year, new ReviewCalendar(usual.days() + 5, usual.cutOffDays(), null, List.of()),
				"Holidays", story.coordinator());

		Subscribed after = calendar(address);

		assertThat(after.all("UID")).isEqualTo(before.all("UID"));
		assertThat(after.all("DTSTART")).containsExactly(dueDay(pledge, rosario)).isNotEqualTo(before.all("DTSTART"));
		assertThat(Integer.parseInt(after.all("SEQUENCE").get(0)))
			.isGreaterThan(Integer.parseInt(before.all("SEQUENCE").get(0)));
		assertThat(after.all("LAST-MODIFIED")).isNotEqualTo(before.all("LAST-MODIFIED"));
	}

	@Test
	void the_day_is_the_reviewer_s_own_on_both_sides_of_a_change_of_the_clocks() throws Exception {
		PledgeReference summer = reviewOf(rosa);
		PledgeReference winter = reviewOf(rosa);
		// Half an hour before midnight in Madrid each time: UTC+2, then UTC+1.
		due(summer, Instant.parse("2052-10-26T21:30:00Z"));
		due(winter, Instant.parse("2052-10-27T22:30:00Z"));

		assertThat(calendar(linkOf(rosa)).all("DTSTART")).containsExactly("20521026", "20521027");
	}

	@Test
	void the_address_is_shown_once_kept_as_a_hash_and_goes_into_no_cache() throws Exception {
		MockHttpServletResponse made = made(rosa);
		String secret = secretIn(made);

		assertThat(made.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(browser.perform(get("/reviews/calendar-link").with(by(rosa)))
			.andReturn()
			.getResponse()
			.getContentAsString()).doesNotContain(secret).contains("we cannot show it again");
		assertThat(tables.sql("select token_sha256 from calendar_link where account = ?")
			.param(rosa.id().value())
			.query(String.class)
			.single()).matches("[0-9a-f]{64}").isNotEqualTo(secret);
		MockHttpServletResponse read = answer("/calendar/" + secret + ".ics");
		assertThat(read.getHeader("Cache-Control")).isEqualTo("private, no-cache");
		assertThat(read.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(read.getHeader("X-Robots-Tag")).contains("noindex");
		assertThat(new CalendarToken(secret).toString()).doesNotContain(secret);
	}

	@Test
	void a_revoked_address_and_one_that_was_renewed_are_not_found() throws Exception {
		String first = linkOf(rosa);
		String second = linkOf(rosa);
		assertThat(status(first)).isEqualTo(404);
		assertThat(status(second)).isEqualTo(200);

		browser.perform(post("/reviews/calendar-link/revocation").with(csrf()).with(by(rosa)));

		assertThat(status(second)).isEqualTo(404);
		assertThat(status("/calendar/" + "x".repeat(43) + ".ics")).isEqualTo(404);
		assertThat(status("/calendar/" + "x".repeat(5000) + ".ics")).isBetween(400, 499);
	}

	@Test
	void it_ends_with_the_role_and_does_not_begin_again_with_it() throws Exception {
		reviewOf(rosa);
		String address = linkOf(rosa);
		roles.takeReviewer(story.coordinator(), rosa.id());
		assertThat(status(address)).isEqualTo(404);

		roles.reviewer(story.coordinator(), new EmailAddress(rosa.email()), new PartnerCode("UCLG"));

		assertThat(status(address)).isEqualTo(404);
		Person member = story.memberOf("Quito");
		assertThatThrownBy(() -> makeCalendarLink.make(member)).isInstanceOf(NotAllowed.class);
	}

	@Test
	void whoever_is_away_is_left_in_peace_and_the_deputy_has_the_dates_meanwhile() throws Exception {
		PledgeReference soon = reviewOf(rosa);
		PledgeReference later = reviewOf(rosa);
		due(soon, time.instant().plus(Duration.ofDays(3)));
		due(later, time.instant().plus(Duration.ofDays(30)));
		isAway(rosa, ben, 10);

		assertThat(calendar(linkOf(rosa)).all("SUMMARY")).containsExactly("Review due: " + later);
		assertThat(calendar(linkOf(ben)).all("SUMMARY")).containsExactly("Review due: " + soon, "Review due: " + later);
		assertThat(calendar(linkOf(ben)).all("DESCRIPTION"))
			.containsOnly("You are standing in for a colleague who is away.");
	}

	@Test
	void a_deputy_who_keeps_out_of_a_government_has_nothing_of_it() throws Exception {
		PledgeReference pledge = reviewOf(rosa);
		isAway(rosa, ben, 10);
		declareInterest.declare(pledge, "My sister works there", Optional.empty(), ben);

		assertThat(calendar(linkOf(ben)).events()).isEmpty();
	}

	@Test
	void whoever_reads_it_without_the_address_is_told_nothing_and_every_address_is_another() throws Exception {
		assertThat(linkOf(rosa)).isNotEqualTo(linkOf(ben)).isNotEqualTo(linkOf(rosa));
		assertThat(browser.perform(get("/calendar/").with(by(rosa))).andReturn().getResponse().getStatus())
			.isEqualTo(404);
	}

	private PledgeReference reviewOf(Person holder) {
		PledgeReference pledge = anOpenReview();
		takeReview.take(pledge, null, holder);
		return pledge;
	}

	private void due(PledgeReference pledge, Instant at) {
		tables.sql("update review set due_at = ? where reference = ?")
			.params(at.atOffset(ZoneOffset.UTC), pledge.value())
			.update();
	}

	private String dueDay(PledgeReference pledge, Person reader) {
		Instant due = partnerReviews.review(pledge, reader).dueAt();
		return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(due, reader.zone()));
	}

	private String linkOf(Person reviewer) throws Exception {
		return "/calendar/" + secretIn(made(reviewer)) + ".ics";
	}

	private MockHttpServletResponse made(Person reviewer) throws Exception {
		return browser.perform(post("/reviews/calendar-link").with(csrf()).with(by(reviewer)))
			.andReturn()
			.getResponse();
	}

	private static String secretIn(MockHttpServletResponse page) throws Exception {
		Matcher address = ADDRESS.matcher(page.getContentAsString());
		assertThat(address.find()).isTrue();
		return address.group(2);
	}

	private Subscribed calendar(String address) throws Exception {
		return Subscribed.to(answer(address).getContentAsByteArray());
	}

	private int status(String address) throws Exception {
		return answer(address).getStatus();
	}

	private MockHttpServletResponse answer(String address) throws Exception {
		return browser.perform(get(address)).andReturn().getResponse();
	}

}
