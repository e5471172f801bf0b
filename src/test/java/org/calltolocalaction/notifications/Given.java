package org.calltolocalaction.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.testing.ConfirmedGovernments;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What the tests of mails start from, brought about by the use cases themselves. */
@TestComponent
public class Given {

	public static final PartnerCode UCLG = new PartnerCode("UCLG");

	public static final PartnerCode MMC = new PartnerCode("MMC");

	public static final PartnerCode IOM = new PartnerCode("IOM");

	private static final Forum FORUM = new Forum("Global Refugee Forum", "Foro Mundial sobre los Refugiados",
			"Forum mondial sur les réfugiés");

	static final ZoneId MENDOZA = ZoneId.of("America/Argentina/Mendoza");

	public static final String CONTACT = "never-public@example.org";

	public static final String INTERNAL_NOTE = "between us reviewers only";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final AtomicInteger YEAR = new AtomicInteger(2031);

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private UpdateProfile updateProfile;

	@Autowired
	private GrantRole grantRole;

	@Autowired
	private People people;

	@Autowired
	private RegisterGovernment register;

	@Autowired
	private EndorseDeclaration endorse;

	@Autowired
	private ConfirmedGovernments confirmed;

	@Autowired
	private AskToJoin askToJoin;

	@Autowired
	private JoinRequests joinRequests;

	@Autowired
	private DecideJoinRequest decideJoinRequest;

	@Autowired
	private Governments governments;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private CloseCall closeCall;

	@Autowired
	private ReleaseReport release;

	@Autowired
	private EditionReports reports;

	@Autowired
	private Editions editions;

	@Autowired
	private BeginPledge begin;

	@Autowired
	private SaveDraft save;

	@Autowired
	private SubmitPledge submit;

	@Autowired
	private Pledges pledges;

	@Autowired
	private ReviewRound round;

	@Autowired
	private CompleteReview complete;

	@Autowired
	private MutableClock clock;

	/**
	 * An edition of a year that no other test has, whose call is open; it is the noon of
	 * 2 June.
	 */
	public EditionYear anOpenCall() {
		editions.open().ifPresent(open -> closeCall.close(open.year()));
		EditionYear year = new EditionYear(YEAR.getAndIncrement());
		clock.set(LocalDate.of(year.value(), Month.JUNE, 2).atTime(12, 0).toInstant(ZoneOffset.UTC));
		openEdition.open(year, FORUM, Set.of(UCLG, MMC, IOM), Deadline.byDefault(year), "Its year", firstCoordinator());
		return year;
	}

	public void closed(EditionYear year) {
		closeCall.close(year);
	}

	/** The edition's report is frozen and published, with what is included by then. */
	public void published(EditionYear year) {
		frozen(year);
		release.approve(year, "It was read", firstCoordinator());
		reports.publish(year);
	}

	public void frozen(EditionYear year) {
		closeCall.close(year);
		release.confirmContents(year, "Every decision is there", firstCoordinator());
		reports.freeze(year);
	}

	/** Moves the clock to the second after the deadline, or before it. */
	public Instant secondsAfterDeadline(EditionYear year, long seconds) {
		Edition edition = editions.edition(year);
		clock.set(edition.deadline().instant().plusSeconds(seconds));
		return clock.instant();
	}

	public Person aMember(Locale language) {
		return aMember(language, MENDOZA, "Lucía Fernández");
	}

	/**
	 * Acts for a government of their own, which has endorsed the Declaration and is
	 * confirmed.
	 */
	public Person aMember(Locale language, ZoneId zone, String name) {
		Person member = anAccount(language, zone, name);
		register.register(member,
				new GovernmentProfile("Godoy Cruz " + NUMBER.incrementAndGet(), "MUNICIPALITY", "AR", "LATAM", ""));
		endorse.endorse(member, Endorsement.stated(LocalDate.of(2019, 5, 1), "The mayor", "We endorse it"));
		confirmed.of(member);
		return member;
	}

	public Person aColleagueOf(Person member, Locale language) {
		Person colleague = anAccount(language, ZoneId.of("Europe/Paris"), "Camille Martin");
		Government government = governmentOf(member);
		askToJoin.ask(colleague, government.id());
		decideJoinRequest.agree(member, joinRequests.of(colleague.id()).orElseThrow().id());
		return colleague;
	}

