package org.calltolocalaction.pledges.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.calltolocalaction.editions.EaseSignOff;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The head of a government approves a text, or asks for changes to it. */
class SignOffTests extends SignOffTest {

	@Autowired
	private EaseSignOff ease;

	@Autowired
	private MailLog mails;

	@Autowired
	private EngineJobs jobs;

	@Test
	void an_approval_is_of_the_text_that_was_read_and_fits_again_when_a_change_is_undone() {
		approve(link());
		String before = story.pledge(draft).answers().text("title");
		assertThat(standing().approved()).isTrue();

		change("title", "Another title");
		assertThat(standing()).satisfies(now -> {
			assertThat(now.approved()).isFalse();
			assertThat(now.changed()).hasSize(1).first().asString().contains("Title");
		});

		change("title", before);
		assertThat(standing().approved()).isTrue();
	}

	@Test
	void a_new_telephone_number_is_no_new_text() {
		approve(link());

		change("contactPhone", "+256 700 000000");

		assertThat(standing().approved()).isTrue();
	}

	@Test
	void what_was_changed_while_it_was_read_is_not_approved() {
		ReadingToken token = link();
		String read = textNow();
		change("title", "Another title");

		assertThat(say(token, SignOffKind.APPROVED, "", read)).isInstanceOf(GiveSignOff.TextChanged.class);
		assertThat(standing().newest()).isNull();
	}

	@Test
	void the_newest_counts_and_members_are_told_of_each_once() {
		ReadingToken token = link();
		approve(token);
		approve(token);
		assertThat(told()).isEqualTo(1);

		say(token, SignOffKind.CHANGES_ASKED, "Say how many people", textNow());

		assertThat(standing().approved()).isFalse();
		assertThat(Objects.requireNonNull(standing().newest()).comment()).isEqualTo("Say how many people");
		assertThat(told()).isEqualTo(2);
		assertThat(mails.of(draft)).filteredOn(mail -> mail.kind() == MailKind.SIGNED_OFF)
			.extracting(LoggedMail::body)
			.anySatisfy(body -> assertThat(body).contains("Ana Pérez", "Mayor", "Say how many people"))
			.anySatisfy(body -> assertThat(body).contains("Ana Pérez (Mayor) approved the draft"));
	}

	@Test
	void one_link_does_not_fill_mailboxes() {
		ReadingToken token = link();
		GiveSignOff.Result last = null;
		for (int said = 0; said <= 20; said++) {
			last = say(token, SignOffKind.CHANGES_ASKED, "Change " + said, textNow());
		}

		assertThat(last).isInstanceOf(GiveSignOff.TooOften.class);
		assertThat(told()).isEqualTo(20);
	}

	@Test
	void two_who_answer_at_once_and_a_submission_meanwhile_have_one_outcome_each() throws Exception {
		ReadingToken token = link();
		String read = textNow();
		long version = story.pledge(draft).draftVersion();
		Callable<Object> approval = () -> say(token, SignOffKind.APPROVED, "", read);
		List<Object> results = AtOnce
			.allAtOnce(List.<Callable<Object>>of(approval, approval, () -> submit.submit(draft, version, member)));

		assertThat(results.get(2)).isInstanceOf(SubmitPledge.Submitted.class);
		boolean before = submitted.of(draft, 1).isPresent();
		assertThat(results.subList(0, 2)).allSatisfy(
				result -> assertThat(result).isInstanceOfAny(GiveSignOff.Recorded.class, GiveSignOff.Closed.class));
		assertThat(results.subList(0, 2).stream().anyMatch(GiveSignOff.Recorded.class::isInstance)).isEqualTo(before);
		assertThat(told()).isEqualTo(before ? 1 : 0);
	}

