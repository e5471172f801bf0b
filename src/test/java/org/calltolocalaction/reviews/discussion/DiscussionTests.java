package org.calltolocalaction.reviews.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who handle a pledge talk about it; nobody else learns that they do. */
@DeskTest
class DiscussionTests {

	@Autowired
	Story story;

	@Autowired
	DiscussPledge discuss;

	@Autowired
	UpdateProfile profiles;

	@Autowired
	MailLog mails;

	@Autowired
	AuditTrail trail;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private Person rosa;

	private Person mia;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_before_the_partners() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa" + mark);
		mia = story.reviewer("MMC", "Mia" + mark);
		member = story.memberOf("Kampala");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void reviewers_of_all_partners_and_coordinators_read_what_was_said_in_its_order() {
		says(rosa, "Is the budget real?");
		says(mia, "Their council approved it.");
		says(story.coordinator(), "Thank you.");

		assertThat(List.of(rosa, mia, story.coordinator()))
			.allSatisfy(reader -> assertThat(read(reader)).extracting(Discussion.Entry::text)
				.containsExactly("Is the budget real?", "Their council approved it.", "Thank you."));
		assertThat(read(rosa)).first().satisfies(entry -> {
			assertThat(entry.author()).isEqualTo(rosa.name());
			assertThat(entry.partner()).isEqualTo(rosa.partner());
		});
		assertThat(read(rosa)).last().satisfies(entry -> assertThat(entry.partner()).isEmpty());
	}

	@Test
	void nobody_else_reads_or_says_anything() {
		says(rosa, "Between us");
		PledgeReference draft = story.aDraftBy(member);

		assertThat(discuss.read(reference, member)).isEmpty();
		assertThat(discuss.read(draft, rosa)).isEmpty();
		assertThat(discuss.read(draft, story.coordinator())).isEmpty();
		assertThatThrownBy(() -> says(member, "And us?")).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> discuss.write(draft, remark("Hm"), rosa)).isInstanceOf(NotFound.class);
	}

	@Test
	void sending_the_same_page_twice_says_it_once() {
		NewRemark twice = remark("@" + mia.name() + " look");

		discuss.write(reference, twice, rosa);
		discuss.write(reference, twice, rosa);

		assertThat(read(rosa)).hasSize(1);
		assertThat(mailsTo(mia)).hasSize(1);
	}

	@Test
	void what_two_say_at_once_both_stays() {
		Stream.of(rosa, mia)
			.map(author -> CompletableFuture.runAsync(() -> says(author, "I was first")))
			.toList()
			.forEach(CompletableFuture::join);

		assertThat(read(rosa)).extracting(Discussion.Entry::author).containsExactlyInAnyOrder(rosa.name(), mia.name());
	}

	@Test
	void whoever_is_called_by_name_or_chosen_gets_a_mail_at_once_whatever_they_chose() {
		profiles.receiveMails(mia, new MailPreference(Choice.DIGEST, 7));
		Person ben = story.reviewer("IOM", "Ben" + mark);
		String text = "Hello @" + mia.name().toUpperCase(Locale.ROOT) + ", what of\nthe budget?\n3\n4\nnever in a mail";

		discuss.write(reference, new NewRemark(text, List.of(ben.id().value(), UUID.randomUUID()), UUID.randomUUID()),
				rosa);

		assertThat(mailsTo(mia)).singleElement().satisfies(mail -> {
			assertThat(mail.state()).isEqualTo(MailState.OUTGOING);
			assertThat(mail.subject()).contains(reference.value(), rosa.name());
			assertThat(mail.body()).contains("> the budget?", "/reviews/" + reference + "#discussion")
				.doesNotContain("never in a mail", "secret.contact@example.org");
		});
		assertThat(mailsTo(ben)).hasSize(1);
		assertThat(mailsTo(rosa)).isEmpty();
		assertThat(read(rosa).get(0).told()).containsExactlyInAnyOrder(mia.name(), ben.name());
		assertThat(trail.of(reference)).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("review.discussed");
			assertThat(entry.facts()).containsOnlyKeys("partner", "mentioned").containsEntry("partner", "UCLG");
			assertThat(entry.facts().get("mentioned")).asInstanceOf(InstanceOfAssertFactories.LIST)
				.containsExactlyInAnyOrder(mia.id().toString(), ben.id().toString());
			assertThat(entry.personal()).as("what was said stands in the discussion").isEmpty();
		});
	}

	@Test
	void nobody_outside_can_be_called_in() {
		discuss.write(reference, new NewRemark("@" + member.name() + " please", List.of(member.id().value()), null),
				rosa);

		assertThat(mailsTo(member)).isEmpty();
		assertThat(read(rosa).get(0).told()).isEmpty();
	}

	@Test
	void what_is_empty_or_too_long_is_refused_and_what_no_database_takes_is_left_out() {
		assertThatThrownBy(() -> says(rosa, " \n")).isInstanceOf(Refused.class).hasMessageContaining("empty");
		assertThatThrownBy(() -> says(rosa, null)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> says(rosa, "x".repeat(4001))).isInstanceOf(Refused.class).hasMessageContaining("long");
		says(rosa, "a\u0000b\uD800c\r\nd");

		assertThat(read(rosa)).extracting(Discussion.Entry::text).containsExactly("abc\nd");
	}

	@ParameterizedTest
	@CsvSource({ "Hello @Ana Li and all,Ana Li", "@ana,Ana", "(@JOSÉ),Jose", "@Ana Lima,Ana", "mail@Analog.org,",
			"Ana Li,", "'@Ana Li, @Ana',Ana;Ana Li", "@,", "@José\u0301,Jose" })
	void a_name_is_read_as_it_is_meant(String text, String called) {
		List<Person> all = Stream.of("Ana", "Ana Li", "Jose").map(DiscussionTests::named).toList();

		assertThat(Mentions.in(text, all).stream().map(id -> name(id, all)))
			.containsExactlyInAnyOrder(called == null ? new String[0] : called.split(";"));
	}

	private static String name(AccountId id, List<Person> all) {
		return all.stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow().name();
	}

	private static Person named(String name) {
		return new Person(AccountId.random(), "x@example.org", name, Locale.ENGLISH, ZoneOffset.UTC,
				MailPreference.DEFAULT, Optional.empty(), false, true);
	}

	private void says(Person author, String text) {
		discuss.write(reference, remark(text), author);
	}

	private static NewRemark remark(String text) {
		return new NewRemark(text, List.of(), UUID.randomUUID());
	}

	private List<Discussion.Entry> read(Person reader) {
		return discuss.read(reference, reader).orElseThrow().entries();
	}

	private List<LoggedMail> mailsTo(Person person) {
		return mails.of(reference)
			.stream()
			.filter(mail -> mail.kind() == MailKind.MENTIONED && mail.recipient().equals(person.email()))
			.toList();
	}

}