	public Government governmentOf(Person member) {
		return governments.actedForBy(member.id()).orElseThrow();
	}

	/**
	 * Reads each mail as it is written; what a daily mail makes of them, its own tests
	 * say.
	 */
	public Person aReviewer(PartnerCode partner, Locale language) {
		Person reviewer = anAccount(language, ZoneId.of("Europe/Madrid"), "Robin Vidal");
		grantRole.reviewer(firstCoordinator(), new EmailAddress(reviewer.email()), partner);
		updateProfile.receiveMails(reviewer, new MailPreference(Choice.EVERYTHING, MailPreference.USUAL_HOUR));
		return people.person(reviewer.id());
	}

	/** Reviews for the partner and answers for its reviews. */
	public Person aLead(PartnerCode partner, Locale language) {
		Person reviewer = aReviewer(partner, language);
		grantRole.lead(firstCoordinator(), reviewer.id());
		return people.person(reviewer.id());
	}

	/** Nobody answers for the partner's reviews, whatever other tests said. */
	public void noLead(PartnerCode partner) {
		people.leadsOf(partner).forEach(lead -> grantRole.takeLead(firstCoordinator(), lead.id()));
	}

	public Person aCoordinator(Locale language) {
		Person coordinator = anAccount(language, ZoneOffset.UTC, "Amina Diallo");
		grantRole.coordinator(firstCoordinator(), new EmailAddress(coordinator.email()));
		return people.person(coordinator.id());
	}

	public PledgeReference aDraft(Person member, String title) {
		return begin.begin(answers(title).with("consent", "YES"), member);
	}

	public PledgeReference aSubmittedPledge(Person member, String title) {
		return submitted(answers(title).with("consent", "YES"), member);
	}

	public PledgeReference aPledgeNotToBePublished(Person member, String title) {
		return submitted(answers(title).with("consent", "NO"), member);
	}

	/** The answer to a request for changes. */
	public void resubmitted(PledgeReference reference, Person member) {
		long version = pledges.pledge(reference).draftVersion();
		Answers changed = pledges.pledge(reference).answers().with("budget", "50,000 euros");
		SaveDraft.Saved saved = (SaveDraft.Saved) save.save(reference,
				new SaveDraft.Change(version, UUID.randomUUID(), changed, changed.keys()), member);
		submit(reference, saved.version(), member);
	}

	public void underReviewBy(PledgeReference reference, PartnerCode... partners) {
		List.of(partners).forEach(partner -> round.open(reference, partner));
	}

	public void reviewed(PledgeReference reference, Person reviewer, String recommendation, String comment) {
		Answers answers = Story.judgedByEveryCriterion()
			.with("recommendation", recommendation)
			.with("commentToCity", comment)
			.with("internalNote", INTERNAL_NOTE);
		var result = complete.complete(reference, pledges.pledge(reference).latestRevision(), answers, reviewer);
		if (!(result instanceof CompleteReview.Completed)) {
			throw new AssertionError("The review was not completed: " + result);
		}
	}

	public Person firstCoordinator() {
		return people.byEmail("coordinator@calltolocalaction.example").orElseThrow();
	}

	private Person anAccount(Locale language, ZoneId zone, String name) {
		EmailAddress email = new EmailAddress("person" + NUMBER.incrementAndGet() + "@example.org");
		Person person = openAccount.of(email, Languages.ENGLISH);
		updateProfile.introduce(person, name, language, zone);
		return people.person(person.id());
	}

	private PledgeReference submitted(Answers answers, Person member) {
		PledgeReference reference = begin.begin(answers, member);
		submit(reference, pledges.pledge(reference).draftVersion(), member);
		return reference;
	}

	private void submit(PledgeReference reference, long version, Person member) {
		var result = submit.submit(reference, version, member);
		if (!(result instanceof SubmitPledge.Submitted)) {
			throw new AssertionError("The pledge was not submitted: " + result);
		}
	}

	private static Answers answers(String title) {
		return SamplePledge.titled(title)
			.with("headOfGovernment", "Ana Pérez, mayor")
			.with("language", "es")
			.with("summary", "Newcomers learn and work here. ".repeat(12))
			.with("contactEmail", CONTACT);
	}

}
