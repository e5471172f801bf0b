package org.calltolocalaction.pledges.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.calltolocalaction.forms.AForm;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.DraftProgress.State;
import org.calltolocalaction.pledges.files.GovernmentArchive;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.calltolocalaction.pledges.keeping.PledgeNumbers;
import org.calltolocalaction.pledges.keeping.RoomForPledges;
import org.calltolocalaction.pledges.similarity.SimilarPledges;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft on its way from nothing to a whole pledge. */
@DeskTest
class FillingTests {

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MyPledges mine;

	@Autowired
	private Pledges pledges;

	@Autowired
	private DraftSaves saves;

	@Autowired
	private PledgeNumbers numbers;

	@Autowired
	private RoomForPledges room;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private SaveDraft save;

	@Autowired
	private RenewPledge renewal;

	@Autowired
	private SimilarPledges similar;

	@Autowired
	private DraftPresence presence;

	@Autowired
	private GovernmentArchive archive;

	@Autowired
	private PledgeForm form;

	private Person member;

	@BeforeEach
	void aCityTakesPart() {
		story.aSharedCall();
		member = story.memberOf("Kampala");
	}

	@Test
	void a_new_draft_has_not_begun_although_the_contact_is_filled_in() {
		PledgeReference draft = begin.begin(member);

		assertThat(states(draft)).containsEntry("government", State.NOT_STARTED)
			.containsEntry("action", State.NOT_STARTED)
			.containsEntry("contact", State.NOT_STARTED)
			.containsEntry("means", State.OPTIONAL);
	}

	@Test
	void a_new_draft_holds_what_the_form_has_standing_there_and_has_not_begun_by_that() {
		PledgeForm withText = mock(PledgeForm.class);
		when(withText.definition()).thenReturn(AForm.withStandingText("budget", "In euros: "));
		BeginPledge beginning = new BeginPledge(withText, mine, pledges, saves, numbers, room, audit, clock);

		PledgeReference draft = transaction.execute(status -> beginning.begin(member));

		Answers answers = story.pledge(draft).answers();
		assertThat(answers.text("budget")).isEqualTo("In euros: ");
		assertThat(answers.text("contactEmail")).isEqualTo(member.email());
		FormContext context = form.context(Locale.ENGLISH, ZoneOffset.UTC);
		assertThat(DraftProgress.of(withText, answers, context).parts()).extracting(DraftProgress.Part::state)
			.containsOnly(State.OPTIONAL);
		assertThat(DraftProgress.of(withText, answers.with("budget", "In euros: 4,000"), context).parts())
			.extracting(DraftProgress.Part::state)
			.containsOnly(State.COMPLETE);
	}

	@Test
	void a_part_is_in_progress_while_something_is_missing_wrong_where_it_was_mistyped_and_complete_at_the_end() {
		PledgeReference draft = begin.begin(member);

		type(draft, "title", "Homes");
		assertThat(states(draft)).containsEntry("action", State.IN_PROGRESS);
		type(draft, "start", "soon");
		assertThat(states(draft)).containsEntry("action", State.HAS_ERRORS);
		type(draft, "headOfGovernment", "Ana Pérez, Mayor");
		assertThat(states(draft)).containsEntry("government", State.COMPLETE);
		Story.completeAnswers().asMap().forEach((path, answer) -> type(draft, path, answer));
		assertThat(states(draft).values()).containsOnly(State.COMPLETE, State.OPTIONAL);
	}

	@Test
	void a_page_that_never_heard_of_its_own_save_does_not_quarrel_with_itself() {
		PledgeReference draft = begin.begin(member);
		UUID page = UUID.randomUUID();
		save.save(draft, change(1, page, "title", "Ho"), member);
		save.save(draft, change(1, page, "title", "Home"), member);

		SaveDraft.Result third = save.save(draft, change(1, page, "title", "Homes"), member);

		assertThat(third).isInstanceOf(SaveDraft.Saved.class);
		assertThat(story.pledge(draft).answers().text("title")).isEqualTo("Homes");
	}

	@Test
	void a_save_of_one_part_leaves_the_others_alone() {
		PledgeReference draft = story.aDraftBy(member);

		save.save(draft, change(1, UUID.randomUUID(), "title", ""), member);

		assertThat(story.pledge(draft).answers()).isEqualTo(Story.completeAnswers().with("title", ""));
	}

	@Test
	void what_a_colleague_changed_elsewhere_is_merged_and_told() {
		PledgeReference draft = begin.begin(member);
		save.save(draft, change(1, UUID.randomUUID(), "title", "Hers"), member);

		SaveDraft.Result his = save.save(draft, change(1, UUID.randomUUID(), "summary", "His"), member);

		assertThat(his).isInstanceOfSatisfying(SaveDraft.Saved.class, saved -> {
			assertThat(saved.merged()).containsExactly("title");
			assertThat(form.definition().parameters(saved.answers(), saved.merged()))
				.isEqualTo(Map.of("title", List.of("Hers")));
		});
	}

	@Test
	void what_was_typed_back_to_how_it_stood_is_saved_too() {
		PledgeReference draft = begin.begin(member);
		UUID page = UUID.randomUUID();
		save.save(draft, change(1, page, "title", "Homes"), member);
		save.save(draft, change(2, UUID.randomUUID(), "summary", "Hers"), member);

		save.save(draft, change(1, page, "title", ""), member);

		assertThat(story.pledge(draft).answers().text("title")).isEmpty();
		assertThat(story.pledge(draft).answers().text("summary")).isEqualTo("Hers");
	}

