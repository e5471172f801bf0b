package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A coordinator deals with those who registered, and rewords what they are told: asks one
 * government and confirms it, refuses another, and has the next one read other words;
 * makes one of two, and writes to whom a search found.
 */
class CoordinatorJourneyTests extends Journey {

	private static final String OWN = "Welcome among us, {{government}}!";

	@Autowired
	private Governments governments;

	@Autowired
	private BeginPledge begin;

	@Test
	void governments_are_asked_confirmed_and_refused_and_what_they_are_told_is_reworded() {
		story.aSharedCall();
		Person ana = story.unconfirmedMemberOf("Nakuru");
		Person stranger = story.unconfirmedMemberOf("Gulu");
		Person next = story.unconfirmedMemberOf("Mwanza");
		PledgeReference pledge = story.aPledgeUnderReviewBy(ana);
		story.allJudge(pledge, "APPROVE");
		PersonAtBrowser laura = signedIn(story.coordinator());

		// Asked, and answered on a phone without scripts.
		laura.opens("/coordination")
			.leavesBy(() -> laura.page().locator("a[href^='/coordination/governments/unconfirmed']").first().click());
		laura.seesTitle(words("standing.list.title"));
		opens(laura, ana).presses(words("standing.act.button")).seesErrorsThatLeadToTheirFields();
		decides(laura, "ASK", "Which office is yours?").isTold(words("standing.done.ASK"));
		assertThat(postbox.everythingTo(ana.email())).contains("Which office is yours?");
		PersonAtBrowser onAPhone = signedIn(ana, PageChecks.SMALL, false);
		onAPhone.opens("/my/pledges/" + pledge)
			.sees(words("pledges.next.ACCEPTED.ASKED"))
			.follows(words("standing.banner.link.ASKED"))
			.sees("Which office is yours?");
		onAPhone.fills(Map.of("words", "The office of the county secretary"))
			.presses(words("standing.answer.button"))
			.isTold(words("standing.answer.sent"));

		// Confirmed: its pledge has its place.
		opens(laura, ana).sees("The office of the county secretary", pledge.value());
		decides(laura, "CONFIRM", "Their office answered").isTold(words("standing.done.CONFIRM"));
		jobs.run(pledge);
		assertThat(postbox.everythingTo(ana.email())).contains(words("notifications.governmentConfirmed.subject"),
				"Their office answered");
		onAPhone.opens("/my/pledges/" + pledge).sees(words("pledges.next.INCLUDED"));

		// Another one is refused.
		opens(laura, stranger);
		decides(laura, "REFUSE", "Nobody there knows of you").isTold(words("standing.done.REFUSE"));
		assertThat(postbox.everythingTo(stranger.email())).contains("Nobody there knows of you");

		// What the next one is told is reworded, broken, seen and saved.
		String page = "/coordination/templates/government-confirmed/en";
		String box = "texts[governmentConfirmed.text]";
		laura.opens(page).follows(words("templates.edit"));
		laura.fills(Map.of(box, "Welcome, {{mayor}}!", "reason", "Friendlier"))
			.presses(words("templates.save"))
			.seesErrorsThatLeadToTheirFields()
			.sees(words("templates.refused.unknown", "{{mayor}}", "{{government}}"));
		assertThat(laura.control(box).inputValue()).isEqualTo("Welcome, {{mayor}}!");
		laura.fills(Map.of(box, OWN, "pledge", pledge.value())).presses(words("templates.preview"));
		laura.sees("Welcome among us, " + governmentOf(ana).name() + "!", "Their office answered");
		FrameLocator frame = laura.page().frameLocator("iframe.desk-mail");
		PlaywrightAssertions.assertThat(frame.locator("body"))
			.containsText("Welcome among us, " + governmentOf(ana).name() + "!");
		PlaywrightAssertions.assertThat(frame.locator(".card")).hasCSS("border-top-width", "4px");
		laura.presses(words("templates.save")).isTold(words("templates.saved")).sees(OWN);
		try {
			opens(laura, next);
			decides(laura, "CONFIRM", "Known").isTold(words("standing.done.CONFIRM"));
			assertThat(postbox.everythingTo(next.email()))
				.contains("Welcome among us, " + governmentOf(next).name() + "!");

			// And put back, on a phone.
			PersonAtBrowser small = signedIn(story.coordinator(), PageChecks.SMALL, false);
			small.opens(page).presses(words("templates.reset")).seesErrorsThatLeadToTheirFields();
			small.fills(Map.of("reason", "Too friendly"))
				.presses(words("templates.reset"))
				.isTold(words("templates.reset.done"))
				.sees("Too friendly", words("templates.version.reset"));
			small.follows(words("templates.version", "1")).sees(OWN);
			small.opens("/coordination/templates").seesTitle(words("templates.title"));
		}
		finally {
			putBack(laura, page);
		}
	}

