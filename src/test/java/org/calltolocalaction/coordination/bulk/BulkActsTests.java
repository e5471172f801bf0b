package org.calltolocalaction.coordination.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.coordination.bulk.BulkAnswer.Done;
import org.calltolocalaction.coordination.bulk.BulkAnswer.DoneBefore;
import org.calltolocalaction.coordination.bulk.BulkAnswer.ForecastChanged;
import org.calltolocalaction.coordination.forecast.CompareForecast;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.reviews.team.ReviewsInBulk;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Coordinators remind, write to and give more time to many at once: who is told, who is
 * not, and nothing else than what was shown.
 */
@WithoutProcess
class BulkActsTests {

	@Autowired
	private Scene scene;

	@Autowired
	private RemindPledges remind;

	@Autowired
	private WriteToGovernments write;

	@Autowired
	private ExtendPledges extend;

	@Autowired
	private Extensions extensions;

	@Autowired
	private Governments governments;

	@Autowired
	private GrantExtension grant;

	@Autowired
	private ErasePersonalValues erase;

	@Autowired
	private CallPolicy callPolicy;

	@Autowired
	private CompareForecast compare;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private UpdateProfile profile;

	@Autowired
	private ReviewsInBulk reviewers;

	@Autowired
	private ListKeys keys;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entityManager;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	private Person lima;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		lima = scene.member("Municipalidad de Lima", "PE");
	}

	@Test
	void whoever_has_to_act_is_reminded_with_one_mail_of_all_of_theirs() {
		Person rosa = scene.reviewer("MMC");
		PledgeReference one = scene.underReview(oslo, "One to review", Map.of());
		PledgeReference two = scene.underReview(lima, "Two to review", Map.of());
		PledgeReference changed = changesRequested(oslo, "To be changed");
		PledgeReference other = changesRequested(oslo, "To be changed as well");

		BulkAnswer result = remind(of(one, two, changed, other));

		assertThat(result).isInstanceOf(Done.class);
		assertThat(mailsTo(rosa, "WORK_REMINDER")).singleElement().asString().contains(one.value(), two.value());
		assertThat(mailsTo(oslo, "PLEDGES_REMINDER")).singleElement()
			.asString()
			.contains(changed.value(), other.value(), "To be changed as well")
			.doesNotContain(one.value());
		assertThat(mailsTo(lima, "PLEDGES_REMINDER")).isEmpty();
	}

	@Test
	void what_waits_for_nobody_or_for_the_coordinators_is_left_out_and_the_page_says_why() {
		PledgeReference included = scene.included(oslo, "In the report", Map.of());
		PledgeReference disagreed = scene.underReview(oslo, "Not agreed upon", Map.of());
		scene.decide().referToCoordinators(disagreed, DisagreementReason.CONFLICTING);
		PledgeReference changed = changesRequested(lima, "To be changed");

		BulkForecast forecast = remind.preview(of(included, disagreed, changed), coordinator).forecast();

		assertThat(forecast.concerned()).containsExactly(changed);
		assertThat(forecast.leftOut()).containsOnly(Map.entry(LeftOut.DECIDED, List.of(included)),
				Map.entry(LeftOut.WAITS_FOR_COORDINATORS, List.of(disagreed)));
		assertThat(forecast.mails()).isEqualTo(1);
	}

	@Test
	void nobody_is_reminded_of_the_same_twice_within_a_day() {
		PledgeReference changed = changesRequested(oslo, "To be changed");
		remind(of(changed));
		scene.clock().advance(Duration.ofHours(24).minusSeconds(1));

		BulkForecast again = remind.preview(of(changed), coordinator).forecast();
		assertThat(again.leftOut()).containsOnly(Map.entry(LeftOut.REMINDED_LATELY, List.of(changed)));
		assertThat(remind(of(changed))).isInstanceOf(ForecastChanged.class);

		PledgeReference other = changesRequested(oslo, "Another one");
		remind(of(changed, other));
		assertThat(mailsTo(oslo, "PLEDGES_REMINDER")).hasSize(2)
			.last()
			.asString()
			.contains(other.value())
			.doesNotContain(changed.value());

		scene.clock().advance(Duration.ofSeconds(2));
		assertThat(remind(of(changed))).isInstanceOf(Done.class);
		assertThat(mailsTo(oslo, "PLEDGES_REMINDER")).hasSize(3);
	}

	@Test
	void a_reminder_by_a_colleague_or_by_the_desk_counts_as_well() {
		PledgeReference pledge = scene.underReview(oslo, "One to review", Map.of());
		Person ben = scene.reviewer("MMC");
		Person lead = scene.reviewer("MMC");
		reviewers.take(List.of(new ReviewsInBulk.Chosen(pledge, Optional.empty())), ben);
		entityManager.flush();
		reviewers.remind(List.of(new ReviewsInBulk.Chosen(pledge, Optional.of(ben.id()))), lead);

		remind(of(pledge));

		assertThat(mailsTo(ben, "REVIEWS_REMINDER")).hasSize(1);
		assertThat(mailsTo(ben, "WORK_REMINDER")).isEmpty();
		assertThat(mailsTo(lead, "WORK_REMINDER")).as("who has not taken it").isEmpty();
	}

	@Test
	void members_are_reminded_of_drafts_of_which_a_coordinator_sees_nothing_but_the_reference() {
		PledgeReference draft = begin.begin(Scene.answers("A secret plan"), oslo);
		Selection drafts = new Selection(edition, true, Set.of(draft), Optional.empty());

		RemindPledges.Preview preview = remind.preview(drafts, coordinator);
		assertThat(preview.samples()).singleElement()
			.extracting(SampleMail::body)
			.asString()
			.contains(draft.value())
			.doesNotContain("A secret plan");
		assertThat(remind(drafts)).isInstanceOf(Done.class);
		assertThat(mailsTo(oslo, "PLEDGES_REMINDER")).hasSize(1);
	}

	@Test
	void where_something_else_would_follow_than_was_shown_nothing_is_done() {
		PledgeReference one = changesRequested(oslo, "To be changed");
		PledgeReference two = scene.underReview(lima, "One to review", Map.of());
		Selection all = of(one, two);
		String foreseen = remind.preview(all, coordinator).forecast().fingerprint();
		scene.decide().referToCoordinators(two, DisagreementReason.CONFLICTING);

		assertThat(remind.remind(all, confirmed(foreseen), coordinator)).isInstanceOf(ForecastChanged.class);
		assertThat(mailsTo(oslo, "PLEDGES_REMINDER")).isEmpty();
		assertThat(kinds(one)).doesNotContain("pledge.reminded");
	}

	@Test
	void what_is_sent_twice_is_done_once() {
		PledgeReference pledge = scene.underReview(oslo, "A pledge", Map.of());
		Message message = new Message("A subject", "A text", Languages.ENGLISH);
		Confirmation same = confirmed(write.preview(of(pledge), message, coordinator).forecast().fingerprint());

		assertThat(write.write(of(pledge), message, same, coordinator)).isInstanceOf(Done.class);
		assertThat(write.write(of(pledge), message, same, coordinator)).isInstanceOf(DoneBefore.class);
		assertThat(mailsTo(oslo, "COORDINATORS_MESSAGE")).hasSize(1);
	}

	@Test
	void each_act_stands_on_the_trail_of_the_pledge_and_of_the_edition_and_happens_as_foretold() {
		PledgeReference pledge = changesRequested(oslo, "To be changed");
		Confirmation confirmed = confirmed(remind.preview(of(pledge), coordinator).forecast().fingerprint());
		remind.remind(of(pledge), confirmed, coordinator);

		assertThat(trail.of(pledge)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("pledge.reminded");
			assertThat(entry.who()).contains(coordinator.id().value());
			assertThat(entry.facts()).containsEntry("told", List.of(oslo.id().value().toString()));
		});
		assertThat(trail.of(edition)).last()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("pledges", 1).containsEntry("mails", 1));
		assertThat(compare.of(edition, confirmed.once(), coordinator).asForetold()).isTrue();
	}

	@Test
	void a_message_reaches_everybody_of_the_governments_in_the_coordinators_words_and_says_their_language() {
		profile.speak(lima, Languages.SPANISH);
		PledgeReference one = scene.underReview(oslo, "First of Oslo", Map.of());
		PledgeReference two = scene.underReview(oslo, "Second of Oslo", Map.of());
		PledgeReference three = scene.underReview(lima, "De Lima", Map.of());
		Message message = new Message("Notre réunion\r\nBcc: x@example.org", "Bonjour,\n\n— \nà demain {0}",
				Languages.FRENCH);

		WriteToGovernments.Preview preview = write.preview(of(one, two, three), message, coordinator);
		BulkAnswer result = write.write(of(one, two, three), message, confirmed(preview.forecast().fingerprint()),
				coordinator);

		assertThat(result).isInstanceOf(Done.class);
		assertThat(preview.forecast().mails()).isEqualTo(2);
		assertThat(mailsTo(oslo, "COORDINATORS_MESSAGE")).singleElement()
			.asString()
			.startsWith("Notre réunion Bcc: x@example.org\n")
			.contains("Language of the message: Français", "> Bonjour,\n>\n> —\n> à demain {0}", one.value(),
					two.value());
		assertThat(mailsTo(lima, "COORDINATORS_MESSAGE")).singleElement().asString().contains(three.value());
		assertThat(trail.of(one)).last().satisfies(entry -> assertThat(entry.personal()).isEmpty());
		assertThat(trail.of(edition)).last()
			.satisfies(entry -> assertThat(entry.personal()).containsEntry("message", message.text()));
	}

	@Test
	void drafts_and_late_pledges_get_more_time_and_what_needs_none_is_left_out() {
		PledgeReference onTime = scene.underReview(oslo, "On time", Map.of());
		PledgeReference draft = begin.begin(Scene.answers("A draft"), oslo);
		scene.closeCall(edition);
		PledgeReference late = scene.underReview(lima, "Too late", Map.of());
		Deadline until = in(Duration.ofDays(5));
		Selection pledges = of(onTime, late);

		ExtendPledges.Preview preview = extend.preview(pledges, until, "A storm", coordinator);
		assertThat(preview.forecast().leftOut()).containsOnly(Map.entry(LeftOut.NEEDS_NO_TIME, List.of(onTime)));
		assertThat(preview.forecast().act().placements()).extracting(shift -> shift.pledge()).contains(late.value());
		assertThat(preview.samples()).singleElement()
			.satisfies(mail -> assertThat(mail.body()).contains(late.value(), "> A storm"));
		assertThat(extend.grant(pledges, until, "A storm", confirmed(preview.forecast().fingerprint()), coordinator))
			.isInstanceOf(Done.class);

		assertThat(callPolicy.inOrder().place(scene.pledges().pledge(late).submission()))
			.isEqualTo(Placement.in(edition));
		assertThat(mailsTo(lima, "EXTENDED")).hasSize(1);
		assertThat(kinds(late)).contains("pledge.extended");
		Selection drafts = new Selection(edition, true, Set.of(draft), Optional.empty());
		assertThat(extend.grant(drafts, until, "A storm",
				confirmed(extend.preview(drafts, until, "A storm", coordinator).forecast().fingerprint()), coordinator))
			.isInstanceOf(Done.class);
		assertThat(extensions.of(edition)).extracting(granted -> granted.extension().holder().id())
			.containsExactlyInAnyOrder(late.value(), draft.value());
		assertThat(extend.preview(drafts, until, "A storm", coordinator).forecast().leftOut())
			.containsOnly(Map.entry(LeftOut.HAS_AS_MUCH_TIME, List.of(draft)));
	}

	@Test
	void more_time_for_three_times_as_many_asks_the_database_no_more_often() {
		scene.closeCall(edition);
		Set<PledgeReference> few = late(3);
		Set<PledgeReference> many = late(9);
		Deadline until = in(Duration.ofDays(5));

		extend(late(1), until);
		long forFew = Statements.during(() -> extend(few, until));
		assertThat(Statements.during(() -> extend(many, until))).isLessThanOrEqualTo(forFew);
		assertThat(extensions.of(edition)).hasSize(13);
	}

	@Test
	void whoever_erases_the_reason_on_the_trail_erases_it_from_every_extension_that_was_granted_by_the_act() {
		scene.closeCall(edition);
		Deadline until = in(Duration.ofDays(5));
		extend(late(2), until);
		String act = trail.newest(edition, "edition.pledges-extended", 1).get(0).id().toString();
		Extension alone = Extension.granted(edition,
				Holder.government(governments.actedForBy(oslo.id()).orElseThrow().id().value()), until);
		grant.grant(alone, "A flood", coordinator);
		String other = trail.newest(edition, "edition.extension-granted", 1).get(0).id().toString();
		assertThat(reasons()).containsExactlyInAnyOrder("A storm", "A storm", "A flood");

		erase.erase(act, erase.ifErased(act, coordinator).fingerprint(), "They asked", coordinator);
		assertThat(reasons()).containsExactlyInAnyOrder("", "", "A flood");
		erase.erase(other, erase.ifErased(other, coordinator).fingerprint(), "They asked", coordinator);
		assertThat(reasons()).containsExactly("", "", "");
	}

	@Test
	void an_end_that_gives_nobody_more_time_is_refused() {
		PledgeReference draft = begin.begin(Scene.answers("A draft"), oslo);
		Selection drafts = new Selection(edition, true, Set.of(draft), Optional.empty());

		assertThatThrownBy(() -> extend.preview(drafts, in(Duration.ofDays(1)), "A storm", coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("extension-before-deadline");
	}

	@Test
	void all_that_a_search_finds_is_meant_as_it_is_at_that_moment() {
		PledgeReference changed = changesRequested(oslo, "To be changed");
		Selection found = new Selection(edition, false, Set.of(),
				Optional.of(new SearchSyntax(keys.ofPledges(Locale.ENGLISH)).read("state:changes-requested")));
		String foreseen = remind.preview(found, coordinator).forecast().fingerprint();
		PledgeReference other = changesRequested(lima, "To be changed later");

		assertThat(remind.remind(found, confirmed(foreseen), coordinator)).isInstanceOf(ForecastChanged.class);
		assertThat(remind.preview(found, coordinator).forecast().concerned()).containsExactlyInAnyOrder(changed, other);
	}

	@Test
	void what_is_not_in_the_list_is_not_selected_and_more_than_a_thousand_are_refused() {
		PledgeReference draft = begin.begin(Scene.answers("A draft"), oslo);
		assertThatThrownBy(() -> remind.preview(of(draft, new PledgeReference("CLA-2033-9999")), coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("bulk.refused.nothing");

		Set<PledgeReference> many = Stream.iterate(1, number -> number + 1)
			.limit(1_001)
			.map("CLA-2033-%04d"::formatted)
			.map(PledgeReference::new)
			.collect(Collectors.toSet());
		assertThatThrownBy(() -> remind.preview(new Selection(edition, false, many, Optional.empty()), coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("bulk.refused.too-many");
	}

	@Test
	void nobody_but_a_coordinator_acts_on_many() {
		PledgeReference pledge = scene.underReview(oslo, "A pledge", Map.of());
		Message message = new Message("A subject", "A text", Languages.ENGLISH);
		for (Person somebody : List.of(oslo, scene.reviewer("UCLG"))) {
			assertThatThrownBy(() -> remind.preview(of(pledge), somebody)).isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> remind.remind(of(pledge), confirmed(""), somebody)).isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> write.write(of(pledge), message, confirmed(""), somebody))
				.isInstanceOf(NotAllowed.class);
			assertThatThrownBy(
					() -> extend.grant(of(pledge), in(Duration.ofDays(200)), "A storm", confirmed(""), somebody))
				.isInstanceOf(NotAllowed.class);
		}
	}

	private PledgeReference changesRequested(Person member, String title) {
		PledgeReference reference = scene.underReview(member, title, Map.of());
		scene.decide().requestChanges(reference);
		return reference;
	}

	private List<String> reasons() {
		return extensions.of(edition).stream().map(GrantedExtension::reason).toList();
	}

	/** Of as many governments. */
	private Set<PledgeReference> late(int many) {
		return Stream.generate(() -> scene.member("Kommune " + UUID.randomUUID(), "NO"))
			.limit(many)
			.map(member -> scene.underReview(member, "Too late", Map.of()))
			.collect(Collectors.toSet());
	}

	private void extend(Set<PledgeReference> late, Deadline until) {
		Selection pledges = new Selection(edition, false, late, Optional.empty());
		String foreseen = extend.preview(pledges, until, "A storm", coordinator).forecast().fingerprint();
		assertThat(extend.grant(pledges, until, "A storm", confirmed(foreseen), coordinator)).isInstanceOf(Done.class);
		entityManager.flush();
	}

	private Selection of(PledgeReference... references) {
		return new Selection(edition, false, Set.of(references), Optional.empty());
	}

	private BulkAnswer remind(Selection selection) {
		return remind.remind(selection, confirmed(remind.preview(selection, coordinator).forecast().fingerprint()),
				coordinator);
	}

	private static Confirmation confirmed(String foreseen) {
		return new Confirmation(ForetoldId.random(), foreseen);
	}

	private Deadline in(Duration time) {
		return new Deadline(LocalDateTime.ofInstant(scene.clock().instant().plus(time), Deadline.ANYWHERE_ON_EARTH),
				Deadline.ANYWHERE_ON_EARTH, Duration.ZERO);
	}

	private List<String> kinds(PledgeReference reference) {
		return trail.of(reference).stream().map(RecordedEntry::kind).toList();
	}

	/** Subject and body of each. */
	private List<String> mailsTo(Person person, String kind) {
		return jdbc.sql("select subject || E'\\n' || body from mail where account = ? and kind = ? order by created_at")
			.params(person.id().value(), kind)
			.query(String.class)
			.list();
	}

}
