package org.calltolocalaction.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * Tells a test's story in the domain's words: people are found by what they do, editions
 * by what is going on with them. Everything happens through the use cases that people
 * use.
 */
public class Story {

	private static final List<String> PARTNERS = List.of("UCLG", "MMC", "IOM");

	private final People people;

	private final OpenAccount openAccount;

	private final UpdateProfile profiles;

	private final GrantRole roles;

	private final RegisterGovernment register;

	private final EndorseDeclaration endorse;

	private final Governments governments;

	private final AskToJoin askToJoin;

	private final JoinRequests joinRequests;

	private final DecideJoinRequest decideJoinRequest;

	private final BeginPledge begin;

	private final SubmitPledge submit;

	private final CompleteReview complete;

	private final Pledges pledges;

	private final EditionStory editions;

	private final EngineJobs jobs;

	private final ConfirmedGovernments confirmed;

	Story(People people, OpenAccount openAccount, UpdateProfile profiles, GrantRole roles, RegisterGovernment register,
			EndorseDeclaration endorse, Governments governments, AskToJoin askToJoin, JoinRequests joinRequests,
			DecideJoinRequest decideJoinRequest, BeginPledge begin, SubmitPledge submit, CompleteReview complete,
			Pledges pledges, EditionStory editions, EngineJobs jobs, ConfirmedGovernments confirmed) {
		this.people = people;
		this.openAccount = openAccount;
		this.profiles = profiles;
		this.roles = roles;
		this.register = register;
		this.endorse = endorse;
		this.governments = governments;
		this.askToJoin = askToJoin;
		this.joinRequests = joinRequests;
		this.decideJoinRequest = decideJoinRequest;
		this.begin = begin;
		this.submit = submit;
		this.complete = complete;
		this.pledges = pledges;
		this.editions = editions;
		this.jobs = jobs;
		this.confirmed = confirmed;
	}

	public Person coordinator() {
		return people.coordinators().get(0);
	}

