package org.calltolocalaction.notifications.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.notifications.MailTest.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.Addressee;
import org.calltolocalaction.notifications.ChosenMailTest;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waits, for a digest or for the mail server, is only for whoever it was for when it
 * was written.
 */
class HeldMailsTests extends ChosenMailTest {

	@Autowired
	private GrantRole roles;

	@Autowired
	private LeaveGovernment leave;

	@Autowired
	private RegisterGovernment register;

	@Autowired
	private EndorseDeclaration endorse;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MailTexts texts;

	@Autowired
	private WriteDigest writeDigest;

	@Autowired
	private PlatformTransactionManager transactions;

	/**
	 * Every kind that a digest may bring, but those of which it says instead what is open
	 * at that hour.
	 */
	static Stream<MailKind> held() {
		return Arrays.stream(MailKind.values())
			.filter(kind -> kind.stateFor(DIGEST) == MailState.HELD && !kind.announcesReview());
	}

	@ParameterizedTest
	@MethodSource("held")
	void whoever_is_what_they_were_gets_it(MailKind kind) {
		Person reader = readerOf(kind);
		hold(kind, reader);

		writeDigest.write(reader.id());

		assertThat(stateOf(kind, reader)).isEqualTo("HELD");
		assertThat(digestOf(kind, reader)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("held")
	void whoever_lost_what_it_was_for_does_not_and_it_comes_with_no_later_digest(MailKind kind) {
		Person reader = readerOf(kind);
		hold(kind, reader);
		loses(kind, reader);
		writeDigest.write(reader.id());

		assertThat(stateOf(kind, reader)).isEqualTo("DROPPED");
		assertThat(digestOf(kind, reader)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("held")
	void whoever_is_the_same_elsewhere_now_does_not_get_what_was_for_the_place_before(MailKind kind) {
		if (kind.addressee() == Addressee.COORDINATORS) {
			return;
		}
		Person reader = readerOf(kind);
		hold(kind, reader);
		loses(kind, reader);
		Person moved = findsAnother(kind, reader);
		hold(kind, moved);
		writeDigest.write(reader.id());

		assertThat(jdbc.sql("select state from mail where account = ? and kind = ? order by digest nulls first")
			.params(reader.id().value(), kind.name())
			.query(String.class)
			.list()).containsExactly("DROPPED", "HELD");
	}

	/** Every kind that is to somebody in particular. */
	static Stream<MailKind> toSomebody() {
		return Arrays.stream(MailKind.values()).filter(kind -> kind.addressee() != Addressee.ANYBODY);
	}

	@ParameterizedTest
	@MethodSource("toSomebody")
	void what_waits_for_the_server_alone_is_sent_to_whoever_is_what_they_were(MailKind kind) {
		Person reader = atOnce(readerOf(kind));
		hold(kind, reader);

		assertThat(mailsTo(reader)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("toSomebody")
	void what_waits_for_the_server_alone_is_not_sent_to_who_lost_what_it_was_for(MailKind kind) {
		Person reader = atOnce(readerOf(kind));
		hold(kind, reader);
		loses(kind, reader);

		assertThat(mailsTo(reader)).isEmpty();
		assertThat(stateOf(kind, reader)).isEqualTo("DROPPED");
	}

	@Test
	void a_digest_that_waits_for_the_server_is_written_anew_without_what_its_reader_may_not_have_any_more() {
		Person reader = readerOf(MailKind.ACCEPTED);
		roles.coordinator(story.coordinator(), EmailAddress.parse(reader.email()).orElseThrow());
		hold(MailKind.ACCEPTED, reader);
		hold(MailKind.DECISION_WAITING, people.person(reader.id()));
		writeDigest.write(reader.id());

		leave.leave(reader);

		assertThat(digestsTo(reader)).singleElement()
			.satisfies(digest -> assertThat(text(digest)).contains("New messages since your last daily email: 1"));
		assertThat(stateOf(MailKind.ACCEPTED, reader)).isEqualTo("DROPPED");
		assertThat(stateOf(MailKind.DECISION_WAITING, reader)).isEqualTo("DIGESTED");
	}

	@Test
	void a_digest_that_waits_for_the_server_and_holds_nothing_for_its_reader_any_more_is_not_sent() {
		Person reader = readerOf(MailKind.ACCEPTED);
		hold(MailKind.ACCEPTED, reader);
		writeDigest.write(reader.id());

		leave.leave(reader);

		assertThat(mailsTo(reader)).isEmpty();
		assertThat(states(reader)).containsExactly("DROPPED");
	}

	private Person atOnce(Person reader) {
		updateProfile.receiveMails(reader, new MailPreference(Choice.EVERYTHING, 7));
		return people.person(reader.id());
	}

	private Person readerOf(MailKind kind) {
		Person person = switch (kind.addressee()) {
			case MEMBERS, WHO_LETS_IN -> story.memberOf("Maputo");
			case REVIEWERS, DISCUSSANTS -> story.reviewer("MMC", "Held" + UUID.randomUUID());
			case LEADS -> story.lead("MMC", "Held" + UUID.randomUUID());
			case COORDINATORS -> {
				Person other = story.memberOf("Maputo");
				leave.leave(other);
				roles.coordinator(story.coordinator(), EmailAddress.parse(other.email()).orElseThrow());
				yield other;
			}
			case ANYBODY -> throw new AssertionError(kind + " is for anybody, and nobody can lose it");
		};
		updateProfile.receiveMails(person, DIGEST);
		return people.person(person.id());
	}

	private void loses(MailKind kind, Person reader) {
		switch (kind.addressee()) {
			case MEMBERS, WHO_LETS_IN -> leave.leave(reader);
			case REVIEWERS, DISCUSSANTS, LEADS -> roles.takeReviewer(story.coordinator(), reader.id());
			case COORDINATORS -> roles.takeCoordinator(people.coordinators()
				.stream()
				.filter(one -> !one.id().equals(reader.id()))
				.findFirst()
				.orElseThrow(), reader.id());
			default -> throw new AssertionError(kind);
		}
	}

	private Person findsAnother(MailKind kind, Person reader) {
		if (Set.of(Addressee.MEMBERS, Addressee.WHO_LETS_IN).contains(kind.addressee())) {
			register.register(reader,
					new GovernmentProfile("Elsewhere " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", ""));
			endorse.endorse(reader, Endorsement.stated(LocalDate.of(2022, 3, 1), "The Mayor", "We endorse it"));
		}
		else {
			roles.reviewer(story.coordinator(), EmailAddress.parse(reader.email()).orElseThrow(),
					new PartnerCode("IOM"));
		}
		return people.person(reader.id());
	}

	private void hold(MailKind kind, Person reader) {
		new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.write(
				MailKey.of(kind, "CLA-2026-0001", reader.id(), UUID.randomUUID()), reader,
				texts.to(reader).subject("notifications.untitled").paragraph("notifications.untitled").signed("")));
	}

	private String stateOf(MailKind kind, Person reader) {
		List<String> states = jdbc.sql("select state from mail where account = ? and kind = ?")
			.params(reader.id().value(), kind.name())
			.query(String.class)
			.list();
		assertThat(states).hasSize(1);
		return states.get(0);
	}

	/** Whether a digest is to bring it; what it is in arrives later. */
	private boolean digestOf(MailKind kind, Person reader) {
		return jdbc.sql("select digest is not null from mail where account = ? and kind = ?")
			.params(reader.id().value(), kind.name())
			.query(Boolean.class)
			.single();
	}

}
