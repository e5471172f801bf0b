package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.PartnerForecast;
import org.calltolocalaction.coordination.SetUpEdition;
import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EaseSignOff;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.editions.criteria.ChooseCriteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.editions.extension.EndExtension;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.editions.partner.ClosePartner;
import org.calltolocalaction.editions.partner.NamePartner;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.kernel.signing.VerifyingKey;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.receipts.PublishedKeys;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;

/** From the opening of a call to its published report. */
class TrailOfEditionsTests extends TrailTest {

	@Override
	List<Act> acts() {
		return List.of(
				new Act("OpenEdition.open", "edition.opened",
						() -> Trace.by(story.coordinator(), story.anOpenEdition(), Map.of("deadline", ANY))
							.personal("reason", "Its year")),
				new Act("SetUpEdition.open", "edition.reminders-set", () -> {
					EditionYear year = story.noCallIsOpen();
					EditionSetup setup = reminded(year, List.of(5));
					String foreseen = use(OpeningForecast.class).of(year, setup, story.coordinator()).fingerprint();
					use(SetUpEdition.class).open(year, setup, "Its year", foreseen, story.coordinator());
					return Trace.by(story.coordinator(), year, Map.of("from", List.of(30, 14, 7, 2), "to", List.of(5)));
				}), new Act("ChooseCriteria.choose", "edition.criteria-chosen", () -> {
					EditionYear year = story.anOpenEdition();
					use(ChooseCriteria.class).choose(year, use(EditionCriteria.class).now(year).version(),
							Map.of(Criterion.CONCRETE, 1), "Fewer this year", story.coordinator());
					return Trace.by(story.coordinator(), year).personal("reason", "Fewer this year");
				}), new Act("MoveDeadline.move", "edition.deadline-moved", () -> {
					EditionYear year = story.anOpenEdition();
					Deadline present = use(Editions.class).edition(year).deadline();
					Deadline later = new Deadline(present.local().plusDays(9), present.zone(), present.grace());
					use(MoveDeadline.class).move(year, later, "The forum moved", story.coordinator());
					return Trace.by(story.coordinator(), year, Map.of("from", present.zoned(), "to", later.zoned()))
						.personal("reason", "The forum moved");
				}), new Act("GrantExtension.grant", "edition.extension-granted", () -> {
					EditionYear year = story.anOpenEdition();
					Extension extension = extension(year);
					use(GrantExtension.class).grant(extension, "A storm", story.coordinator());
					return Trace
						.by(story.coordinator(), year, Map.of("extension", extension.id(), "pledge",
								extension.holder().id(), "until", extension.until().zoned()))
						.personal("reason", "A storm");
				}), new Act("ExtendCall.grant", "edition.extension-granted", () -> {
					EditionYear year = story.anOpenEdition();
					extended(year);
					return Trace.by(story.coordinator(), year, Map.of("extension", ANY, "pledge", ANY, "until", ANY))
						.personal("reason", "A storm");
				}), new Act("EndExtension.end", "edition.extension-ended", () -> {
					EditionYear year = story.anOpenEdition();
					Extension extension = extended(year);
					use(EndExtension.class).end(extension.id(), "A mistake", story.coordinator());
					return Trace
						.by(story.coordinator(), year, Map.of("extension", extension.id(), "pledge",
								extension.holder().id(), "until", extension.until().zoned()))
						.personal("reason", "A mistake");
				}), new Act("ExtendCall.end", "edition.extension-ended", () -> {
					EditionYear year = story.anOpenEdition();
					Extension extension = extended(year);
					ExtendCall call = use(ExtendCall.class);
					call.end(extension, "A mistake", call.ifEnded(extension, story.coordinator()).fingerprint(),
							story.coordinator());
					return Trace.by(story.coordinator(), year, Map.of("extension", ANY, "pledge", ANY, "until", ANY))
						.personal("reason", "A mistake");
				}), partner("edition.partner-released", PartnerAct.RELEASED),
				partner("edition.partner-added", PartnerAct.ADDED),
				partner("review.partner-released", PartnerAct.RELEASED),
				partner("review.partner-added", PartnerAct.ADDED), new Act("NamePartner.add", "partner.added", () -> {
					PartnerCode code = added();
					return Trace
						.by(story.coordinator(), code, Map.of("changed", List.of("english", "spanish", "french")))
						.personal("to", names(code.value()).all().subList(0, 3));
				}), new Act("NamePartner.correct", "partner.named", () -> {
					PartnerCode code = added();
					use(NamePartner.class).correct(code, names(code + " Cities"), story.coordinator());
					return new Trace(code, story.coordinator(),
							Map.of("changed", List.of("english", "spanish", "french")),
							Map.of("from", names(code.value()).all().subList(0, 3), "to",
									names(code + " Cities").all().subList(0, 3)));
				}), new Act("ClosePartner.close", "partner.closed", () -> Trace.by(story.coordinator(), added())),
				new Act("ClosePartner.reopen", "partner.reopened", () -> {
					PartnerCode code = added();
					use(ClosePartner.class).reopen(code, story.coordinator());
					use(ClosePartner.class).close(code, story.coordinator());
					return Trace.by(story.coordinator(), code);
				}), new Act("EaseSignOff.ease", "edition.sign-off-eased", () -> {
					EditionYear year = story.anOpenEdition();
					jdbc.sql("update edition set sign_off_rule = 'REQUIRED' where year = ?")
						.param(year.value())
						.update();
					use(EaseSignOff.class).ease(year, SignOffRule.RECOMMENDED, story.coordinator());
					return Trace.by(story.coordinator(), year, Map.of("signOffRule", SignOffRule.RECOMMENDED));
				}), calendar("edition.review-days-set", 5, 0, 0, List.of()),
				calendar("edition.cut-off-moved", 0, -5, 0, List.of()),
				calendar("edition.contents-planned", 0, 0, 3, List.of()),
				calendar("edition.days-off-set", 0, 0, 0, List.of(5)),
				new Act("SetReviewCalendar.set", "review.due-date-moved", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference reference = underReview();
					rearranged(year, 5, 0, 0, List.of());
					return Trace.by(story.coordinator(), reference, Map.of("from", ANY, "to", ANY))
						.personal("reason", "Holidays");
				}), new Act("OpenEdition.plan", "edition.planned", () -> {
					EditionYear year = new EditionYear(story.anOpenEdition().value() + 1);
					use(OpenEdition.class).plan(year, story.coordinator());
					return Trace.by(story.coordinator(), year);
				}), new Act("OpenEdition.open", "edition.passed-over", () -> {
					EditionYear year = story.anOpenEdition();
					EditionYear planned = new EditionYear(year.value() + 1);
					use(OpenEdition.class).plan(planned, story.coordinator());
					EditionYear opened = story.anOpenEdition();
					return Trace.by(story.coordinator(), planned, Map.of("edition", opened));
				}), new Act("TakeBackCall.takeBack", "edition.opening-taken-back", () -> {
					EditionYear year = story.anOpenEdition();
					TakeBackCall call = use(TakeBackCall.class);
					call.takeBack(year, "The wrong year", call.forecast(year, story.coordinator()).plan().fingerprint(),
							story.coordinator());
					return Trace.by(story.coordinator(), year).personal("reason", "The wrong year");
				}), new Act("TakeBackOpening.takeBack", "edition.opening-taken-back", () -> {
					EditionYear year = story.anOpenEdition();
					use(TakeBackOpening.class).takeBack(year, "The wrong year", story.coordinator(), () -> {
					});
					return Trace.by(story.coordinator(), year).personal("reason", "The wrong year");
				}), new Act("by the process", "pledge.awaits-next-edition", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					PledgeReference reference = included(story.memberOf("Kampala"));
					return Trace.byTheDesk(reference, Map.of("placement", "NEXT", "placementReason", "LATE"));
				}), new Act("by an opened call", "pledge.place-changed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					PledgeReference reference = underReview();
					EditionYear planned = new EditionYear(year.value() + 1);
					use(OpenEdition.class).plan(planned, story.coordinator());
					return Trace.byTheDesk(reference, Map.of("placement", planned));
				}), new Act("by its timer", "edition.closed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					return Trace.byTheDesk(year,
							Map.of("deadline", use(Editions.class).edition(year).deadline().zoned()));
				}), new Act("ConfirmContents.confirm", "edition.contents-confirmed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					confirmed(year);
					return Trace.by(story.coordinator(), year).personal("reason", "Every decision is there");
				}), new Act("ConfirmContents.confirm", "pledge.left-out", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference waiting = decided(story.memberOf("Kampala"), "REQUEST_CHANGES");
					jobs.run(waiting);
					story.callCloses(year);
					confirmed(year);
					return Trace.by(story.coordinator(), waiting, Map.of("edition", year));
				}), new Act("ConfirmContents.confirm", "pledge.left-out-unconfirmed", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference waiting = decided(story.unconfirmedMemberOf("Rosario"), "APPROVE");
					jobs.run(waiting);
					story.callCloses(year);
					confirmed(year);
					return Trace.by(story.coordinator(), waiting, Map.of("edition", year));
				}), new Act("by the process", "pledge.awaits-confirmation", () -> {
					EditionYear year = story.anOpenEdition();
					PledgeReference waiting = decided(story.unconfirmedMemberOf("Rosario"), "APPROVE");
					jobs.run(waiting);
					return Trace.byTheDesk(waiting, Map.of("placement", year, "placementReason", "IN_TIME"));
				}), new Act("ReleaseReport.confirmContents", "edition.contents-confirmed", () -> {
					EditionYear year = story.anOpenEdition();
					story.callCloses(year);
					use(ReleaseReport.class).confirmContents(year, "Every decision is there", story.coordinator());
					return Trace.by(story.coordinator(), year).personal("reason", "Every decision is there");
				}), new Act("by the process", "edition.report-frozen", () -> {
					EditionYear year = story.anOpenEdition();
					story.reportFreezes(year);
					return Trace.byTheDesk(year);
				}),
				new Act("ReleaseReport.approve", "edition.report-approved",
						() -> Trace.by(story.coordinator(), approved()).personal("reason", "It was read")),
				new Act("by the process", "edition.published", () -> {
					EditionYear year = approved();
					jobs.run(year);
					return Trace.byTheDesk(year);
				}), new Act("by the start of a desk", "key.published", () -> {
					VerifyingKey another = SigningKey.fresh().published();
					use(PublishedKeys.class).publish(another);
					use(PublishedKeys.class).publish(use(SigningKey.class).published());
					return Trace.byTheDesk(another.id(), Map.of("publicKey", another.sha256()));
				}), new Act("ImportPledge.take", "pledge.imported", () -> {
					String city = "City " + UUID.randomUUID();
					imported(city, 2019);
					return Trace.by(story.coordinator(), pledgeOf(city));
				}), new Act("ImportEarlierPledges.load", "government.registered", () -> {
					String city = "City " + UUID.randomUUID();
					imported(city, 2019);
					return Trace.by(story.coordinator(), use(Governments.class).named(city, "NO").orElseThrow().id())
						.personal("name", city);
				}), new Act("ReleaseReport.importEarlier", "edition.imported", () -> {
					EditionYear year = new EditionYear(2018);
					imported("City " + UUID.randomUUID(), year.value());
					return Trace.by(story.coordinator(), year);
				}));
	}

	private static EditionSetup reminded(EditionYear year, List<Integer> days) {
		EditionSetup usual = EditionSetup.usual(Forum.named("A forum"), Set.of(new PartnerCode("UCLG")),
				Deadline.byDefault(year));
		return new EditionSetup(usual.forum(), usual.partners(), usual.deadline(), usual.signOff(),
				ReminderDays.of(days), usual.reviewCalendar(), usual.criteria());
	}

	private Act calendar(String kind, int moreDays, int moreCutOffDays, int laterContents, List<Integer> daysOff) {
		return new Act("SetReviewCalendar.set", kind, () -> {
			EditionYear year = story.anOpenEdition();
			rearranged(year, moreDays, moreCutOffDays, laterContents, daysOff);
			return Trace.by(story.coordinator(), year, Map.of("from", ANY, "to", ANY)).personal("reason", "Holidays");
		});
	}

	private void rearranged(EditionYear year, int moreDays, int moreCutOffDays, int laterContents,
			List<Integer> daysOff) {
		Deadline deadline = use(Editions.class).edition(year).deadline();
		ReviewCalendar now = use(Editions.class).edition(year).reviewCalendar();
		use(SetReviewCalendar.class).set(year,
				new ReviewCalendar(now.days() + moreDays, now.cutOffDays() + moreCutOffDays,
						now.contents(deadline).plusDays(laterContents),
						daysOff.stream().map(day -> LocalDate.of(year.value(), 6, day)).toList()),
				"Holidays", story.coordinator());
	}

	private void confirmed(EditionYear year) {
		ConfirmContents contents = use(ConfirmContents.class);
		contents.confirm(year, "Every decision is there", contents.forecast(year, story.coordinator()).fingerprint(),
				story.coordinator());
	}

	private EditionYear approved() {
		EditionYear year = story.anOpenEdition();
		story.reportFreezes(year);
		use(ReleaseReport.class).approve(year, "It was read", story.coordinator());
		return year;
	}

	private void imported(String city, int year) {
		String row = """
				{"pledges": [{"government": "%s", "governmentType": "MUNICIPALITY", "country": "NO", "region": "EUROPE", "edition": %d,
				"language": "en", "title": "Two centres", "description": "Two", "stage": "FULFILLED"}]}"""
			.formatted(city, year);
		assertThat(use(ImportEarlierPledges.class).load(row.getBytes(StandardCharsets.UTF_8), story.coordinator())
			.refusals()).isEmpty();
	}

	private Act partner(String kind, PartnerAct act) {
		String useCase = act == PartnerAct.ADDED ? "EditionPartners.change" : "ChangePartners.change";
		return new Act(useCase, kind, () -> {
			EditionYear year = story.anOpenEdition();
			PledgeReference reference = underReview();
			changed(year, PartnerAct.RELEASED);
			if (act == PartnerAct.ADDED) {
				changed(year, act);
			}
			Map<String, Object> facts = Map.of("partner", UCLG);
			return kind.startsWith("review") ? Trace.by(story.coordinator(), reference, facts)
					: Trace.by(story.coordinator(), year, facts).personal("reason", "Other work");
		});
	}

	private void changed(EditionYear year, PartnerAct act) {
		use(ActAsForeseen.class).changePartners(year, UCLG, act, "Other work",
				use(PartnerForecast.class).of(year, UCLG, act, story.coordinator()).forecast().fingerprint(),
				story.coordinator());
	}

	/** One that no other test is offered. */
	private PartnerCode added() {
		PartnerCode code = story.somePartnerCode();
		use(NamePartner.class).add(code, names(code.value()), story.coordinator());
		use(ClosePartner.class).close(code, story.coordinator());
		return code;
	}

	private static PartnerNames names(String name) {
		return new PartnerNames(name + " in full", name + " (es)", name + " (fr)", "", "", "");
	}

	private Extension extension(EditionYear year) {
		PledgeReference draft = story.aDraftBy(story.memberOf("Kampala"));
		Deadline present = use(Editions.class).edition(year).deadline();
		return Extension.granted(year, Holder.pledge(draft.value()),
				new Deadline(present.local().plusDays(9), present.zone(), present.grace()));
	}

	private Extension extended(EditionYear year) {
		Extension extension = extension(year);
		ExtendCall call = use(ExtendCall.class);
		call.grant(extension, "A storm", call.ifGranted(extension, story.coordinator()).fingerprint(),
				story.coordinator());
		return extension;
	}

	private PledgeReference pledgeOf(String city) {
		GovernmentId government = use(Governments.class).named(city, "NO").orElseThrow().id();
		return new PledgeReference(jdbc.sql("select reference from pledge where government_id = ?")
			.param(government.value())
			.query(String.class)
			.single());
	}

}
