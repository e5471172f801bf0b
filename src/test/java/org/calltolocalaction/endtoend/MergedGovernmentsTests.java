package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.calltolocalaction.coordination.governments.CloseAsForeseen;
import org.calltolocalaction.coordination.governments.MergeAsForeseen;
import org.calltolocalaction.coordination.governments.MergeForecast;
import org.calltolocalaction.coordination.governments.ReadGovernment;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.standing.AnswerCoordinators;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two governments that are the same become one: whatever names the one names the other,
 * in every table, also where somebody writes at the same moment.
 */
@DeskTest
class MergedGovernmentsTests {

	/** What goes on naming a merged government, and why. */
	private static final Map<String, String> STAYS = Map.of("government.id", "the row that leads to the other",
			"audit_entry.about", "the trail says what was known then", "audit_entry.facts", "the same",
			"audit_leaf.text", "what was hashed", "government_members.government", "a count, which is 0",
			"coordination_pledges_of.government", "counts, which are 0", "coordination_name.government",
			"names that no line has any more stay, and find nothing", "mail.key", "says which mail it was",
			"mail.about", "a mail that was written, read with the other's", "mail.capacity", "of mails that were sent");

	@Autowired
	Story story;

	@Autowired
	MergeAsForeseen merge;

	@Autowired
	CloseAsForeseen close;

	@Autowired
	ReadGovernment read;

	@Autowired
	Governments governments;

	@Autowired
	RegisterGovernment register;

	@Autowired
	OpenAccount accounts;

	@Autowired
	AskToJoin askToJoin;

	@Autowired
	InviteColleague invite;

	@Autowired
	AnswerCoordinators answer;

	@Autowired
	GrantExtension grant;

	@Autowired
	Extensions extensions;

	@Autowired
	DeclareInterest interest;

	@Autowired
	BeginPledge begin;

	@Autowired
	SubmitPledge submit;

	@Autowired
	Inclusions inclusions;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	private EditionYear year;

	private Person coordinator;

	private Person member;

	private Person other;

	private Government from;

	private Government into;

	@BeforeEach
	void two_registrations_of_one_government() {
		year = story.anOpenEdition();
		coordinator = story.coordinator();
		member = story.unconfirmedMemberOf("Rosario");
		other = story.memberOf("Rosario");
		from = governments.actedForBy(member.id()).orElseThrow();
		into = governments.actedForBy(other.id()).orElseThrow();
	}