	/** A code that no partner ever had. */
	public PartnerCode somePartnerCode() {
		return new PartnerCode(new Random().ints(10, 'A', 'Z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString());
	}

	/** One of the partner's reviewers; a new one for each name. */
	public Person reviewer(String partner, String name) {
		EmailAddress email = address(name.toLowerCase(Locale.ROOT) + "@" + partner.toLowerCase(Locale.ROOT));
		Person person = introduced(email, name, Locale.ENGLISH, ZoneId.of("Europe/Madrid"));
		roles.reviewer(coordinator(), email, new PartnerCode(partner));
		return people.person(person.id());
	}

	/** Somebody who answers for all that the partner reviews. */
	public Person lead(String partner, String name) {
		Person reviewer = reviewer(partner, name);
		roles.lead(coordinator(), reviewer.id());
		return people.person(reviewer.id());
	}

	/**
	 * A person who acts for a city that has endorsed the Declaration and that the
	 * coordinators have confirmed; each call makes a new city.
	 */
	public Person memberOf(String city) {
		return memberOf(city, Locale.ENGLISH, ZoneId.of("Africa/Kampala"));
	}

	public Person memberOf(String city, Locale language, ZoneId zone) {
		Person member = unconfirmedMemberOf(city, language, zone);
		confirmed.of(member);
		return member;
	}

	/** A person who acts for a new city, which the coordinators have not confirmed. */
	public Person unconfirmedMemberOf(String city) {
		return unconfirmedMemberOf(city, Locale.ENGLISH, ZoneId.of("Africa/Kampala"));
	}

	private Person unconfirmedMemberOf(String city, Locale language, ZoneId zone) {
		String unique = city + " " + UUID.randomUUID().toString().substring(0, 8);
		Person member = introduced(address("member@" + UUID.randomUUID()), "Member of " + city, language, zone);
		register.register(member, new GovernmentProfile(unique, "MUNICIPALITY", "UG", "AFRICA", ""));
		endorse.endorse(member, Endorsement.stated(LocalDate.of(2022, 3, 1), "The Mayor", "We endorse it"));
		return member;
	}

	/** A second person who acts for the same government. */
	public Person colleagueOf(Person member) {
		Person colleague = introduced(address("colleague@" + UUID.randomUUID()), "Colleague of " + member.name(),
				member.language(), member.zone());
		askToJoin.ask(colleague, governments.actedForBy(member.id()).orElseThrow().id());
		decideJoinRequest.agree(member, joinRequests.of(colleague.id()).orElseThrow().id());
		return colleague;
	}

	/**
	 * The one edition whose call is open, with no pledges yet: for tests that change the
	 * edition or look at all of it. Whatever another test left open is closed before, and
	 * nobody reviews any more who did so there: each would get a mail of each pledge. The
	 * clock stands at 1 May.
	 */
	public EditionYear anOpenEdition() {
		return editions.anOpenEdition();
	}

	/**
	 * A call that is open and to which others have pledged: for tests that look at their
	 * own pledges only and leave the edition as it is. There are not enough years for a
	 * call of its own for each test. Nobody reviews yet, and the clock stands at 1 May.
	 */
	public EditionYear aSharedCall() {
		return editions.aSharedCall();
	}

	/**
	 * No call is open, no report is being made, and nothing waits: whatever there was is
	 * published. The clock stands at 1 May of the year that is returned, which has no
	 * edition.
	 */
	public EditionYear noCallIsOpen() {
		return editions.noCallIsOpen();
	}

	public void moveDeadline(EditionYear year, Instant to) {
		editions.moveDeadline(year, to);
	}

	/** It is just after the deadline and its grace. */
	public void callCloses(EditionYear year) {
		editions.callCloses(year);
	}

	/**
	 * The call closes, the coordinators confirm the contents at once, and the report is
	 * frozen.
	 */
	public void reportFreezes(EditionYear year) {
		editions.reportFreezes(year);
	}

	/** A complete pledge, saved as a draft. */
	public PledgeReference aDraftBy(Person member) {
		return begin.begin(completeAnswers(), member);
	}

	/** A pledge that is submitted at this moment. */
	public PledgeReference aSubmittedPledgeBy(Person member) {
		PledgeReference reference = aDraftBy(member);
		submit(reference, member);
		return reference;
	}

	/** The same, and its process has come to the partners. */
	public PledgeReference aPledgeUnderReviewBy(Person member) {
		PledgeReference reference = aSubmittedPledgeBy(member);
		jobs.run(reference);
		return reference;
	}

	/** Submits the working copy as it is. */
	public SubmitPledge.Submitted submit(PledgeReference reference, Person member) {
		SubmitPledge.Result result = submit.submit(reference, pledge(reference).draftVersion(), member);
		if (result instanceof SubmitPledge.Submitted submitted) {
			return submitted;
		}
		throw new AssertionError("Not submitted: " + result);
	}

	/** The partner judges the pledge; who does it does not matter. */
	public void judges(String partner, PledgeReference reference, String recommendation) {
		judges(partner, reference, review(partner, recommendation));
	}

	/** The same with a review that was filled in for the test. */
	public void judges(String partner, PledgeReference reference, Answers review) {
		CompleteReview.Result result = complete.complete(reference, pledge(reference).latestRevision(), review,
				reviewer(partner, "Judge"));
		if (!(result instanceof CompleteReview.Completed)) {
			throw new AssertionError("Not completed: " + result);
		}
	}

	/** Everything that the form of a review asks for. */
	public static Answers review(String partner, String recommendation) {
		return judgedByEveryCriterion().with("recommendation", recommendation)
			.with("commentToCity", "A comment of " + partner)
			.with("internalNote", "A secret of " + partner);
	}

	/** Yes to all, but one is only partly so; there is no recommendation yet. */
	public static Answers judgedByEveryCriterion() {
		Answers judged = Answers.empty();
		for (Criterion criterion : Criterion.values()) {
			judged = judged.with(criterion.key(), criterion == Criterion.MEASURABLE ? "PARTLY" : "YES");
		}
		return judged;
	}

	/** All three partners judge alike, and the process comes to its outcome. */
	public void allJudge(PledgeReference reference, String recommendation) {
		PARTNERS.forEach(partner -> judges(partner, reference, recommendation));
		jobs.run(reference);
	}

	/**
	 * One partner judges otherwise than the two that approve, and the process comes to
	 * its outcome.
	 */
	public void allApproveBut(String partner, String recommendation, PledgeReference reference) {
		PARTNERS.forEach(one -> judges(one, reference, one.equals(partner) ? recommendation : "APPROVE"));
		jobs.run(reference);
	}

	public Pledge pledge(PledgeReference reference) {
		return pledges.pledge(reference);
	}

	public String nameOfGovernmentOf(Person member) {
		return governments.actedForBy(member.id()).orElseThrow().name();
	}

	/** Everything the form asks for. */
	public static Answers completeAnswers() {
		return SamplePledge.complete();
	}

	private Person introduced(EmailAddress email, String name, Locale language, ZoneId zone) {
		Person person = openAccount.of(email, language);
		profiles.introduce(person, name, language, zone);
		return people.person(person.id());
	}

	private static EmailAddress address(String beforeDot) {
		return EmailAddress.parse(beforeDot + ".example.org").orElseThrow();
	}

}
