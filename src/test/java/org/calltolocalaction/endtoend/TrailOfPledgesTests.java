package org.calltolocalaction.endtoend;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.ResolveDisagreement;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.drafting.BringBackDraft;
import org.calltolocalaction.pledges.drafting.DiscardDraft;
import org.calltolocalaction.pledges.drafting.RenewPledge;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.RemoveAttachment;
import org.calltolocalaction.pledges.signoff.DraftReading;
import org.calltolocalaction.pledges.signoff.GiveSignOff;
import org.calltolocalaction.pledges.signoff.GiveSignOff.Said;
import org.calltolocalaction.pledges.signoff.MakeReadingLink;
import org.calltolocalaction.pledges.signoff.ReadingLinkId;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.calltolocalaction.pledges.signoff.RecordLetter;
import org.calltolocalaction.pledges.signoff.RecordLetter.SignedLetter;
import org.calltolocalaction.pledges.signoff.RevokeReadingLink;
import org.calltolocalaction.pledges.signoff.SignOffKind;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.reports.correction.CorrectPlacement;
import org.calltolocalaction.reports.publication.Publications;
import org.calltolocalaction.reports.publication.ResumePublication;
import org.calltolocalaction.reports.publication.StopPublication;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.testing.SampleFiles;
import org.springframework.core.io.ByteArrayResource;

/** From a draft to its place in a report. */
class TrailOfPledgesTests extends TrailTest {

	@Override
	List<Act> acts() {
		return Stream.of(ofDrafts(), ofPledges(), ofPublication(), List.of(ofMoving())).flatMap(List::stream).toList();
	}

