package org.calltolocalaction.pledges.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.coordination.figures.Overview;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.files.GovernmentArchive;
import org.calltolocalaction.pledges.similarity.SimilarPledges;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft that nobody wants any more, and that somebody wants after all. */
@DeskTest
class DiscardedDraftTests {

	@Autowired
	private Story story;

	@Autowired
	private DiscardDraft discard;

	@Autowired
	private BringBackDraft bringBack;

	@Autowired
	private SaveDraft save;

	@Autowired
	private SubmitPledge submit;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private MyPledges mine;

	@Autowired
	private SimilarPledges similar;

	@Autowired
	private GovernmentArchive archive;

	@Autowired
	private Overview overview;

	@Autowired
	private EditionMails mails;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	private EditionYear year;

	private Person member;

	private PledgeReference draft;

	@BeforeEach
	void a_city_has_a_draft() {
		year = story.aSharedCall();
		member = story.memberOf("Quito");
		draft = story.aDraftBy(member);
	}

	@Test
	void it_leaves_the_list_the_archive_the_figures_and_the_likenesses() throws Exception {
		long drafts = overview.of(story.coordinator()).drafts();
		PledgeReference other = story.aDraftBy(member);
		assertThat(similar.to(story.pledge(other))).hasSize(1);

		discard.discard(draft, member);

		assertThat(mine.of(member)).extracting(Pledge::reference).containsExactly(other);
		assertThat(mine.discarded(member)).extracting(Pledge::reference).containsExactly(draft);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		archive.write(member, file);
		assertThat(file.toString(StandardCharsets.ISO_8859_1)).contains(other.value()).doesNotContain(draft.value());
		assertThat(overview.of(story.coordinator()).drafts()).isEqualTo(drafts);
		assertThat(similar.to(story.pledge(other))).isEmpty();
	}

	@Test
	void its_government_is_not_reminded_of_it() {
		discard.discard(draft, member);

		mails.deadlineReminder(year);

		assertThat(reminders()).isZero();
		bringBack.bringBack(draft, member);
		mails.deadlineReminder(year);
		assertThat(reminders()).isOne();
	}

	@Test
	void it_is_brought_back_as_it_was_and_the_trail_says_who_did_what() {
		discard.discard(draft, member);
		discard.discard(draft, member);

		bringBack.bringBack(draft, member);
		bringBack.bringBack(draft, member);

		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DRAFT);
		assertThat(story.pledge(draft).answers()).isEqualTo(Story.completeAnswers());
		assertThat(trail.of(draft)).extracting(RecordedEntry::kind)
			.containsExactly("pledge.begun", "pledge.discarded", "pledge.brought-back");
		assertThat(trail.of(draft)).extracting(RecordedEntry::who).containsOnly(member.account());
	}

	@Test
	void its_reference_is_not_given_to_another() {
		discard.discard(draft, member);

		assertThat(begin.begin(member)).isNotEqualTo(draft);
		assertThat(story.pledge(draft).reference()).isEqualTo(draft);
	}

	@Test
	void what_a_colleague_types_on_a_page_that_was_still_open_is_kept_with_it() {
		discard.discard(draft, member);

		SaveDraft.Result result = save.save(draft, new SaveDraft.Change(1, UUID.randomUUID(),
				Answers.empty().with("title", "Typed all the same"), Set.of("title")), member);

		assertThat(result).isInstanceOfSatisfying(SaveDraft.Saved.class,
				saved -> assertThat(saved.discarded()).isTrue());
		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DISCARDED);
		bringBack.bringBack(draft, member);
		assertThat(story.pledge(draft).answers().text("title")).isEqualTo("Typed all the same");
	}

	@Test
	void whoever_was_about_to_submit_it_is_told_and_can_bring_it_back() {
		discard.discard(draft, member);

		assertThatThrownBy(() -> submit.submit(draft, 1, member)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.messageKey()).isEqualTo("pledges.refused.discarded"));

		bringBack.bringBack(draft, member);
		assertThat(submit.submit(draft, 1, member)).isInstanceOf(SubmitPledge.Submitted.class);
	}

	@Test
	void what_was_submitted_is_withdrawn_and_not_discarded() {
		PledgeReference submitted = story.aSubmittedPledgeBy(member);

		assertThatThrownBy(() -> discard.discard(submitted, member)).isInstanceOf(Refused.class);
		bringBack.bringBack(submitted, member);

		assertThat(story.pledge(submitted).state()).isEqualTo(PledgeState.UNDER_REVIEW);
	}

	@Test
	void somebody_elses_draft_is_neither_discarded_nor_brought_back() {
		Person stranger = story.memberOf("Cuenca");

		assertThatThrownBy(() -> discard.discard(draft, stranger)).isInstanceOf(NotFound.class);
		discard.discard(draft, member);
		assertThatThrownBy(() -> bringBack.bringBack(draft, stranger)).isInstanceOf(NotFound.class);

		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DISCARDED);
	}

	private long reminders() {
		return jdbc.sql("select count(*) from mail where kind = 'DEADLINE_REMINDER' and account = ?")
			.param(member.id().value())
			.query(Long.class)
			.single();
	}

}
