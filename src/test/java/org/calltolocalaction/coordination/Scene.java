package org.calltolocalaction.coordination;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.testing.ConfirmedGovernments;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sets the scene for tests of lists, reports and coordination: people, a call, and
 * pledges brought to where a test begins, through the use cases. What the process would
 * do in between, the scene does by hand.
 */
@TestComponent
public record Scene(OpenAccount accounts, People people, GrantRole grant, RegisterGovernment register,
		EndorseDeclaration endorse, BeginPledge begin, SubmitPledge submit, Pledges pledges, ReviewRound round,
		CompleteReview complete, DecidePledge decide, IncludePledge include, OpenEdition open, CloseCall close,
		Editions editions, ConfirmedGovernments confirmed, MutableClock clock, JdbcClient jdbc) {

	static final List<String> PARTNERS = List.of("IOM", "MMC", "UCLG");

	private static final Person FIRST = new Person(AccountId.random(), "first@example.org", "First", Languages.ENGLISH,
			ZoneOffset.UTC, MailPreference.DEFAULT, Optional.empty(), false, true);

	/** Somebody who coordinates. */
	public Person coordinator() {
		Person person = person();
		grant.coordinator(FIRST, new EmailAddress(person.email()));
		return people.person(person.id());
	}

	/** Somebody who reviews for a partner. */
	public Person reviewer(String partner) {
		Person person = person();
		grant.reviewer(FIRST, new EmailAddress(person.email()), new PartnerCode(partner));
		return people.person(person.id());
	}

	/**
	 * Somebody who acts for a government that has endorsed the Declaration, and that the
	 * coordinators have confirmed.
	 */
	public Person member(String government, String country) {
		Person member = unconfirmedMember(government, country);
		confirmed.of(member);
		return member;
	}

	/** The same of one that they have not confirmed. */
	public Person unconfirmedMember(String government, String country) {
		Person member = person();
		register.register(member, new GovernmentProfile(government, "MUNICIPALITY", country, "EUROPE", ""));
		endorse.endorse(member, Endorsement.stated(LocalDate.of(2020, 1, 15), "The mayor", "We endorse it"));
		return member;
	}

	/**
	 * Opens this year's call, until the end of 1 October anywhere on Earth; it is the
	 * first of May then.
	 */
	public EditionYear openCall(int year) {
		jdbc.sql("update edition set state = 'CLOSED', closed_at = now() where state = 'OPEN'").update();
		// What other tests committed for later years would take what is carried over.
		jdbc.sql("update edition set state = 'PUBLISHED' where year > ?").param(year).update();
		clock.set(Instant.parse(year + "-05-01T12:00:00Z"));
		EditionYear edition = new EditionYear(year);
		open.open(edition, new Forum("A forum of " + year, "Un foro de " + year, "Un forum de " + year),
				PARTNERS.stream().map(PartnerCode::new).toList(), Deadline.byDefault(edition), "Its year",
				coordinator());
		return edition;
	}

	public void closeCall(EditionYear edition) {
		clock.set(editions.edition(edition).deadline().endOfGrace().plusSeconds(1));
		close.close(edition);
	}

	/** A deadline in the zone of London. */
	public static Deadline deadline(String local, int graceMinutes) {
		return new Deadline(LocalDateTime.parse(local), ZoneId.of("Europe/London"), Duration.ofMinutes(graceMinutes));
	}

	/** Submits a pledge now and opens its reviews. */
	public PledgeReference underReview(Person member, String title, Map<String, ?> changes) {
		Answers answers = answers(title);
		for (Map.Entry<String, ?> change : changes.entrySet()) {
			answers = answers.with(change.getKey(), change.getValue());
		}
		PledgeReference reference = begin.begin(answers, member);
		SubmitPledge.Result result = submit.submit(reference, pledges.pledge(reference).draftVersion(), member);
		if (!(result instanceof SubmitPledge.Submitted)) {
			throw new IllegalStateException("The pledge was expected to be submitted, but: " + result);
		}
		PARTNERS.forEach(partner -> round.open(reference, new PartnerCode(partner)));
		return reference;
	}

	public void review(PledgeReference reference, String partner, String recommendation, String note) {
		Answers answers = Story.judgedByEveryCriterion()
			.with("recommendation", recommendation)
			.with("commentToCity", "A comment by " + partner)
			.with("internalNote", note);
		CompleteReview.Result result = complete.complete(reference, 1, answers, reviewer(partner));
		if (!(result instanceof CompleteReview.Completed)) {
			throw new IllegalStateException("The review was expected to be completed, but: " + result);
		}
	}

	/** Everybody approves, and the pledge gets its place in the report. */
	public PledgeReference included(Person member, String title, Map<String, ?> changes) {
		PledgeReference reference = underReview(member, title, changes);
		PARTNERS.forEach(partner -> review(reference, partner, "APPROVE", ""));
		decide.accept(reference);
		include.inThisEdition(reference, PlacementReason.IN_TIME);
		return reference;
	}

	/** A request of this person. */
	public static RequestPostProcessor by(Person person) {
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(person.id(), null, List.of()));
	}

	private Person person() {
		return accounts.of(new EmailAddress(UUID.randomUUID() + "@example.org"), Languages.ENGLISH);
	}

	public static Answers answers(String title) {
		return SamplePledge.titled(title)
			.with("headOfGovernment", "Ana Pérez, Mayor")
			.with("summary", "The city opens welcome centres. ".repeat(12))
			.with("expectedImpact", "A thousand people a year receive advice.")
			.with("mainGcmObjectives", List.of("GCM-07", "GCM-15"))
			.with("gcrObjectives", List.of("GCR-1"))
			.with("contactName", "Confidential Contact")
			.with("contactEmail", "confidential@example.org");
	}

}
