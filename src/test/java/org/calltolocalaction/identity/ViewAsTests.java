package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.request.ReadingOnly;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.reviews.worklist.SaveSearch;
import org.calltolocalaction.reviews.worklist.SavedSearches;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class ViewAsTests {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final String REASON = "Asked by phone where the pledge is";

	private static final Pattern POSTED = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");

	private static final Pattern BUTTON = Pattern.compile("<button[^>]*>");

	@Autowired
	private ViewAs viewAs;

	@Autowired
	private People people;

	@Autowired
	private GrantRole roles;

	@Autowired
	private OpenAccount accounts;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private TakeReview takeReview;

	@Autowired
	private SaveReviewDraft saveDraft;

	@Autowired
	private SaveSearch saveSearch;

	@Autowired
	private SavedSearches searches;

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Person member;

	@BeforeEach
	void a_member() {
		story.aSharedCall();
		member = story.memberOf("Quito");
	}

	@Test
	void a_coordinator_sees_the_person_that_the_desk_would_see_and_that_it_is_not_them() {
		Viewing viewing = begin(story.coordinator(), member);

		assertThat(viewAs.seen(viewing, story.coordinator())).hasValueSatisfying(seen -> {
			assertThat(seen.id()).isEqualTo(member.id());
			assertThat(seen.viewed()).isTrue();
			assertThat(seen.viewedBy().orElseThrow().account()).isEqualTo(story.coordinator().id());
		});
	}

	@Test
	void nobody_but_a_coordinator_looks_on_in_the_place_of_others() {
		Person reviewer = story.reviewer("MMC", "R" + UUID.randomUUID());

		assertThatThrownBy(() -> begin(reviewer, member)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> viewAs.mayBeSeen(member.id(), reviewer)).isInstanceOf(NotAllowed.class);
		assertThat(began(member)).isZero();
	}

	@Test
	void no_coordinator_is_looked_on_in_their_place_nor_an_address_with_which_nobody_signs_in() {
		Person other = coordinator();

		assertThatThrownBy(() -> begin(story.coordinator(), other)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> begin(story.coordinator(), story.coordinator())).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> viewAs.begin(story.coordinator(),
				new EmailAddress("nobody@" + UUID.randomUUID() + ".org"), REASON))
			.isInstanceOf(Refused.class);
		assertThat(viewAs.mayBeSeen(other.id(), story.coordinator())).isEmpty();
		assertThat(began(other)).isZero();
	}

	@Test
	void a_view_is_over_after_half_an_hour_and_as_soon_as_one_of_the_two_is_not_what_they_were() {
		Person by = coordinator();
		Viewing viewing = begin(by, member);
		assertThat(viewAs.seen(viewing, people.person(by.id()))).isPresent();

		roles.takeCoordinator(story.coordinator(), by.id());
		assertThat(viewAs.seen(viewing, people.person(by.id()))).isEmpty();

		Viewing another = begin(story.coordinator(), member);
		assertThat(viewAs.seen(another, by)).isEmpty();
		clock.advance(Duration.ofMinutes(29));
		assertThat(viewAs.seen(another, story.coordinator())).isPresent();
		clock.advance(Duration.ofMinutes(1));
		assertThat(viewAs.seen(another, story.coordinator())).isEmpty();

		Viewing third = begin(story.coordinator(), member);
		roles.coordinator(story.coordinator(), address(member));
		assertThat(viewAs.seen(third, story.coordinator())).isEmpty();
		roles.takeCoordinator(story.coordinator(), member.id());
	}

	@Test
	void whoever_may_only_read_writes_nothing_in_a_transaction_or_without_one() {
		ReadingOnly.begin();
		try {
			assertThatThrownBy(
					() -> jdbc.sql("update account set name = 'X' where id = ?").param(member.id().value()).update())
				.isInstanceOf(DataAccessException.class);
			assertThatThrownBy(() -> begin(story.coordinator(), member)).isInstanceOf(DataAccessException.class);
		}
		finally {
			ReadingOnly.end();
		}

		assertThat(people.person(member.id()).name()).isEqualTo(member.name());
		begin(story.coordinator(), member);
		assertThat(began(member)).isOne();
	}

	@Test
	void a_coordinator_opens_the_members_pages_under_a_banner_and_goes_back_to_their_own() {
		PledgeReference draft = story.aDraftBy(member);
		PledgeReference submitted = story.aSubmittedPledgeBy(member);
		Visitor coordinator = visitors.signedIn(story.coordinator());

		Page list = looksOn(coordinator, member);

		assertThat(list.path()).isEqualTo("/my");
		assertThat(list.text()).contains("You are viewing the site as " + member.name())
			.contains("/my/pledges/" + submitted + "\"", draft.value())
			.contains("Draft (the text is not shown)")
			.doesNotContain("/my/pledges/" + draft + "\"");
		assertThat(coordinator.opens("/my/pledges/" + submitted).text()).contains("role=\"img\"")
			.contains(story.pledge(submitted).content().title());
		assertThat(coordinator.opens("/my/pledges/" + draft)).satisfies(page -> {
			assertThat(page.status()).isEqualTo(409);
			assertThat(page.text()).contains("Drafts are not shown").doesNotContain("Waterfront");
		});
		assertThat(coordinator.opens("/coordination").status()).isEqualTo(409);

		Page back = coordinator.sends("/my/viewing/end", Map.of());

		assertThat(back.path()).isEqualTo("/coordination");
		assertThat(back.text()).contains("The view has ended").doesNotContain("You are viewing the site as");
		assertThat(trail.of(member.id())).extracting(RecordedEntry::kind)
			.contains("account.viewing-began", "account.viewing-ended");
	}

	@Test
	void what_is_sent_is_refused_and_the_person_keeps_language_and_last_visit() {
		jdbc.sql("update account set last_here = null where id = ?").param(member.id().value()).update();
		Visitor coordinator = visitors.signedIn(story.coordinator());
		looksOn(coordinator, member);

		Page french = coordinator.opens("/my/profile?lang=fr");
		Page refused = coordinator.sends("/my/profile", Map.of("name", "Somebody else", "language", "fr"));

		assertThat(french.text()).contains("Vous consultez la plateforme");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("you can only read", "Nothing was changed.");
		assertThat(people.person(member.id())).isEqualTo(member);
		assertThat(people.lastHere(Set.of(member.id()))).isEmpty();
	}

	@Test
	void a_page_of_the_view_cannot_be_sent_after_it_and_a_view_that_is_over_says_so_once() {
		Visitor coordinator = visitors.signedIn(story.coordinator());
		looksOn(coordinator, member);
		String token = TOKEN.matcher(coordinator.opens("/my/profile").text())
			.results()
			.map(found -> found.group(1))
			.findFirst()
			.orElseThrow();
		clock.advance(Duration.ofMinutes(31));

		Page over = coordinator.sends("/my/profile", Map.of("name", "Somebody else", "language", "fr"));
		Page old = coordinator.sendsWithoutToken("/my/profile",
				Map.of("name", "Somebody else", "language", "fr", "_csrf", token));

		assertThat(over.status()).isEqualTo(409);
		assertThat(over.text()).contains("this view has ended", "Nothing was changed.");
		assertThat(old.status()).isEqualTo(403);
		assertThat(old.text()).contains("This page has expired");
		assertThat(coordinator.opens("/coordination").status()).isEqualTo(200);
	}

	@Test
	void signing_out_ends_the_view_and_the_person_sees_that_there_was_one() {
		Visitor coordinator = visitors.signedIn(story.coordinator());
		looksOn(coordinator, member);

		coordinator.sends("/sign-out", Map.of());

		assertThat(trail.of(member.id())).extracting(RecordedEntry::kind).contains("account.viewing-ended");
		assertThat(coordinator.opens("/my").path()).isEqualTo("/sign-in");
		assertThat(visitors.signedIn(member).opens("/my/profile").text()).contains("Who has viewed the site as you",
				REASON, story.coordinator().name());
	}

	@Test
	void of_a_review_what_is_written_is_shown_and_what_is_being_written_is_not() {
		Person reviewer = story.reviewer("MMC", "R" + UUID.randomUUID());
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		takeReview.take(reference, null, reviewer);
		saveDraft.save(reference, 1, Answers.empty().with("internalNote", "Half of a sentence"), reviewer);
		assertThat(visitors.page(reviewer, "/reviews/" + reference)).contains("Half of a sentence");
		jdbc.sql("delete from pledge_look where account = ?").param(reviewer.id().value()).update();
		Visitor coordinator = visitors.signedIn(story.coordinator());

		Page worklist = looksOn(coordinator, reviewer);
		Page review = coordinator.opens("/reviews/" + reference);

		assertThat(worklist.path()).isEqualTo("/reviews");
		assertThat(review.status()).isEqualTo(200);
		assertThat(review.text()).contains("You are viewing the site as " + reviewer.name())
			.doesNotContain("Half of a sentence");
		assertThat(jdbc.sql("select count(*) from pledge_look where account = ?")
			.param(reviewer.id().value())
			.query(Long.class)
			.single()).isZero();
		assertThat(coordinator.opens("/reviews/calendar-link").status()).isEqualTo(409);
		assertThat(coordinator.opens("/reviews/offline/reviews.xlsx").status()).isEqualTo(409);
	}

	@Test
	void no_private_search_is_shown_and_what_cannot_be_done_is_shown_as_not_available() {
		Person reviewer = story.reviewer("MMC", "R" + UUID.randomUUID());
		String shared = "Shared " + UUID.randomUUID();
		saveSearch.save("Weak ones", WorklistTab.ALL, "country:AR", WorklistOrder.DUE, reviewer);
		saveSearch.save(shared, WorklistTab.ALL, "country:CL", WorklistOrder.DUE, reviewer);
		saveSearch.share(searches.offeredTo(reviewer)
			.stream()
			.filter(search -> search.name().equals(shared))
			.findFirst()
			.orElseThrow()
			.id(), reviewer);
		assertThat(visitors.page(reviewer, "/reviews")).contains("Weak ones").doesNotContain("aria-disabled");
		Visitor coordinator = visitors.signedIn(story.coordinator());

		String worklist = looksOn(coordinator, reviewer).text();

		assertThat(worklist).contains(shared).doesNotContain("Weak ones");
		assertThat(buttonsOfForms(worklist)).isNotEmpty()
			.allSatisfy(button -> assertThat(button).contains("disabled=\"disabled\"", "aria-disabled=\"true\""));
		assertThat(coordinator.opens("/reviews/offline").text())
			.containsPattern("<a[^>]*aria-disabled=\"true\"[^>]*govuk-button|<a[^>]*govuk-button--disabled")
			.doesNotContain("href=\"/reviews/offline/reviews.xlsx");
	}

	@Test
	void a_view_needs_a_person_and_a_reason() {
		Visitor coordinator = visitors.signedIn(story.coordinator());
		coordinator.opens("/coordination/people/view-as");

		Page empty = coordinator.sends("/coordination/people/view-as", Map.of("email", "", "reason", " "));
		Page long_ = coordinator.sends("/coordination/people/view-as",
				Map.of("email", story.coordinator().email(), "reason", "x".repeat(301)));
		Page closed = coordinator.sends("/coordination/people/view-as",
				Map.of("email", story.coordinator().email(), "reason", REASON));

		assertThat(empty.text()).contains("href=\"#email\"", "href=\"#reason\"");
		assertThat(long_.text()).contains("300 characters or fewer (you have 301)");
		assertThat(closed.text()).contains("belongs to a coordinator");
		assertThat(coordinator.opens("/coordination/people/view-as?account=" + member.id()).text())
			.contains("value=\"" + member.shownEmail() + "\"");
	}

	private static List<String> buttonsOfForms(String page) {
		return POSTED.matcher(page)
			.results()
			.map(MatchResult::group)
			.filter(form -> !form.contains("/my/viewing/end") && !form.contains("/sign-out"))
			.flatMap(form -> BUTTON.matcher(form).results().map(MatchResult::group))
			.toList();
	}

	private Page looksOn(Visitor coordinator, Person person) {
		coordinator.opens("/coordination/people/view-as");
		return coordinator.sends("/coordination/people/view-as", Map.of("email", person.email(), "reason", REASON));
	}

	private Viewing begin(Person by, Person whom) {
		return viewAs.begin(by, address(whom), REASON);
	}

	private long began(Person person) {
		return trail.of(person.id()).stream().filter(entry -> entry.kind().equals("account.viewing-began")).count();
	}

	private Person coordinator() {
		Person person = accounts.of(new EmailAddress("c." + UUID.randomUUID() + "@example.org"), Locale.ENGLISH);
		roles.coordinator(story.coordinator(), address(person));
		return people.person(person.id());
	}

	private static EmailAddress address(Person person) {
		return EmailAddress.parse(person.email()).orElseThrow();
	}

}
