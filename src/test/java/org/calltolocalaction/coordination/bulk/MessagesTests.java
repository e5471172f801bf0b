package org.calltolocalaction.coordination.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
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
import org.calltolocalaction.coordination.bulk.BulkAnswer.ForecastChanged;
import org.calltolocalaction.coordination.bulk.WriteToGovernments.Outgoing;
import org.calltolocalaction.coordination.forecast.CompareForecast;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.coordinators.CancelMessage;
import org.calltolocalaction.notifications.coordinators.Message;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.ReadMessages;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.calltolocalaction.notifications.coordinators.SentMessage;
import org.calltolocalaction.notifications.coordinators.SentMessage.State;
import org.calltolocalaction.notifications.outbox.OutboxFigures;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A coordinator writes to whom a search found, now or later: to those who were shown, as
 * it was shown, until it is cancelled.
 */
@WithoutProcess
class MessagesTests {

	private static final Message MESSAGE = new Message("An invitation", "Please come", Languages.ENGLISH);

	@Autowired
	private Scene scene;

	@Autowired
	private WriteToGovernments write;

	@Autowired
	private SendMessage send;

	@Autowired
	private CancelMessage cancel;

	@Autowired
	private ReadMessages messages;

	@Autowired
	private OutboxFigures figures;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private UpdateProfile profile;

	@Autowired
	private ErasePersonalValues erase;

	@Autowired
	private CompareForecast compare;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private ListKeys keys;

	@Autowired
	private EntityManager entityManager;

	@Autowired
	private JdbcClient jdbc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	private Person lima;