	@Test
	void two_registrations_of_one_city_become_one() {
		story.aSharedCall();
		Person ana = story.memberOf("Kisumu");
		Person ben = story.memberOf("Kisumu County");
		PledgeReference pledge = story.aPledgeUnderReviewBy(ana);
		Government gone = governmentOf(ana);
		Government stays = governmentOf(ben);
		PersonAtBrowser laura = signedIn(story.coordinator());
		String file = "/coordination/governments/" + gone.id();

		// Found in the list, and the other one among the names.
		laura.opens("/coordination").follows(words("coordination.overview.parties"));
		laura.fills(Map.of("q", "\"" + gone.name() + "\""));
		laura.leavesBy(() -> laura.control("q").press("Enter"));
		laura.leavesBy(() -> laura.page().locator("a[href='" + file + "']").first().click());
		laura.follows(words("parties.page.merge"));
		laura.fills(Map.of("q", stays.name())).presses(words("parties.choose.button"));
		laura.leavesBy(() -> laura.page().locator("a[href='" + file + "/merge/" + stays.id() + "']").click());

		// What will follow stands there; nothing happens without a reason.
		laura.seesTitle(words("parties.merge.title"))
			.presses(words("parties.merge.button"))
			.seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("reason", "The same city twice")).presses(words("parties.merge.button")).sees(stays.name());

		for (Person member : new Person[] { ana, ben }) {
			assertThat(postbox.everythingTo(member.email())).contains(gone.name(), stays.name());
		}
		laura.opens(file).isAt("/coordination/governments/" + stays.id());
		// Each of them finds the pledge, on a phone without scripts.
		for (Person member : new Person[] { ana, ben }) {
			signedIn(member, PageChecks.SMALL, false).opens("/my/pledges/" + pledge).sees(pledge.value());
		}
	}

	@Test
	void a_message_to_those_whose_draft_lacks_objectives_is_planned_and_cancelled() {
		int year = story.aSharedCall().value();
		Person ana = story.memberOf("Bukoba");
		Person ben = story.memberOf("Bukoba Rural");
		begin.begin(Answers.of(Map.of("title", "A school")), ana);
		begin.begin(Answers.of(Map.of("title", "A market")), ben);
		story.aDraftBy(ben);
		PersonAtBrowser laura = signedIn(story.coordinator());

		laura.opens("/coordination/editions/" + year + "/drafts?q=government%3Abukoba+without%3Aobjectives");
		laura.page().locator("[name=chosen]").first().check();
		laura.page().locator("#select-everything").check();
		laura.presses(words("bulk.write")).presses(words("bulk.write.see")).seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("subject", "Your draft", "text", "Which objectives does it serve?"));
		laura.page().locator("#when-later").check();
		laura
			.fills(Map.of("day", "29", "month", "9", "year", Integer.toString(year), "time", "09:00", "zone",
					"Africa/Nairobi"))
			.presses(words("bulk.write.see"))
			.sees(words("bulk.write.mail", 1, 2), "Which objectives does it serve?")
			.presses(words("bulk.write.mail.next"))
			.sees(words("bulk.write.mail", 2, 2))
			.presses(words("bulk.write.plan"));

		laura.opens("/coordination/messages").follows("Your draft");
		laura.seesTitle(words("messages.one"))
			.sees(words("messages.state.PLANNED"))
			.presses(words("messages.cancel"))
			.seesErrorsThatLeadToTheirFields()
			.fills(Map.of("reason", "They have answered by phone"))
			.presses(words("messages.cancel"))
			.sees("They have answered by phone", words("messages.state.CANCELLED"));
		// Nothing has come, and nothing will.
		laura.opens("/coordination/mails?q=state%3Adropped+%22your+draft%22").sees(ana.email(), ben.email());
	}

	private static PersonAtBrowser decides(PersonAtBrowser coordinator, String act, String said) {
		coordinator.fills(Map.of("act", act, "words", said));
		return coordinator.leavesBy(() -> coordinator.page().locator("main form button[type=submit]").click());
	}

	private PersonAtBrowser opens(PersonAtBrowser coordinator, Person member) {
		return coordinator.opens("/coordination/governments/" + governmentOf(member).id() + "/standing")
			.seesTitle(governmentOf(member).name());
	}

	private Government governmentOf(Person member) {
		return governments.actedForBy(member.id()).orElseThrow();
	}

	/** The other tests read what mails say of themselves, even if this one fails. */
	private void putBack(PersonAtBrowser coordinator, String page) {
		coordinator.opens(page);
		if (coordinator.button(words("templates.reset")).count() > 0) {
			coordinator.fills(Map.of("reason", "The end")).presses(words("templates.reset"));
		}
	}

}