	@Test
	void nothing_names_the_merged_one_any_more_but_what_says_how_it_was() {
		PledgeReference accepted = story.aPledgeUnderReviewBy(member);
		story.allJudge(accepted, "APPROVE");
		PledgeReference reviewed = story.aPledgeUnderReviewBy(member);
		PledgeReference draft = story.aDraftBy(member);
		Person asking = accounts.of(new EmailAddress("asks@" + UUID.randomUUID() + ".example.org"), Locale.ENGLISH);
		askToJoin.ask(asking, from.id());
		String both = "both@" + UUID.randomUUID() + ".example.org";
		invite.invite(member, new EmailAddress(both));
		invite.invite(other, new EmailAddress(both));
		answer.answer(member, "The same office", Optional.empty());
		Extension extension = extended(from.id());
		Person reviewer = story.reviewer("IOM", "Nora");
		interest.declare(reviewed, "My own city", Optional.empty(), reviewer);
		assertThat(namedBy(from.id())).contains("pledge.government_id", "membership.government",
				"interest.government_id", "extension.government", "invitation.government",
				"standing_answer.government");

		MergeForecast forecast = merge.forecast(from.id(), into.id(), coordinator);
		assertThat(forecast.pledges().submitted()).isEqualTo(2);
		assertThat(forecast.pledges().drafts()).isEqualTo(1);
		assertThat(forecast.held().requests()).isEqualTo(1);
		assertThat(forecast.invitedByBoth()).isEqualTo(1);
		assertThat(forecast.placed()).containsExactly(accepted);
		assertThat(forecast.told()).isEqualTo(2);
		merged(from, into);
		jobs.run(accepted, reviewed);

		Set<String> naming = new TreeSet<>(namedBy(from.id()));
		naming.removeAll(STAYS.keySet());
		assertThat(naming).isEmpty();
		assertThat(inclusions.find(accepted)).isPresent();
		assertThat(extensions.of(Holder.government(into.id().value()))).extracting(Extension::id)
			.containsExactly(extension.id());
		assertThat(governments.actedForBy(member.id()).orElseThrow().id()).isEqualTo(into.id());
		assertThat(story.pledge(draft).government()).isEqualTo(into.id());
		assertThat(jdbc.sql("select government from coordination_draft where reference = ?")
			.param(draft.value())
			.query(String.class)
			.single()).isEqualTo(into.name());
		assertThat(jdbc.sql("select government from published_pledge where reference = ?")
			.param(accepted.value())
			.query(String.class)
			.single()).isEqualTo(into.name());
		assertThat(jdbc.sql("select count(*) from invitation where email = ? and state = 'OPEN'")
			.param(both)
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(mailsTo(into.id(), "GOVERNMENTS_MERGED")).isEqualTo(2);
	}

	@Test
	void its_name_and_its_address_lead_to_the_other() {
		merged(from, into);

		assertThat(governments.government(from.id()).id()).isEqualTo(into.id());
		assertThat(governments.named(from.name(), from.country()).orElseThrow().id()).isEqualTo(into.id());
		assertThat(governments.search(from.name())).extracting(Government::id).containsExactly(into.id());
		Person newcomer = accounts.of(new EmailAddress("new@" + UUID.randomUUID() + ".example.org"), Locale.ENGLISH);
		GovernmentProfile profile = from.profile();
		GovernmentId known = register.register(newcomer, profile)
			.fold(RegisterGovernment.Outcome.Registered::government,
					RegisterGovernment.Outcome.KnownAlready::government);
		assertThat(known).isEqualTo(into.id());
		askToJoin.ask(newcomer, from.id());
		assertThat(read.of(from.id(), coordinator).people()).hasSize(3);
		assertThat(read.of(into.id(), coordinator).trail().entries()).extracting(entry -> entry.kind())
			.contains("government.merged", "government.registered");
	}

	@Test
	void one_that_was_merged_into_it_before_leads_on_without_a_detour() {
		Person third = story.memberOf("Rosario");
		Government last = governments.actedForBy(third.id()).orElseThrow();
		merged(from, into);
		merged(governments.government(into.id()), last);

		assertThat(governments.government(from.id()).id()).isEqualTo(last.id());
		assertThat(governments.members(last.id())).hasSize(3);
	}

	@Test
	void who_stays_unconfirmed_is_confirmed_by_the_other_and_its_pledges_get_their_places() {
		PledgeReference accepted = story.aPledgeUnderReviewBy(member);
		story.allJudge(accepted, "APPROVE");
		assertThat(inclusions.find(accepted)).isEmpty();

		MergeForecast forecast = merged(into, from);
		jobs.run(accepted);

		assertThat(forecast.confirms()).isTrue();
		assertThat(forecast.placed()).containsExactly(accepted);
		assertThat(governments.government(from.id()).standing()).isEqualTo(GovernmentStanding.CONFIRMED);
		assertThat(inclusions.find(accepted)).isPresent();
	}

	@Test
	void more_time_of_the_one_is_for_the_pledges_of_both_as_foretold() {
		extended(into.id());
		story.callCloses(year);
		PledgeReference late = story.aPledgeUnderReviewBy(member);

		MergeForecast forecast = merged(from, into);

		assertThat(forecast.shifts()).extracting(MergeForecast.Shift::reference).containsExactly(late);
		assertThat(forecast.shifts()).extracting(MergeForecast.Shift::to).containsExactly(year.toString());
		assertThat(jdbc.sql("select counts_for from coordination_pledge where reference = ? and step <> 'CARRIED_OVER'")
			.param(late.value())
			.query(Integer.class)
			.single()).isEqualTo(year.value());
	}

	@Test
	void of_two_coordinators_one_merges_and_nothing_is_merged_twice() throws Exception {
		String there = merge.forecast(from.id(), into.id(), coordinator).fingerprint();
		String back = merge.forecast(into.id(), from.id(), coordinator).fingerprint();

		List<Boolean> done = AtOnce.allAtOnce(List.<Callable<Boolean>>of(
				() -> quietly(() -> merge.merge(from.id(), into.id(), "The same", there, coordinator)),
				() -> quietly(() -> merge.merge(into.id(), from.id(), "The same", back, coordinator))));

		assertThat(done).containsExactlyInAnyOrder(true, false);
		assertThat(jdbc.sql("select count(*) from government where id in (?, ?) and merged_into is not null")
			.params(from.id().value(), into.id().value())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void who_submits_begins_and_joins_while_they_are_merged_does_it_for_the_one_that_stays() throws Exception {
		PledgeReference draft = story.aDraftBy(member);
		long version = story.pledge(draft).draftVersion();
		Person newcomer = accounts.of(new EmailAddress("new@" + UUID.randomUUID() + ".example.org"), Locale.ENGLISH);
		String foreseen = merge.forecast(from.id(), into.id(), coordinator).fingerprint();

		List<Callable<Object>> acts = new ArrayList<>();
		acts.add(() -> quietly(() -> merge.merge(from.id(), into.id(), "The same", foreseen, coordinator)));
		acts.add(() -> submit.submit(draft, version, member));
		acts.add(() -> begin.begin(member));
		acts.add(() -> {
			askToJoin.ask(newcomer, from.id());
			return true;
		});
		AtOnce.allAtOnce(acts);
		if (governments.government(from.id()).id().equals(from.id())) {
			// Somebody was faster, so that something else would have followed.
			merged(from, into);
		}

		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		Set<String> naming = new TreeSet<>(namedBy(from.id()));
		naming.removeAll(STAYS.keySet());
		assertThat(naming).isEmpty();
		assertThat(jdbc.sql("select count(*) from pledge where government_id = ?")
			.param(into.id().value())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void what_changed_meanwhile_is_read_again_first() {
		String foreseen = merge.forecast(from.id(), into.id(), coordinator).fingerprint();
		story.aDraftBy(member);

		assertThat(merge.merge(from.id(), into.id(), "The same", foreseen, coordinator)).isFalse();
		assertThat(governments.government(from.id()).id()).isEqualTo(from.id());
		assertThatThrownBy(() -> merge.forecast(from.id(), from.id(), coordinator)).isInstanceOf(Refused.class);
	}

	@Test
	void a_closed_one_takes_nothing_new_and_is_opened_again() {
		PledgeReference draft = story.aDraftBy(other);
		PledgeReference reviewed = story.aPledgeUnderReviewBy(other);
		Person newcomer = accounts.of(new EmailAddress("new@" + UUID.randomUUID() + ".example.org"), Locale.ENGLISH);
		changed("Dissolved");

		assertThatThrownBy(() -> begin.begin(other)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> askToJoin.ask(newcomer, into.id())).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> invite.invite(other, new EmailAddress("x@" + UUID.randomUUID() + ".example.org")))
			.isInstanceOf(Refused.class);
		assertThat(submit.submit(draft, story.pledge(draft).draftVersion(), other))
			.isInstanceOf(SubmitPledge.GovernmentClosed.class);
		story.allJudge(reviewed, "APPROVE");
		assertThat(inclusions.find(reviewed)).isPresent();
		assertThatThrownBy(() -> merge.forecast(from.id(), into.id(), coordinator)).isInstanceOf(Refused.class);
		assertThat(mailsTo(into.id(), "GOVERNMENT_CLOSED")).isEqualTo(1);

		changed("They go on");
		assertThat(mailsTo(into.id(), "GOVERNMENT_REOPENED")).isEqualTo(1);
		assertThat(story.submit(draft, other).again()).isFalse();
	}

	private void changed(String reason) {
		assertThat(close.change(into.id(), reason, close.forecast(into.id(), coordinator).fingerprint(), coordinator))
			.isTrue();
	}

	private MergeForecast merged(Government one, Government kept) {
		MergeForecast forecast = merge.forecast(one.id(), kept.id(), coordinator);
		assertThat(merge.merge(one.id(), kept.id(), "The same city", forecast.fingerprint(), coordinator)).isTrue();
		return forecast;
	}

	private static boolean quietly(Callable<Boolean> act) throws Exception {
		try {
			return act.call();
		}
		catch (Refused refused) {
			return false;
		}
	}

	private Extension extended(GovernmentId government) {
		LocalDateTime until = LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(200)), ZoneOffset.UTC)
			.withNano(0);
		Extension extension = Extension.granted(year, Holder.government(government.value()),
				Deadline.at(until.atZone(ZoneOffset.UTC), Duration.ZERO));
		grant.grant(extension, "They were flooded", coordinator);
		return extension;
	}

	private int mailsTo(GovernmentId government, String kind) {
		return jdbc.sql("select count(*) from mail where kind = ? and about = ?")
			.params(kind, government.toString())
			.query(Integer.class)
			.single();
	}

	/**
	 * Each column of the database, of whichever module, in which the id stands: by
	 * itself, in a text, or in what is kept as JSON.
	 */
	private Set<String> namedBy(GovernmentId id) {
		record Column(String table, String name) {
		}
		List<Column> columns = jdbc.sql("""
				select c.table_name, c.column_name from information_schema.columns c
				join information_schema.tables t using (table_schema, table_name)
				where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
				and c.data_type in ('uuid', 'text', 'character varying', 'jsonb')""")
			.query((row, number) -> new Column(row.getString(1), row.getString(2)))
			.list();
		Set<String> found = new TreeSet<>();
		for (Column column : columns) {
			if (jdbc
				.sql("select exists (select from \"" + column.table() + "\" where \"" + column.name()
						+ "\"::text like '%' || ? || '%')")
				.param(id.toString())
				.query(Boolean.class)
				.single()) {
				found.add(column.table() + "." + column.name());
			}
		}
		return found;
	}

}
