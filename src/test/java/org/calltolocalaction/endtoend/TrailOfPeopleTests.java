package org.calltolocalaction.endtoend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.trail.ErasePersonalValues;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.invitation.AcceptInvitation;
import org.calltolocalaction.governments.invitation.DeclineInvitation;
import org.calltolocalaction.governments.invitation.InviteColleague;
import org.calltolocalaction.governments.invitation.OpenInvitations;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.LeaveGovernment;
import org.calltolocalaction.governments.membership.RemoveMember;
import org.calltolocalaction.governments.standing.AnswerCoordinators;
import org.calltolocalaction.governments.standing.DecideChange;
import org.calltolocalaction.governments.standing.DecideStanding;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.governments.merging.CloseGovernment;
import org.calltolocalaction.governments.merging.MergeGovernments;
import org.calltolocalaction.identity.HandWorkOver;
import org.calltolocalaction.identity.InvitePerson;
import org.calltolocalaction.identity.JoinAccounts;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.identity.Viewing;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.PersonalValues;
import org.calltolocalaction.notifications.leaving.LeaveMails;
import org.calltolocalaction.notifications.leaving.LeavingLinks;
import org.calltolocalaction.notifications.leaving.LeavingToken;
import org.calltolocalaction.reviews.duedates.MakeCalendarLink;
import org.calltolocalaction.reviews.duedates.RevokeCalendarLink;
import org.calltolocalaction.reviews.team.TakeReview;

/** Who acts for which government, and who may do what. */
class TrailOfPeopleTests extends TrailTest {

	private static final HandWorkOver.Choice NOTHING_OPEN = new HandWorkOver.Choice(Optional.empty(), 0);

	@Override
	List<Act> acts() {
		return Stream.of(ofGovernments(), ofRoles(), ofViewing()).flatMap(List::stream).toList();
	}