	@Test
	void two_texts_name_the_colleague_who_wrote_the_other_one_and_not_who_saved_anything_last() {
		PledgeReference draft = begin.begin(member);
		Person colleague = story.colleagueOf(member);
		UUID page = UUID.randomUUID();
		save.save(draft, change(1, UUID.randomUUID(), "title", "Hers"), colleague);
		save.save(draft, change(1, page, "summary", "My reviews"), member);

		SaveDraft.Result result = save.save(draft, change(1, page, "title", "Mine, too"), member);

		assertThat(result).isInstanceOfSatisfying(SaveDraft.Conflict.class, conflict -> {
			assertThat(conflict.by()).isEqualTo(colleague.id());
			assertThat(conflict.fields()).containsExactly("title");
		});
	}

	@Test
	void a_renewed_pledge_has_the_earlier_answers_but_not_its_consent_and_says_what_usually_changes() {
		PledgeReference earlier = anIncludedPledge();

		PledgeReference renewed = renewal.renew(earlier, member);

		Pledge draft = story.pledge(renewed);
		assertThat(draft.continues()).contains(earlier);
		assertThat(draft.state()).isEqualTo(PledgeState.DRAFT);
		assertThat(draft.answers()).isEqualTo(Story.completeAnswers()
			.with("summary", Story.completeAnswers().text("summary").strip())
			.without("consent"));
		assertThat(renewal.stillAsBefore(draft)).contains("summary", "expectedImpact").doesNotContain("title");
		type(renewed, "summary", "What the city does now.");
		assertThat(renewal.stillAsBefore(story.pledge(renewed))).contains("expectedImpact").doesNotContain("summary");
	}

	@Test
	void only_pledges_of_the_own_government_that_stand_in_a_report_can_be_renewed() {
		PledgeReference earlier = anIncludedPledge();
		PledgeReference underReview = story.aSubmittedPledgeBy(member);
		Person stranger = story.memberOf("Nairobi");

		assertThat(renewal.renewable(member)).extracting(Pledge::reference).containsExactly(earlier);
		assertThatThrownBy(() -> renewal.renew(underReview, member)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> renewal.renew(earlier, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> renewal.link(story.aDraftBy(stranger), earlier, stranger))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void a_pledge_that_reads_like_an_earlier_one_is_noticed_until_it_is_said_to_continue_it() {
		PledgeReference earlier = anIncludedPledge();
		PledgeReference draft = story.aDraftBy(member);
		type(draft, "title", "Welcome desks in every district");
		PledgeReference other = story.aDraftBy(member);
		type(other, "title", "School meals");
		type(other, "summary", "Children eat together at noon, whatever passport they have.");

		assertThat(similar.to(story.pledge(draft))).extracting(SimilarPledges.Similar::reference)
			.contains(earlier)
			.doesNotContain(other);
		renewal.link(draft, earlier, member);
		assertThat(similar.to(story.pledge(draft))).extracting(SimilarPledges.Similar::reference)
			.doesNotContain(earlier);
	}

	@Test
	void what_another_government_pledges_is_never_called_similar() {
		anIncludedPledge();

		assertThat(similar.to(story.pledge(story.aDraftBy(story.memberOf("Nairobi"))))).isEmpty();
	}

	@Test
	void a_colleague_is_seen_at_a_part_until_the_page_is_quiet() {
		Pledge draft = story.pledge(story.aDraftBy(member));
		Person stranger = story.memberOf("Nairobi");
		presence.seen(draft, "action", member);

		assertThat(presence.others(draft, member)).isEmpty();
		assertThat(presence.others(draft, stranger)).extracting(DraftPresence.AtWork::part).containsExactly("action");
		clock.set(clock.instant().plus(Duration.ofMinutes(2)));
		assertThat(presence.others(draft, stranger)).isEmpty();
	}

	@Test
	void everything_that_a_government_told_can_be_taken_away_as_it_was_submitted() throws IOException {
		PledgeReference submitted = story.aSubmittedPledgeBy(member);
		PledgeReference draft = story.aDraftBy(member);
		story.aSubmittedPledgeBy(story.memberOf("Nairobi"));
		ByteArrayOutputStream file = new ByteArrayOutputStream();

		archive.write(member, file);

		Map<String, String> entries = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), new String(zip.readAllBytes()));
			}
		}
		assertThat(entries).containsOnlyKeys(submitted + "/revision-1.json", draft + "/draft.json");
		assertThat(entries.get(submitted + "/revision-1.json")).contains("\"reference\":\"" + submitted + "\"");
		assertThat(Answers.fromJson(entries.get(draft + "/draft.json"))).isEqualTo(Story.completeAnswers());
	}

	private PledgeReference anIncludedPledge() {
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allJudge(reference, "APPROVE");
		jobs.run(reference);
		assertThat(story.pledge(reference).state()).isEqualTo(PledgeState.INCLUDED);
		return reference;
	}

	private void type(PledgeReference draft, String path, Object answer) {
		save.save(draft, change(story.pledge(draft).draftVersion(), UUID.randomUUID(), path, answer), member);
	}

	private static SaveDraft.Change change(long version, UUID page, String path, Object answer) {
		return new SaveDraft.Change(version, page, Answers.of(Map.of(path, answer)), List.of(path));
	}

	private Map<String, State> states(PledgeReference draft) {
		Map<String, State> states = new TreeMap<>();
		DraftProgress.of(form, story.pledge(draft).answers(), form.context(Locale.ENGLISH, member.zone()))
			.parts()
			.forEach(part -> states.put(part.id(), part.state()));
		return states;
	}

}
