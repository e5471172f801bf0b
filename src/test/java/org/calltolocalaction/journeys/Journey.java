package org.calltolocalaction.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.Deliveries;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeTokenService;

/** Sends people on a journey through the desk, each at a browser of their own. */
@DeskTest
@ExtendWith(WithBrowser.class)
abstract class Journey {

	/** What nobody may read who is not a member or a coordinator. */
	static final String CONTACT_NAME = "Apolonia Kontaktperson";

	static final String CONTACT_EMAIL = "apolonia.kontakt@secret.example";

	Browser browser;

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	MutableClock clock;

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OneTimeTokenService tokens;

	@Autowired
	private MessageSource messages;

	private final List<PersonAtBrowser> everybody = new ArrayList<>();

	Postbox postbox;

	@BeforeEach
	void nobodyAskedForLinksYet() {
		jdbc.sql("delete from sign_in_request").update();
		postbox = new Postbox(mails, deliveries);
	}

	@AfterEach
	void everybodyLeaves() {
		everybody.forEach(PersonAtBrowser::leaves);
	}

	/** Somebody who is not signed in, at a wide screen. */
	PersonAtBrowser anybody() {
		return atBrowser(Locale.ENGLISH, PageChecks.WIDE, true);
	}

	/** Somebody who is not signed in, on a phone without scripts. */
	PersonAtBrowser anybodyOnAPhone(Locale language) {
		return atBrowser(language, PageChecks.SMALL, false);
	}

	/** The person, signed in, at a wide screen. */
	PersonAtBrowser signedIn(Person person) {
		return signedIn(person, PageChecks.WIDE, true);
	}

	PersonAtBrowser signedIn(Person person, int width, boolean scripts) {
		PersonAtBrowser somebody = atBrowser(person.language(), width, scripts);
		// As if the mail had come: there is a limit on how many may be asked for.
		String token = tokens.generate(new GenerateOneTimeTokenRequest(person.email(), Duration.ofMinutes(5)))
			.getTokenValue();
		somebody.page().navigate("/sign-in/link?token=" + token);
		return somebody.leavesBy(() -> somebody.page().locator("main button").click());
	}

	/** What the desk says in this language. */
	String words(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

	String words(String key, Object... arguments) {
		return words(key, Locale.ENGLISH, arguments);
	}

	/**
	 * Goes through all parts of a draft from its task list and back to it, answering what
	 * is asked, and goes on where something is wrong with that.
	 */
	void fillsAllParts(PersonAtBrowser person, Locale language, Map<String, Object> answers) {
		person.leavesBy(() -> person.page().locator(".govuk-task-list__link").first().click());
		while (person.page().locator("[data-desk-draft]").count() > 0) {
			boolean toldWhatIsWrong = person.button(words("pledges.part.later", language)).count() > 0;
			person.fillsWhatIsAsked(answers)
				.presses(words(toldWhatIsWrong ? "pledges.part.later" : "pledges.part.continue", language));
		}
	}

	void fillsAllParts(PersonAtBrowser person, Map<String, Object> answers) {
		fillsAllParts(person, Locale.ENGLISH, answers);
	}

	/** Everything that the form of a pledge asks for, by the names of its controls. */
	static Map<String, Object> wholePledge(String title) {
		Answers answers = SamplePledge.titled(title)
			.with("headOfGovernment", "Ana Pérez, Mayor")
			.with("summary", "The city opens a welcome desk in every district, in six languages. ".repeat(8).strip())
			.with("expectedImpact", "1,200 people a year are advised in their own language.")
			.with("start", "2026-03-27")
			.with("beneficiaries", List.of("MIGRANTS", "REFUGEES"))
			.with("partners", "IOM\nThe university")
			.with("website", "https://www.example.org/welcome")
			.with("contactName", CONTACT_NAME)
			.with("contactEmail", CONTACT_EMAIL)
			.with("contactPhone", "+256 700 000000");
		return new HashMap<>(answers.asMap());
	}

	/** A judgement on the form of a review. */
	static Map<String, Object> review(String recommendation, String comment) {
		return Story.judgedByEveryCriterion()
			.with("recommendation", recommendation)
			.with("commentToCity", comment)
			.with("internalNote", "Known from the last call.")
			.asMap();
	}

	private PersonAtBrowser atBrowser(Locale language, int width, boolean scripts) {
		BrowserContext profile = browser.newProfile(new NewContextOptions().setBaseURL(desk.addressOf("").toString())
			.setLocale(language.getLanguage())
			.setTimezoneId("Africa/Kampala")
			.setReducedMotion(ReducedMotion.REDUCE)
			.setViewportSize(width, PageChecks.HEIGHT));
		profile.setDefaultTimeout(20_000);
		if (!scripts) {
			// As on a line so slow that they never come. The browser itself still runs
			// scripts: axe is one.
			profile.route(address -> address.endsWith(".js"),
					script -> script.fulfill(new FulfillOptions().setContentType("text/javascript").setBody("")));
		}
		PersonAtBrowser somebody = new PersonAtBrowser(profile, width);
		everybody.add(somebody);
		return somebody;
	}

}
