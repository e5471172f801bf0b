package org.calltolocalaction.pledges.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A government endorses the Declaration before it submits its first pledge. */
@DeskTest
class EndorsementBeforeSubmittingTests {

	@Autowired
	private Story story;

	@Autowired
	private OpenAccount accounts;

	@Autowired
	private RegisterGovernment register;

	@Autowired
	private EndorseDeclaration endorse;

	@Autowired
	private SubmitPledge submit;

	@Autowired
	private Revisions revisions;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Visitors visitors;

	private Person member;

	private PledgeReference draft;

	@BeforeEach
	void a_whole_draft_of_a_government_that_has_not_endorsed() {
		story.aSharedCall();
		member = accounts.of(EmailAddress.parse("p." + UUID.randomUUID() + "@example.org").orElseThrow(),
				Locale.ENGLISH);
		register.register(member,
				new GovernmentProfile("City " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", ""));
		draft = story.aDraftBy(member);
	}

	@Test
	void without_an_endorsement_nothing_is_submitted_and_nothing_changes() {
		SubmitPledge.Result result = submit.submit(draft, story.pledge(draft).draftVersion(), member);

		assertThat(result).isInstanceOf(SubmitPledge.EndorsementMissing.class);
		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DRAFT);
		assertThat(story.pledge(draft).firstSubmittedAt()).isEmpty();
		assertThat(revisions.of(draft)).isEmpty();
		assertThat(jobs.waiting(draft)).isZero();
		assertThat(trail.of(draft)).extracting(RecordedEntry::kind).doesNotContain("pledge.submitted");
	}

	@Test
	void the_page_says_what_is_missing_and_the_pledge_is_submitted_once_it_is_there() {
		Visitor ana = visitors.signedIn(member);
		ana.opens("/my/pledges/" + draft + "/check");
		Map<String, String> sent = Map.of("version", String.valueOf(story.pledge(draft).draftVersion()));

		assertThat(ana.sends("/my/pledges/" + draft + "/submit", sent).path())
			.isEqualTo("/my/pledges/" + draft + "/check");
		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DRAFT);

		endorse.endorse(member, Endorsement.stated(LocalDate.of(2022, 3, 1), "The Mayor", "We endorse it"));
		assertThat(ana.sends("/my/pledges/" + draft + "/submit", sent).path())
			.isEqualTo("/my/pledges/" + draft + "/receipt");
		assertThat(story.pledge(draft).firstSubmittedAt()).isPresent();
	}

}