	@BeforeEach
	void two_governments() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		lima = scene.member("Municipalidad de Lima", "PE");
	}

	@Test
	void each_mail_can_be_looked_at_as_its_reader_would_get_it() {
		profile.speak(lima, Languages.SPANISH);
		entityManager.clear();
		Selection both = pledges(scene.underReview(oslo, "A school", Map.of()),
				scene.underReview(lima, "Una escuela", Map.of()));

		WriteToGovernments.Preview second = write.preview(both, now(), 2, coordinator);

		assertThat(second.shown()).hasValueSatisfying(shown -> {
			assertThat(shown.of()).isEqualTo(2);
			assertThat(shown.last()).isTrue();
			assertThat(shown.email()).isEqualTo(lima.email());
			assertThat(shown.government()).isEqualTo("Municipalidad de Lima");
			assertThat(shown.mail().language()).isEqualTo(Languages.SPANISH);
			assertThat(shown.mail().body()).contains("> Please come", "Una escuela").doesNotContain("A school");
		});
		assertThat(write.preview(both, now(), 1, coordinator).shown())
			.hasValueSatisfying(shown -> assertThat(shown.email()).isEqualTo(oslo.email()));
		assertThat(write.preview(both, now(), 4711, coordinator).shown())
			.hasValueSatisfying(shown -> assertThat(shown.number()).isEqualTo(2));
	}

	@Test
	void a_planned_message_is_written_and_waits_until_it_is_due() {
		long waitingBefore = waiting();
		Instant due = scene.clock().instant().plus(Duration.ofDays(3));
		PledgeReference pledge = scene.underReview(oslo, "A school", Map.of());
		long received = waiting() - waitingBefore;

		MessageId id = confirm(pledges(pledge), later(due));

		assertThat(dueOf(oslo)).containsExactly(due);
		assertThat(waiting() - waitingBefore).isEqualTo(received);
		SentMessage planned = messages.message(id, coordinator);
		assertThat(planned.state()).isEqualTo(State.PLANNED);
		assertThat(planned.due()).contains(due);
		assertThat(planned.subject()).isEqualTo("An invitation");
		assertThat(planned.progress().waiting()).isEqualTo(1);
		assertThat(messages.list(1, coordinator).messages()).extracting(SentMessage::id).contains(id);
		assertThat(trail.of(pledge)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("pledge.message-planned");
			assertThat(entry.facts()).containsEntry("due", due.toString());
		});
	}

	@Test
	void to_whom_it_goes_is_settled_when_it_is_confirmed() {
		scene.underReview(oslo, "A school", Map.of());
		Selection found = new Selection(edition, false, Set.of(),
				Optional.of(new SearchSyntax(keys.ofPledges(Locale.ENGLISH)).read("state:under-review")));
		MessageId id = confirm(found, later(scene.clock().instant().plus(Duration.ofDays(1))));

		scene.underReview(lima, "Another one", Map.of());

		assertThat(messages.message(id, coordinator).progress().people()).isEqualTo(1);
		assertThat(dueOf(lima)).isEmpty();
	}

	@Test
	void another_instant_than_was_shown_is_shown_first() {
		Selection one = pledges(scene.underReview(oslo, "A school", Map.of()));
		Instant due = scene.clock().instant().plus(Duration.ofDays(1));
		String foreseen = write.preview(one, later(due), 1, coordinator).forecast().fingerprint();

		assertThat(write.write(one, later(due.plusSeconds(60)), confirmation(foreseen), coordinator))
			.isInstanceOf(ForecastChanged.class);
		assertThat(dueOf(oslo)).isEmpty();
	}

	@Test
	void whoever_cancels_it_says_why_and_nobody_gets_it() {
		PledgeReference pledge = scene.underReview(oslo, "A school", Map.of());
		MessageId id = confirm(pledges(pledge), later(scene.clock().instant().plus(Duration.ofDays(1))));

		assertThat(cancel.cancel(id, "The place has changed", coordinator)).isEqualTo(1);

		assertThat(states(id)).containsExactly("DROPPED");
		SentMessage cancelled = messages.message(id, coordinator);
		assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
		assertThat(cancelled.progress().cancelled()).isEqualTo(1);
		assertThat(cancelled.progress().leftOut()).isZero();
		assertThat(cancelled.cancelled())
			.hasValueSatisfying(said -> assertThat(said.reason()).isEqualTo("The place has changed"));
		assertThat(trail.of(edition)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("edition.message-cancelled");
			assertThat(entry.facts()).containsEntry("mails", 1);
			assertThat(entry.personal()).containsEntry("reason", "The place has changed");
		});
		assertThatThrownBy(() -> cancel.cancel(id, "Again", coordinator)).isInstanceOf(Refused.class);
	}

	@Test
	void what_a_server_has_or_is_being_asked_to_take_is_not_called_back() {
		MessageId id = confirm(
				pledges(scene.underReview(oslo, "One", Map.of()), scene.underReview(lima, "Two", Map.of())), now());
		jdbc.sql("update mail set sent_at = created_at, next_attempt_at = null where message = ? and account = ?")
			.params(id.value(), oslo.id().value())
			.update();
		jdbc.sql("update mail set leased_until = created_at + interval '1 hour' where message = ? and account = ?")
			.params(id.value(), lima.id().value())
			.update();

		assertThatThrownBy(() -> cancel.cancel(id, "Too late", coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("messages.refused.sent");
		assertThat(states(id)).containsOnly("OUTGOING");
	}

	@Test
	void to_more_than_a_portion_it_is_written_in_portions_to_those_who_are_still_there() {
		List<Person> members = members(SendMessage.PORTION + 30);
		PledgeReference[] drafts = members.stream()
			.map(member -> begin.begin(Scene.answers("A draft"), member))
			.toArray(PledgeReference[]::new);
		Selection all = new Selection(edition, true, Set.of(drafts), Optional.empty());

		MessageId id = confirm(all, now());

		assertThat(messages.message(id, coordinator).progress().unwritten()).isEqualTo(30);
		assertThat(send.portions(id)).isEqualTo(1);
		UUID gone = jdbc.sql("select account from coordinators_message_reader where message = ? order by place limit 1")
			.param(id.value())
			.query(UUID.class)
			.single();
		jdbc.sql("update membership set state = 'LEFT' where account = ?").param(gone).update();
		send.writePortion(id, 1);
		send.writePortion(id, 1);

		SentMessage written = messages.message(id, coordinator);
		assertThat(written.progress().waiting()).isEqualTo(SendMessage.PORTION + 29);
		assertThat(written.progress().leftOut()).isEqualTo(1);
		assertThat(written.state()).isEqualTo(State.SENDING);
		assertThat(jdbc.sql("select count(distinct next_attempt_at) from mail where message = ?")
			.param(id.value())
			.query(Integer.class)
			.single()).as("the first at once, the others one after the other").isEqualTo(30);
		assertThat(trail.of(drafts[drafts.length - 1])).last()
			.satisfies(entry -> assertThat(entry.kind()).isEqualTo("pledge.written-to"));
	}

	@Test
	void what_is_cancelled_or_erased_before_it_is_written_is_not_written() {
		Selection all = new Selection(edition, true,
				members(SendMessage.PORTION + 1).stream()
					.map(member -> begin.begin(Scene.answers("A draft"), member))
					.collect(Collectors.toSet()),
				Optional.empty());
		MessageId one = confirm(all, now());
		assertThat(cancel.cancel(one, "A mistake", coordinator)).isEqualTo(SendMessage.PORTION + 1);
		send.writePortion(one, 1);
		assertThat(states(one)).hasSize(SendMessage.PORTION).containsOnly("DROPPED");

		MessageId two = confirm(all, now());
		String act = messages.message(two, coordinator).act().toString();
		erase.erase(act, erase.ifErased(act, coordinator).fingerprint(), "They asked", coordinator);
		send.writePortion(two, 1);
		assertThat(states(two)).hasSize(SendMessage.PORTION);
		assertThat(messages.message(two, coordinator).text()).isEmpty();
	}

	@Test
	void twice_as_many_people_ask_the_database_hardly_more_often() {
		Selection few = drafts(members(20));
		Selection many = drafts(members(60));
		confirm(drafts(members(1)), now());

		long forFew = Statements.during(() -> confirm(few, now()));
		// Whatever else the desk does meanwhile asks less than once for each of the
		// others.
		assertThat(Statements.during(() -> confirm(many, now()))).isLessThan(forFew + 20);
	}

	@Test
	void drafts_are_found_by_the_parts_to_which_they_have_no_answer() {
		PledgeReference without = begin.begin(Scene.answers("A draft")
			.without("mainGcmObjectives")
			.without("furtherGcmObjectives")
			.without("gcrObjectives")
			.without("priorityObjectives")
			.without("sdgs"), oslo);
		PledgeReference with = begin.begin(Scene.answers("A draft").with("mainGcmObjectives", List.of("GCM-15")), lima);

		assertThat(found("without:objectives government:oslo")).contains(without);
		assertThat(found("without:objectives government:lima")).isEmpty();
		assertThat(found("-without:objectives government:lima")).containsExactly(with);
		assertThat(found("without:action government:oslo")).isEmpty();
		assertThat(found("without:objectives section:LATAM")).doesNotContain(without, with);
	}

	@Test
	void what_was_foretold_is_compared_with_what_was_written() {
		Selection one = pledges(scene.underReview(oslo, "A school", Map.of()));
		MessageId id = confirm(one, later(scene.clock().instant().plus(Duration.ofDays(1))));

		assertThat(compare.of(edition, new ForetoldId(id.value()), coordinator)).satisfies(compared -> {
			assertThat(compared.asForetold()).isTrue();
			assertThat(compared.entry()).contains(messages.message(id, coordinator).act());
		});
	}

	@Test
	void nobody_but_a_coordinator_plans_and_cancels_and_no_member_reads() {
		Selection one = pledges(scene.underReview(oslo, "A school", Map.of()));
		MessageId id = confirm(one, now());

		for (Person somebody : List.of(oslo, scene.reviewer("UCLG"))) {
			assertThatThrownBy(() -> write.write(one, now(), confirmation(""), somebody))
				.isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> cancel.cancel(id, "Why not", somebody)).isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> messages.message(id, somebody)).isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> messages.list(1, somebody)).isInstanceOf(NotAllowed.class);
		}
	}

	private List<PledgeReference> found(String typed) {
		Selection found = new Selection(edition, true, Set.of(),
				Optional.of(new SearchSyntax(keys.ofDrafts(Locale.ENGLISH)).read(typed)));
		try {
			return write.preview(found, MESSAGE, coordinator).forecast().concerned();
		}
		catch (Refused nothing) {
			return List.of();
		}
	}

	/** Each of a government of their own. */
	private List<Person> members(int many) {
		return Stream.generate(() -> scene.member("Kommune " + UUID.randomUUID(), "NO")).limit(many).toList();
	}

	private Selection drafts(List<Person> members) {
		return new Selection(edition, true,
				members.stream()
					.map(member -> begin.begin(Scene.answers("A draft"), member))
					.collect(Collectors.toSet()),
				Optional.empty());
	}

	private Selection pledges(PledgeReference... references) {
		return new Selection(edition, false, Set.of(references), Optional.empty());
	}

	private static Outgoing now() {
		return new Outgoing(MESSAGE, Optional.empty());
	}

	private static Outgoing later(Instant due) {
		return new Outgoing(MESSAGE, Optional.of(due));
	}

	private MessageId confirm(Selection selection, Outgoing outgoing) {
		Confirmation confirmation = confirmation(
				write.preview(selection, outgoing, 1, coordinator).forecast().fingerprint());
		assertThat(write.write(selection, outgoing, confirmation, coordinator)).isInstanceOf(Done.class);
		return new MessageId(confirmation.once().value());
	}

	private static Confirmation confirmation(String foreseen) {
		return new Confirmation(ForetoldId.random(), foreseen);
	}

	private long waiting() {
		figures.read();
		return figures.latest().orElseThrow().waiting();
	}

	private List<Instant> dueOf(Person person) {
		return jdbc.sql("select next_attempt_at from mail where account = ? and kind = 'COORDINATORS_MESSAGE'")
			.param(person.id().value())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.list();
	}

	private List<String> states(MessageId id) {
		return jdbc.sql("select state from mail where message = ?").param(id.value()).query(String.class).list();
	}

}
