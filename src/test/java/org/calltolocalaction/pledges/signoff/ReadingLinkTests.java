package org.calltolocalaction.pledges.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.drafting.BringBackDraft;
import org.calltolocalaction.pledges.drafting.DiscardDraft;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.testing.MutableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A link opens one draft, for a time, to whoever has it. */
class ReadingLinkTests extends SignOffTest {

	@Autowired
	private MutableClock clock;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private SuspendAccount suspendAccount;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private DiscardDraft discard;

	@Autowired
	private BringBackDraft bringBack;

	@Test
	void a_link_opens_the_text_as_it_is_now_without_contact_details() {
		ReadingToken token = link();
		change("summary", "Another summary, long enough. ".repeat(15));

		assertThat(readDraft.open(token)).hasValueSatisfying(open -> {
			assertThat(open.text().answers().text("summary")).startsWith("Another summary");
			assertThat(open.text().answers().text("consent")).isEqualTo("YES");
			assertThat(open.text().answers().keys()).doesNotContain("contactName", "contactEmail");
			assertThat(open.complete()).isTrue();
		});
	}

	@Test
	void the_database_holds_no_secret_that_opens_a_draft() {
		ReadingToken token = link();

		assertThat(jdbc.sql("select token_sha256 from reading_link where reference = ?")
			.param(draft.value())
			.query(String.class)
			.single()).isNotEqualTo(token.value()).hasSize(64);
		assertThat(readDraft.open(new ReadingToken("unknown"))).isEmpty();
	}

	@Test
	void a_link_ends_by_time_by_a_member_and_with_the_draft() {
		ReadingToken expiring = link();
		clock.advance(Duration.ofDays(15));
		assertThat(readDraft.open(expiring)).as("after two weeks").isEmpty();
		ReadingToken revoked = link();
		revokeReadingLink.revoke(draft, reading.of(story.pledge(draft)).links().get(0).id(), story.colleagueOf(member));
		assertThat(readDraft.open(revoked)).as("revoked by a colleague").isEmpty();
		ReadingToken discarded = link();
		discard.discard(draft, member);
		bringBack.bringBack(draft, member);
		assertThat(readDraft.open(discarded)).as("discarded, and brought back").isEmpty();
		ReadingToken last = link();
		story.submit(draft, member);
		assertThat(readDraft.open(last)).as("submitted").isEmpty();
		assertThat(approveClosed(last)).isInstanceOf(GiveSignOff.Closed.class);
	}

	@Test
	void the_links_of_whoever_is_suspended_end_and_those_of_colleagues_do_not() {
		ReadingToken ended = link();
		ReadingToken stays = makeReadingLink.make(draft, story.colleagueOf(member));

		suspendAccount.suspend(story.coordinator(), member.id(), "Left", new Choice(Optional.empty(), 0));

		assertThat(readDraft.open(ended)).isEmpty();
		assertThat(readDraft.open(stays)).isPresent();
		assertThat(trail.of(draft)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("pledge.reading-link-revoked");
			assertThat(entry.who()).isEqualTo(story.coordinator().account());
		});
	}

	@Test
	void the_links_of_one_person_are_found_without_reading_those_of_all() {
		List<String> plan = new TransactionTemplate(transactions).execute(open -> {
			open.setRollbackOnly();
			jdbc.sql("""
					insert into reading_link (id, reference, token_sha256, created_at, created_by, expires_at)
					select gen_random_uuid(), ?, encode(sha256(('other ' || number)::bytea), 'hex'), now(),
					gen_random_uuid(), now() + interval '1 day' from generate_series(1, 3000) number""")
				.param(draft.value())
				.update();
			jdbc.sql("analyze reading_link").update();
			return jdbc.sql("""
					explain select distinct reference from reading_link
					where created_by = ? and ended_at is null and expires_at > now() order by reference""")
				.param(member.id().value())
				.query(String.class)
				.list();
		});

		assertThat(plan).anySatisfy(line -> assertThat(line).contains("reading_link_maker"))
			.noneSatisfy(line -> assertThat(line).contains("Seq Scan"));
	}

	@Test
	void a_draft_has_a_few_links_at_once_and_a_submitted_pledge_none() {
		for (int made = 0; made < 5; made++) {
			link();
		}
		assertThatExceptionOfType(Refused.class).isThrownBy(this::link);
		story.submit(draft, member);
		assertThatExceptionOfType(Refused.class).isThrownBy(this::link);
	}

	@Test
	void nobody_of_another_government_makes_or_revokes_a_link() {
		link();
		ReadingLinkId link = reading.of(story.pledge(draft)).links().get(0).id();
		Person stranger = story.memberOf("Quito");

		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> makeReadingLink.make(draft, stranger));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> revokeReadingLink.revoke(draft, link, stranger));
		// Nor by a pledge of their own.
		revokeReadingLink.revoke(story.aDraftBy(stranger), link, stranger);
		assertThat(reading.of(story.pledge(draft)).links()).hasSize(1);
	}

	@Test
	void no_file_but_those_of_the_draft_comes_by_its_link() {
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> readDraft.file(link(), AttachmentId.of("6f1c8f9e-0000-4000-8000-000000000001")));
	}

	private GiveSignOff.Result approveClosed(ReadingToken token) {
		return say(token, SignOffKind.APPROVED, "", textNow());
	}

}