	private List<Act> ofGovernments() {
		return List.of(new Act("ErasePersonalValues.erase", "personal.erased", () -> {
			Person erased = story.memberOf("Kampala");
			PersonalValues values = use(PersonalValues.class);
			PersonalValues.Found found = values.of(List.of(erased.id().value()), List.of(erased.email()));
			use(ErasePersonalValues.class).erase(erased.email(), found.fingerprint(), "They asked",
					story.coordinator());
			return Trace
				.by(story.coordinator(), found.entries().get(0), Map.of("erased", List.copyOf(found.byName().keySet()),
						"entries", found.entries(), "count", found.values()))
				.personal("reason", "They asked");
		}), new Act("RegisterGovernment.register", "government.registered", () -> {
			Person person = somebody();
			GovernmentProfile city = city();
			use(RegisterGovernment.class).register(person, city);
			return Trace.by(person, governmentOf(person)).personal("name", city.name());
		}), new Act("RegisterGovernment.register", "government.member-joined", () -> {
			Person person = somebody();
			use(RegisterGovernment.class).register(person, city());
			return Trace.by(person, governmentOf(person), Map.of("member", person.id()));
		}), new Act("DecideStanding.confirm", "government.confirmed", () -> {
			GovernmentId government = governmentOf(story.unconfirmedMemberOf("Rosario"));
			use(DecideStanding.class).confirm(government, "Their office says so", story.coordinator());
			return Trace.by(story.coordinator(), government).personal("reason", "Their office says so");
		}), new Act("DecideStanding.ask", "government.asked", () -> {
			GovernmentId government = governmentOf(story.unconfirmedMemberOf("Rosario"));
			use(DecideStanding.class).ask(government, "Who are you?", story.coordinator());
			return Trace.by(story.coordinator(), government).personal("question", "Who are you?");
		}), new Act("DecideStanding.refuse", "government.refused", () -> {
			GovernmentId government = governmentOf(story.unconfirmedMemberOf("Rosario"));
			use(DecideStanding.class).refuse(government, "Nobody knows them", story.coordinator());
			return Trace.by(story.coordinator(), government).personal("reason", "Nobody knows them");
		}), new Act("AnswerCoordinators.answer", "government.answered", () -> {
			Person member = story.unconfirmedMemberOf("Rosario");
			use(AnswerCoordinators.class).answer(member, "The office of the mayor", Optional.empty());
			return Trace.by(member, governmentOf(member)).personal("answer", "The office of the mayor");
		}), new Act("CorrectProfile.correct", "government.corrected", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentProfile before = use(Governments.class).government(governmentOf(member)).profile();
			GovernmentProfile other = another(before);
			use(CorrectProfile.class).correct(governmentOf(member), other, story.coordinator());
			return new Trace(governmentOf(member), story.coordinator(), Map.of("changed", List.of("name")),
					Map.of("from", List.of(before.name()), "to", List.of(other.name())));
		}), new Act("CorrectProfile.correct", "government.change-asked", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentProfile before = use(Governments.class).government(governmentOf(member)).profile();
			GovernmentProfile other = another(before);
			use(CorrectProfile.class).correct(member, other, "A new law");
			return new Trace(governmentOf(member), member, Map.of("changed", List.of("name")),
					Map.of("from", List.of(before.name()), "to", List.of(other.name()), "reason", "A new law"));
		}), new Act("CorrectProfile.correct", "government.change-taken-back", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentProfile before = use(Governments.class).government(governmentOf(member)).profile();
			use(CorrectProfile.class).correct(member, another(before), "A new law");
			use(CorrectProfile.class).correct(member, before, "");
			return Trace.by(member, governmentOf(member));
		}), new Act("DecideChange.accept", "government.change-accepted", () -> {
			Person member = story.memberOf("Kampala");
			use(DecideChange.class).accept(governmentOf(member), asked(member), "The law says so", story.coordinator());
			return Trace.by(story.coordinator(), governmentOf(member)).personal("reason", "The law says so");
		}), new Act("DecideChange.refuse", "government.change-refused", () -> {
			Person member = story.memberOf("Kampala");
			use(DecideChange.class).refuse(governmentOf(member), asked(member), "No law says so", story.coordinator());
			return Trace.by(story.coordinator(), governmentOf(member)).personal("reason", "No law says so");
		}), new Act("MergeGovernments.merge", "government.merged", () -> {
			GovernmentId from = governmentOf(story.memberOf("Rosario"));
			GovernmentId into = governmentOf(story.memberOf("Rosario"));
			use(MergeGovernments.class).merge(from, into, "The same city", story.coordinator());
			return Trace.by(story.coordinator(), into, Map.of("government", from.toString(), "into", into.toString()))
				.personal("reason", "The same city");
		}), new Act("CloseGovernment.close", "government.closed", () -> {
			GovernmentId government = governmentOf(story.memberOf("Rosario"));
			use(CloseGovernment.class).close(government, "Dissolved", story.coordinator());
			return Trace.by(story.coordinator(), government).personal("reason", "Dissolved");
		}), new Act("CloseGovernment.reopen", "government.reopened", () -> {
			GovernmentId government = governmentOf(story.memberOf("Rosario"));
			use(CloseGovernment.class).close(government, "Dissolved", story.coordinator());
			use(CloseGovernment.class).reopen(government, "They go on", story.coordinator());
			return Trace.by(story.coordinator(), government).personal("reason", "They go on");
		}), new Act("EndorseDeclaration.endorse", "government.endorsed", () -> {
			Person person = somebody();
			use(RegisterGovernment.class).register(person, city());
			use(EndorseDeclaration.class).endorse(person,
					Endorsement.stated(LocalDate.of(2022, 3, 1), "Ana Pérez", "We endorse it"));
			return new Trace(governmentOf(person), person, Map.of("endorsedOn", "2022-03-01", "proof", "STATEMENT"),
					Map.of("signatory", "Ana Pérez", "statement", "We endorse it"));
		}), new Act("AskToJoin.ask", "government.join-requested", () -> {
			Person person = somebody();
			return Trace.by(person, asked(person, story.memberOf("Kampala")));
		}), new Act("DecideJoinRequest.agree", "government.member-joined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			GovernmentId government = asked(person, member);
			use(DecideJoinRequest.class).agree(member, use(JoinRequests.class).of(person.id()).orElseThrow().id());
			return Trace.by(member, government, Map.of("member", person.id()));
		}), new Act("DecideJoinRequest.refuse", "government.join-refused", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			GovernmentId government = asked(person, member);
			use(DecideJoinRequest.class).refuse(member, use(JoinRequests.class).of(person.id()).orElseThrow().id());
			return Trace.by(member, government, Map.of("member", person.id()));
		}), new Act("InviteColleague.invite", "government.colleague-invited", () -> {
			Person member = story.memberOf("Kampala");
			Person person = somebody();
			use(InviteColleague.class).invite(member, address(person.email()));
			return Trace.by(member, governmentOf(member)).personal("email", person.email());
		}), new Act("InviteColleague.takeBack", "government.invitation-taken-back", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(InviteColleague.class).takeBack(member, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(member, governmentOf(member)).personal("email", person.email());
		}), new Act("AcceptInvitation.accept", "government.member-joined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(AcceptInvitation.class).accept(person, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(person, governmentOf(member), Map.of("member", person.id()));
		}), new Act("DeclineInvitation.decline", "government.invitation-declined", () -> {
			Person member = story.memberOf("Kampala");
			Person person = invitedBy(member);
			use(DeclineInvitation.class).decline(person, use(OpenInvitations.class).to(person).get(0).id());
			return Trace.by(person, governmentOf(member));
		}), new Act("RemoveMember.remove", "government.member-removed", () -> {
			Person member = story.memberOf("Kampala");
			Person colleague = story.colleagueOf(member);
			use(RemoveMember.class).remove(member, colleague.id());
			return Trace.by(member, governmentOf(member), Map.of("member", colleague.id()));
		}), new Act("LeaveGovernment.leave", "government.member-left", () -> {
			Person member = story.memberOf("Kampala");
			GovernmentId government = governmentOf(member);
			use(LeaveGovernment.class).leave(member);
			return Trace.by(member, government);
		}));
	}

	private List<Act> ofViewing() {
		return List.of(new Act("LeaveMails.leave", "account.mails-left", () -> {
			Person member = story.memberOf("Kampala");
			String link = use(LeavingLinks.class).of(member.id()).toString();
			use(LeaveMails.class).leave(LeavingToken.of(link.substring(link.lastIndexOf('/') + 1)));
			return Trace.byTheDesk(member.id());
		}), new Act("ViewAs.begin", "account.viewing-began", () -> {
			Person member = story.memberOf("Kampala");
			use(ViewAs.class).begin(story.coordinator(), address(member.email()), "A question by phone");
			return Trace.by(story.coordinator(), member.id(), Map.of("until", clock.instant().plus(ViewAs.LONGEST)))
				.personal("reason", "A question by phone");
		}), new Act("ViewAs.end", "account.viewing-ended", () -> {
			Person reviewer = reviewer();
			Viewing viewing = use(ViewAs.class).begin(story.coordinator(), address(reviewer.email()), "A question");
			use(ViewAs.class).end(story.coordinator(), viewing);
			return Trace.by(story.coordinator(), reviewer.id());
		}));
	}

	private List<Act> ofRoles() {
		return List.of(new Act("by signing in", "account.opened", () -> {
			Person person = somebody();
			return Trace.by(person, person.id()).personal("email", person.email());
		}), new Act("JoinAccounts.join", "account.joined", () -> {
			Person person = somebody();
			Person duplicate = ofTheSameMailbox(person);
			use(JoinAccounts.class).join(story.coordinator(), duplicate.id());
			return Trace.by(story.coordinator(), person.id(), Map.of("account", duplicate.id()))
				.personal("email", duplicate.email());
		}), new Act("JoinAccounts.join", "account.joined-into", () -> {
			Person person = somebody();
			Person duplicate = ofTheSameMailbox(person);
			use(JoinAccounts.class).join(story.coordinator(), duplicate.id());
			return Trace.by(story.coordinator(), duplicate.id(), Map.of("account", person.id()));
		}), new Act("MakeCalendarLink.make", "account.calendar-link-made", () -> {
			Person reviewer = reviewer();
			use(MakeCalendarLink.class).make(reviewer);
			return Trace.by(reviewer, reviewer.id());
		}), new Act("RevokeCalendarLink.revoke", "account.calendar-link-revoked", () -> {
			Person reviewer = reviewer();
			use(MakeCalendarLink.class).make(reviewer);
			use(RevokeCalendarLink.class).revoke(reviewer);
			return Trace.by(reviewer, reviewer.id());
		}), new Act("GrantRole.reviewer", "role.reviewer-granted", () -> {
			Person person = somebody();
			use(GrantRole.class).reviewer(story.coordinator(), address(person.email()), UCLG);
			return Trace.by(story.coordinator(), person.id(), Map.of("partner", UCLG));
		}), new Act("GrantRole.takeReviewer", "role.reviewer-taken", () -> {
			Person reviewer = reviewer();
			use(GrantRole.class).takeReviewer(story.coordinator(), reviewer.id());
			return Trace.by(story.coordinator(), reviewer.id(), Map.of("partner", UCLG));
		}), new Act("GrantRole.lead", "role.lead-granted", () -> {
			Person lead = lead();
			return Trace.by(story.coordinator(), lead.id(), Map.of("partner", UCLG));
		}), new Act("GrantRole.takeLead", "role.lead-taken", () -> {
			Person lead = lead();
			use(GrantRole.class).takeLead(story.coordinator(), lead.id());
			return Trace.by(story.coordinator(), lead.id(), Map.of("partner", UCLG));
		}), new Act("GrantRole.auditor", "role.auditor-granted", () -> {
			Person person = somebody();
			use(GrantRole.class).auditor(story.coordinator(), address(person.email()));
			return Trace.by(story.coordinator(), person.id());
		}), new Act("GrantRole.takeAuditor", "role.auditor-taken", () -> {
			Person person = somebody();
			use(GrantRole.class).auditor(story.coordinator(), address(person.email()));
			use(GrantRole.class).takeAuditor(story.coordinator(), person.id());
			return Trace.by(story.coordinator(), person.id());
		}), new Act("InvitePerson.invite", "account.invited", () -> {
			Person person = invited();
			return Trace.by(story.coordinator(), person.id());
		}), new Act("InvitePerson.repeat", "account.invited", () -> {
			Person person = invited();
			use(InvitePerson.class).repeat(story.coordinator(), person.id());
			return Trace.by(story.coordinator(), person.id());
		}), new Act("InvitePerson.takeBack", "account.invitation-taken-back", () -> {
			Person person = invited();
			use(InvitePerson.class).takeBack(story.coordinator(), person.id());
			return Trace.by(story.coordinator(), person.id());
		}), new Act("SuspendAccount.suspend", "account.suspended", () -> {
			Person person = somebody();
			use(SuspendAccount.class).suspend(story.coordinator(), person.id(), "Left the city", NOTHING_OPEN);
			return Trace.by(story.coordinator(), person.id()).personal("reason", "Left the city");
		}), new Act("SuspendAccount.lift", "account.suspension-lifted", () -> {
			Person person = somebody();
			use(SuspendAccount.class).suspend(story.coordinator(), person.id(), "Left the city", NOTHING_OPEN);
			use(SuspendAccount.class).lift(story.coordinator(), person.id());
			return Trace.by(story.coordinator(), person.id());
		}), new Act("HandWorkOver.handOver", "account.work-handed-over", () -> {
			Person from = story.reviewer("UCLG", "From" + UUID.randomUUID());
			Person to = story.reviewer("UCLG", "To" + UUID.randomUUID());
			use(TakeReview.class).take(story.aPledgeUnderReviewBy(story.memberOf("Kampala")), null, from);
			use(HandWorkOver.class).handOver(story.coordinator(), from.id(),
					new HandWorkOver.Choice(Optional.of(to.id()), 1));
			return Trace.by(story.coordinator(), from.id(), Map.of("partner", UCLG, "reviewer", to.id()));
		}), new Act("GrantRole.coordinator", "role.coordinator-granted", () -> {
			Person second = secondCoordinator();
			use(GrantRole.class).takeCoordinator(story.coordinator(), second.id());
			return Trace.by(story.coordinator(), second.id());
		}), new Act("GrantRole.takeCoordinator", "role.coordinator-taken", () -> {
			Person second = secondCoordinator();
			use(GrantRole.class).takeCoordinator(story.coordinator(), second.id());
			return Trace.by(story.coordinator(), second.id());
		}));
	}

	private Person invitedBy(Person member) {
		Person person = somebody();
		use(InviteColleague.class).invite(member, address(person.email()));
		return person;
	}

	private Person somebody() {
		return use(OpenAccount.class).of(address("p." + UUID.randomUUID() + "@example.org"), Locale.ENGLISH);
	}

	private static EmailAddress address(String email) {
		return EmailAddress.parse(email).orElseThrow();
	}

	private Person invited() {
		EmailAddress email = address("p." + UUID.randomUUID() + "@example.org");
		use(InvitePerson.class).invite(story.coordinator(),
				new InvitePerson.Invitee(email, "Rosa", Locale.FRENCH, Set.of(), false, true));
		return people.byEmail(email.value()).orElseThrow();
	}

	private Person secondCoordinator() {
		Person person = somebody();
		use(GrantRole.class).coordinator(story.coordinator(), address(person.email()));
		return people.person(person.id());
	}

	private static GovernmentProfile city() {
		return new GovernmentProfile("City " + UUID.randomUUID(), "MUNICIPALITY", "UG", "AFRICA", "");
	}

	/** Two accounts from the time when an address had more than one form. */
	private Person ofTheSameMailbox(Person person) {
		Person duplicate = somebody();
		jdbc.sql("update account set same_as = ?, former_email = email, email = ? where id = ?")
			.params(person.id().value(), person.email(), duplicate.id().value())
			.update();
		return duplicate;
	}

	private static GovernmentProfile another(GovernmentProfile before) {
		return new GovernmentProfile("City " + UUID.randomUUID(), before.type(), before.country(), before.region(),
				before.website());
	}

	/** A change that a member asks for. */
	private Instant asked(Person member) {
		Governments governments = use(Governments.class);
		use(CorrectProfile.class).correct(member, another(governments.own(member).profile()), "A new law");
		return governments.own(member).wished().orElseThrow().at();
	}

}
