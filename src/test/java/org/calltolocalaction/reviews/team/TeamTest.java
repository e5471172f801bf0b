package org.calltolocalaction.reviews.team;

import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

/**
 * A test of how a partner's reviewers share their work: colleagues whom no other test
 * knows, and the mails they get.
 */
@DeskTest
public abstract class TeamTest {

	@Autowired
	public Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	EnterAbsence absences;

	@Autowired
	TakeReview take;

	@Autowired
	public PartnerReviews partnerReviews;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private WebApplicationContext desk;

	private MockMvc mvc;

	public Person rosa;

	public Person ben;

	@BeforeEach
	void two_colleagues_and_a_call() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		rosa = aReviewer("Rosa");
		ben = aReviewer("Ben");
	}

	/** One of UCLG's reviewers, under a name that nobody else has. */
	Person aReviewer(String name) {
		return story.reviewer("UCLG", unique(name));
	}

	static String unique(String name) {
		return name + UUID.randomUUID().toString().substring(0, 8);
	}

	/** A pledge that waits for all partners. */
	protected PledgeReference anOpenReview() {
		return story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
	}

	/** The same, taken by one of UCLG's reviewers. */
	PledgeReference aReviewOf(Person holder) {
		PledgeReference pledge = anOpenReview();
		take.take(pledge, null, holder);
		return pledge;
	}

	/** From today on, for so many days more, where the reviewer lives. */
	protected Absence isAway(Person absent, Person deputy, int days) {
		return isAway(absent, deputy, 0, days);
	}

	/** From so many days after today until so many days after today. */
	protected Absence isAway(Person absent, Person deputy, int from, int until) {
		EnterAbsence.Result result = absences.enter(absent.id(), days(absent, from, until), deputy.id(), absent);
		if (result instanceof EnterAbsence.Entered entered) {
			return entered.absence();
		}
		throw new AssertionError("Not entered: " + result);
	}

	EnterAbsence.Days days(Person absent, int from, int until) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), absent.zone());
		return new EnterAbsence.Days(today.plusDays(from), today.plusDays(until));
	}

	/** Who has UCLG's review. */
	Optional<AccountId> holder(PledgeReference pledge) {
		return partnerReviews.review(pledge, rosa).takenBy();
	}

	/** What mails of that kind say that were written to the person, oldest first. */
	protected List<String> mailsTo(Person person, String kind) {
		return jdbc.sql("select body from mail where recipient = ? and kind = ? order by created_at")
			.params(person.email(), kind)
			.query(String.class)
			.list();
	}

	/** The page as that person reads it; what a form left behind for it is on it. */
	String page(String address, Person reader, ResultActions... after) throws Exception {
		return mvc
			.perform(after.length == 0 ? get(URI.create(address)).with(by(reader))
					: get(URI.create(address)).with(by(reader)).flashAttrs(after[0].andReturn().getFlashMap()))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	ResultActions sends(String address, MultiValueMap<String, String> fields, Person sender) throws Exception {
		return mvc.perform(post(address).params(fields).with(by(sender)).with(csrf()));
	}

}