	@Test
	void a_call_that_requires_an_approval_takes_exactly_the_approved_text() {
		ruleIs(SignOffRule.REQUIRED);
		assertThat(submit()).isInstanceOf(SubmitPledge.SignOffMissing.class);
		say(link(), SignOffKind.CHANGES_ASKED, "Say how many people", textNow());
		assertThat(submit()).isInstanceOf(SubmitPledge.SignOffMissing.class);
		approve(link());
		change("title", "Another title");
		assertThat(submit()).isInstanceOf(SubmitPledge.SignOffMissing.class);
		assertThat(standing().missing()).isTrue();

		approve(link());

		assertThat(submit()).isInstanceOf(SubmitPledge.Submitted.class);
		assertThat(submitted.of(draft, 1)).hasValueSatisfying(with -> assertThat(with.approved()).isTrue());
	}

	@Test
	void a_resubmission_needs_an_approval_of_its_own_text_by_the_rule_of_its_own_call() {
		story.submit(draft, member);
		jobs.run(draft);
		ruleIs(SignOffRule.REQUIRED);
		story.allJudge(draft, "REQUEST_CHANGES");
		assertThat(submit()).isInstanceOf(SubmitPledge.SignOffMissing.class);

		approve(link());

		assertThat(submit()).isInstanceOf(SubmitPledge.Submitted.class);
		assertThat(submitted.of(draft, 1)).isEmpty();
		assertThat(submitted.of(draft, 2)).isPresent();
	}

	@Test
	void a_recommended_approval_stops_nobody_and_what_it_was_of_is_kept() {
		ruleIs(SignOffRule.RECOMMENDED);
		approve(link());
		change("title", "Another title");
		assertThat(standing().recommended()).isTrue();

		assertThat(submit()).isInstanceOf(SubmitPledge.Submitted.class);
		assertThat(submitted.of(draft, 1)).hasValueSatisfying(with -> {
			assertThat(with.sameText()).isFalse();
			assertThat(with.approved()).isFalse();
		});
	}

	@Test
	void the_rule_of_an_open_call_is_only_ever_eased() {
		ruleIs(SignOffRule.RECOMMENDED);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> ease.ease(year, SignOffRule.REQUIRED, story.coordinator()));
		ease.ease(year, SignOffRule.OFF, story.coordinator());

		assertThat(standing().rule()).isEqualTo(SignOffRule.OFF);
	}

	@Test
	void a_signed_letter_approves_the_text_and_is_kept_to_the_byte_for_members_and_coordinators() throws Exception {
		byte[] content = SampleFiles.pdf("We approve this text");
		ruleIs(SignOffRule.REQUIRED);

		letter("Letter.pdf", content);
		AttachmentId file = Objects.requireNonNull(Objects.requireNonNull(standing().newest()).letter()).file();
		assertThat(story.pledge(draft).answers().files("attachments")).isEmpty();
		assertThatExceptionOfType(NotFound.class).as("a draft is no coordinator's")
			.isThrownBy(() -> submitted.letter(draft, file, story.coordinator()));
		ReadingToken token = link();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> readDraft.file(token, file));

		assertThat(submit()).isInstanceOf(SubmitPledge.Submitted.class);
		assertThat(bytes(submitted.letter(draft, file, story.coordinator()))).isEqualTo(content);
		assertThat(told()).isZero();
	}

	@Test
	void a_letter_is_a_document_or_a_picture_that_runs_nothing() {
		assertThat(letter("Letter.docx", SampleFiles.docx())).isEqualTo(new RecordLetter.NotTaken(Reason.OTHER_TYPE));
		assertThat(letter("Letter.pdf", new byte[0])).isEqualTo(new RecordLetter.NotTaken(Reason.EMPTY));
		assertThat(letter("Letter.zip", SampleFiles.zip())).isInstanceOf(RecordLetter.NotTaken.class);
		assertThat(standing().newest()).isNull();
	}

	private long told() {
		return mails.of(draft).stream().filter(mail -> mail.kind() == MailKind.SIGNED_OFF).count();
	}

	private static byte[] bytes(Download download) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		download.content().writeTo(out);
		return out.toByteArray();
	}

}