	private List<Act> ofDrafts() {
		return List.of(new Act("BeginPledge.begin", "pledge.begun", () -> {
			Person member = story.memberOf("Kampala");
			return Trace.by(member, use(BeginPledge.class).begin(member));
		}), new Act("DiscardDraft.discard", "pledge.discarded", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(DiscardDraft.class).discard(draft, member);
			return Trace.by(member, draft);
		}), new Act("BringBackDraft.bringBack", "pledge.brought-back", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(DiscardDraft.class).discard(draft, member);
			use(BringBackDraft.class).bringBack(draft, member);
			return Trace.by(member, draft);
		}), new Act("AttachFile.attach", "pledge.file-attached", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			return Trace.by(member, draft, Map.of("file", attachedTo(draft, member).sha256()));
		}), new Act("RemoveAttachment.remove", "pledge.file-removed", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			UploadedFile file = attachedTo(draft, member);
			use(RemoveAttachment.class).remove(draft, AttachmentId.of(file.id()), UUID.randomUUID(), member);
			return Trace.by(member, draft, Map.of("file", file.sha256()));
		}), new Act("RenewPledge.link", "pledge.linked", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference earlier = included(member);
			PledgeReference draft = story.aDraftBy(member);
			use(RenewPledge.class).link(draft, earlier, member);
			return Trace.by(member, draft, Map.of("continues", earlier));
		}), new Act("MakeReadingLink.make", "pledge.reading-link-made", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(MakeReadingLink.class).make(draft, member);
			return Trace.by(member, draft, Map.of("link", ANY, "until", ANY));
		}), new Act("RevokeReadingLink.revoke", "pledge.reading-link-revoked", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			use(MakeReadingLink.class).make(draft, member);
			ReadingLinkId link = use(DraftReading.class).of(story.pledge(draft)).links().get(0).id();
			use(RevokeReadingLink.class).revoke(draft, link, member);
			return Trace.by(member, draft, Map.of("link", link));
		}), new Act("by a reading link", "pledge.signed-off", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			ReadingToken token = use(MakeReadingLink.class).make(draft, member);
			String read = use(DraftReading.class).of(story.pledge(draft)).read();
			use(GiveSignOff.class).give(token, new Said(SignOffKind.APPROVED, "Ana Pérez", "Mayor", "", read));
			return Trace.byTheDesk(draft, Map.of("signOff", "APPROVED", "link", ANY, "text", read))
				.personal("signatory", "Ana Pérez, Mayor");
		}), new Act("RecordLetter.record", "pledge.letter-recorded", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference draft = story.aDraftBy(member);
			String read = use(DraftReading.class).of(story.pledge(draft)).read();
			byte[] letter = SampleFiles.pdf("A letter");
			use(RecordLetter.class).record(draft, new SignedLetter("Ana Pérez", "Mayor", LocalDate.of(2026, 1, 15),
					read, new Upload("Letter.pdf", letter.length, new ByteArrayResource(letter))), member);
			return Trace.by(member, draft, Map.of("signOff", "LETTER", "file", ANY, "text", read))
				.personal("signatory", "Ana Pérez, Mayor");
		}));
	}

	private List<Act> ofPledges() {
		return List.of(new Act("SubmitPledge.submit", "pledge.submitted", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aDraftBy(member);
			String sha256 = story.submit(reference, member).receipt().sha256();
			return Trace.by(member, reference, Map.of("timeliness", "IN_TIME", "sha256", sha256));
		}), new Act("SubmitPledge.submit", "pledge.resubmitted", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = decided(member, "REQUEST_CHANGES");
			String sha256 = story.submit(reference, member).receipt().sha256();
			return Trace.by(member, reference, Map.of("timeliness", "IN_TIME", "sha256", sha256));
		}), new Act("WithdrawPledge.withdraw", "pledge.withdrawn", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(WithdrawPledge.class).withdraw(reference, "Our council changed", member);
			return Trace.by(member, reference).personal("reason", "Our council changed");
		}), new Act("RevivePledge.revive", "pledge.revived", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aSubmittedPledgeBy(member);
			use(WithdrawPledge.class).withdraw(reference, "", member);
			use(RevivePledge.class).revive(reference, member);
			return Trace.by(member, reference);
		}), new Act("by the process", "pledge.accepted",
				() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "APPROVE"))),
				new Act("by the process", "pledge.changes-requested",
						() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "REQUEST_CHANGES"))),
				new Act("by the process", "pledge.declined",
						() -> Trace.byTheDesk(decided(story.memberOf("Kampala"), "DECLINE"))),
				new Act("by the process", "pledge.disagreement",
						() -> Trace.byTheDesk(disagreed(story.memberOf("Kampala")),
								Map.of("disagreementReason", "CONFLICTING"))),
				new Act("ResolveDisagreement.decide", "pledge.decided", () -> {
					PledgeReference reference = disagreed(story.memberOf("Kampala"));
					use(ResolveDisagreement.class).decide(reference, Outcome.ACCEPTED, "Two of three",
							story.coordinator());
					return Trace.by(story.coordinator(), reference, Map.of("outcome", "ACCEPTED"))
						.personal("reason", "Two of three");
				}),
				new Act("by the process", "pledge.included",
						() -> Trace.byTheDesk(included(story.memberOf("Kampala")),
								Map.of("edition", ANY, "placementReason", "IN_TIME"))),
				new Act("DecidePledge.sendBackToPartners", "pledge.sent-back-to-partners", () -> {
					PledgeReference reference = included(story.memberOf("Kampala"));
					use(RequestNewReview.class).request(reference, UCLG, "The budget has come", story.coordinator());
					return Trace.by(story.coordinator(), reference, Map.of("placement", ANY, "state", "INCLUDED"));
				}));
	}

	private List<Act> ofPublication() {
		return List.of(new Act("StopPublication.withdrawConsent", "pledge.consent-withdrawn", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = included(member);
			use(StopPublication.class).withdrawConsent(reference, seen(reference), "The council decided so", member);
			return Trace.by(member, reference, Map.of("edition", ANY)).personal("reason", "The council decided so");
		}), new Act("ResumePublication.giveConsentAgain", "pledge.consent-given-again", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = included(member);
			use(StopPublication.class).withdrawConsent(reference, seen(reference), "", member);
			use(ResumePublication.class).giveConsentAgain(reference, seen(reference), member);
			return Trace.by(member, reference, Map.of("edition", ANY));
		}), new Act("StopPublication.takeDown", "pledge.taken-down", () -> {
			PledgeReference reference = takenDown();
			return Trace.by(story.coordinator(), reference, Map.of("edition", ANY, "stop", "PERSONAL_DATA"))
				.personal("reason", "A telephone number");
		}), new Act("ResumePublication.putBack", "pledge.put-back", () -> {
			PledgeReference reference = takenDown();
			use(ResumePublication.class).putBack(reference, seen(reference), "It was public anyway",
					story.coordinator());
			return Trace.by(story.coordinator(), reference, Map.of("edition", ANY, "stop", "PERSONAL_DATA"))
				.personal("reason", "It was public anyway");
		}));
	}

	private Act ofMoving() {
		return new Act("CorrectPlacement.move", "pledge.moved", () -> {
			PledgeReference reference = included(story.memberOf("Kampala"));
			EditionYear from = use(CorrectPlacement.class).choice(reference, story.coordinator()).orElseThrow().from();
			use(OpenEdition.class).plan(from.next(), story.coordinator());
			use(CorrectPlacement.class).move(reference, from, from.next(), "It is for next year", story.coordinator());
			return Trace.by(story.coordinator(), reference, Map.of("from", from.value(), "to", from.next().value()))
				.personal("reason", "It is for next year");
		});
	}

	private PledgeReference takenDown() {
		PledgeReference reference = included(story.memberOf("Kampala"));
		use(StopPublication.class).takeDown(reference, StopKind.PERSONAL_DATA, seen(reference), "A telephone number",
				story.coordinator());
		return reference;
	}

	private String seen(PledgeReference reference) {
		return use(Publications.class).ofCoordinator(reference, story.coordinator()).orElseThrow().fingerprint();
	}

	private UploadedFile attachedTo(PledgeReference draft, Person member) {
		byte[] content = SampleFiles.pdf("Plan");
		return ((AttachFile.Attached) use(AttachFile.class).attach(draft, "attachments",
				new Upload("plan.pdf", content.length, new ByteArrayResource(content)), UUID.randomUUID(), member))
			.file();
	}

	private PledgeReference disagreed(Person member) {
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		story.allApproveBut("MMC", "DECLINE", reference);
		return reference;
	}

}
