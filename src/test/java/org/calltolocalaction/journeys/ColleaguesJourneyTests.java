package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people of one city hall, and one draft. */
class ColleaguesJourneyTests extends Journey {

	@Autowired
	private OpenAccount openAccount;

	@Test
	void two_members_write_at_once_and_neither_text_is_lost() {
		story.anOpenEdition();
		Person member = story.memberOf("Maputo");
		PersonAtBrowser ana = signedIn(member);
		PersonAtBrowser eva = joins(ana, story.nameOfGovernmentOf(member));

		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do").fills(Map.of("title", "Homes"));
		savedBy(ana);
		String action = "/my/pledges/" + ana.reference() + "/sections/action";
		eva.opens(action).sees("Working on this part now: Member of Maputo");
		assertThat(eva.control("title")).hasValue("Homes");

		ana.fills(Map.of("expectedImpact", "300 families"));
		savedBy(ana);
		eva.fills(Map.of("summary", "Homes for the young"));
		assertThat(eva.page().locator("[data-desk-saved]")).containsText("A colleague also changed answers");
		assertThat(eva.control("expectedImpact")).hasValue("300 families");

		ana.fills(Map.of("title", "Homes for families"));
		savedBy(ana);
		eva.fills(Map.of("title", "Homes for the young"));
		assertThat(eva.page().locator("[data-desk-saved]")).containsText("Member of Maputo changed the same answer");
		eva.presses("Save and continue").sees("Member of Maputo changed the same answers while you were working");
		assertThat(eva.page().locator("#conflict")).containsText("Homes for families");
		assertThat(eva.control("title")).hasValue("Homes for the young");
		eva.fills(Map.of("title", "Homes for families and the young")).presses("Save and continue");
		ana.opens(action);
		assertThat(ana.control("title")).hasValue("Homes for families and the young");
		assertThat(ana.control("summary")).hasValue("Homes for the young");
		assertThat(ana.control("expectedImpact")).hasValue("300 families");
	}

	@Test
	void what_is_typed_without_a_connection_is_saved_when_it_is_back_and_when_the_page_is_left() {
		story.anOpenEdition();
		PersonAtBrowser ana = signedIn(story.memberOf("Beira"));
		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do");
		String action = ana.page().url();
		PledgeReference reference = PledgeReference.parse(ana.reference()).orElseThrow();
		ana.page().context().setOffline(true);
		ana.fills(Map.of("title", "Typed on the train"));
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Not saved: you are offline.");
		ana.page().context().setOffline(false);
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Saved");

		ana.control("title").fill("Typed and left at once");
		ana.opens("/my");
		comesTo(reference, "Typed and left at once");

		ana.opens(action);
		assertThat(ana.control("title")).hasValue("Typed and left at once");
		List<Route> underWay = new ArrayList<>();
		ana.page().route("**/autosave", route -> {
			if (underWay.isEmpty()) {
				underWay.add(route);
			}
			else {
				route.resume();
			}
		});
		ana.control("title").fill("Left while it was being saved");
		ana.page().waitForCondition(() -> !underWay.isEmpty());
		ana.opens("/my");
		comesTo(reference, "Left while it was being saved");
	}

	/** A browser sends on its own time what was typed last, and tells nobody. */
	private void comesTo(PledgeReference reference, String title) {
		Awaitility.await(title).until(() -> story.pledge(reference).answers().text("title").equals(title));
	}

	@Test
	void what_is_typed_while_the_site_is_not_available_is_tried_again_until_it_is_saved() {
		story.anOpenEdition();
		PersonAtBrowser ana = signedIn(story.memberOf("Pemba"));
		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do");
		String action = ana.page().url();
		AtomicInteger refused = new AtomicInteger();
		ana.page().route("**/autosave", route -> {
			if (refused.incrementAndGet() == 2) {
				route.abort();
			}
			else {
				route.fulfill(
						new Route.FulfillOptions().setStatus(503).setContentType("text/html").setBody("<p>Away</p>"));
			}
		});
		ana.fills(Map.of("title", "Typed in an outage"));
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Not saved yet: this site is not available");
		ana.page().waitForCondition(() -> refused.get() >= 3, new Page.WaitForConditionOptions().setTimeout(60_000));
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Not saved yet: this site is not available");
		assertThat(ana.control("title")).hasValue("Typed in an outage");

		ana.page().unroute("**/autosave");
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Saved",
				new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
		ana.livedThroughAnOutage();
		ana.opens(action);
		assertThat(ana.control("title")).hasValue("Typed in an outage");
	}

	@Test
	void what_is_typed_while_the_questions_are_asked_anew_stays() {
		story.anOpenEdition();
		PersonAtBrowser ana = signedIn(story.memberOf("Nampula"));
		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do");
		List<Route> held = new ArrayList<>();
		ana.page().route("**/refresh", held::add);

		ana.control("openEnded").check();
		ana.page().waitForCondition(() -> !held.isEmpty());
		ana.fills(Map.of("expectedImpact", "Typed meanwhile", "stage", "PLANNING"));
		held.forEach(Route::resume);

		assertThat(ana.control("end-day")).hasCount(0);
		assertThat(ana.control("expectedImpact")).hasValue("Typed meanwhile");
		assertThat(ana.control("stage", "PLANNING")).isChecked();
		assertThat(ana.control("openEnded")).isChecked();
	}

	@Test
	void what_is_selected_while_the_questions_are_asked_anew_is_replaced_by_what_is_typed() {
		story.anOpenEdition();
		PersonAtBrowser ana = signedIn(story.memberOf("Pemba"));
		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do").fills(Map.of("title", "Homes"));
		List<Route> held = new ArrayList<>();
		ana.page().route("**/refresh", held::add);

		ana.control("openEnded").check();
		ana.page().waitForCondition(() -> !held.isEmpty());
		ana.control("title").selectText();
		held.forEach(Route::resume);
		assertThat(ana.control("end-day")).hasCount(0);
		ana.page().keyboard().insertText("Homes for families");

		assertThat(ana.control("title")).hasValue("Homes for families");
	}

	@Test
	void what_is_typed_while_a_colleagues_text_is_on_its_way_to_the_same_answer_is_not_overwritten() {
		story.anOpenEdition();
		Person member = story.memberOf("Tete");
		PersonAtBrowser ana = signedIn(member);
		PersonAtBrowser eva = signedIn(story.colleagueOf(member));
		ana.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do");
		eva.opens("/my/pledges/" + ana.reference() + "/sections/action");
		ana.fills(Map.of("title", "Ana's homes"));
		savedBy(ana);

		List<Route> held = new ArrayList<>();
		eva.page().route("**/autosave", held::add);
		eva.fills(Map.of("expectedImpact", "300 families"));
		eva.page().waitForCondition(() -> !held.isEmpty());
		eva.fills(Map.of("title", "Eva's homes"));
		eva.page().unroute("**/autosave");
		held.forEach(Route::resume);

		assertThat(eva.page().locator("[data-desk-saved]")).containsText("Member of Tete changed the same answer");
		assertThat(eva.control("title")).hasValue("Eva's homes");
		eva.presses("Save and continue").sees("Member of Tete changed the same answers while you were working");
		assertThat(eva.page().locator("#conflict")).containsText("Ana's homes");
	}

	private static void savedBy(PersonAtBrowser person) {
		assertThat(person.page().locator("[data-desk-saved]")).containsText("Saved");
	}

	@Test
	void a_colleague_is_invited_agrees_after_signing_in_and_is_removed_again() {
		Person member = story.memberOf("Quelimane");
		String government = story.nameOfGovernmentOf(member);
		EmailAddress address = EmailAddress.parse("eva@" + government.replace(' ', '-') + ".example.org").orElseThrow();
		PersonAtBrowser ana = signedIn(member);
		ana.opens("/my/government").fills(Map.of("email", member.email())).presses("Send the invitation");
		ana.seesErrorsThatLeadToTheirFields().sees("is already a member");
		ana.fills(Map.of("email", address.value())).presses("Send the invitation").sees(address + " has been invited.");
		ana.sees("Open invitations").presses("Cancel the invitation to " + address);
		ana.isTold("The invitation has been cancelled.").doesNotSee("Open invitations");
		ana.fills(Map.of("email", address.value())).presses("Send the invitation").sees("Open invitations");

		PersonAtBrowser eva = invited(address, government);
		ana.opens("/my/government").doesNotSee("Open invitations").sees(address.value(), "Last signed in on");
		ana.follows("Remove this member: " + address)
			.seesTitle("Remove this member: " + address)
			.follows("Do not remove this member");
		ana.follows("Remove this member: " + address)
			.presses("Remove this member")
			.isTold("This person is no longer a member.");
		ana.doesNotSee(address.value());
		eva.opens("/my/government").seesTitle("Find your government");
		Assertions.assertThat(postbox.everythingTo(address.value()))
			.contains("You no longer represent your government");
	}

	@Test
	void an_invitation_reaches_who_is_signed_in_already_on_a_phone_without_scripts() {
		Person member = story.memberOf("Nampula");
		Person rui = openAccount.of(EmailAddress.parse("rui@nampula.example.org").orElseThrow(), Locale.ENGLISH);
		PersonAtBrowser phone = signedIn(rui, PageChecks.SMALL, false);

		PersonAtBrowser ana = signedIn(member, PageChecks.SMALL, false);
		ana.opens("/my/government").fills(Map.of("email", rui.email())).presses("Send the invitation");

		String government = story.nameOfGovernmentOf(member);
		phone.opens("/my/government")
			.sees("Invitations to represent a government")
			.presses("Accept the invitation: " + government);
		phone.isTold("You now represent this government.").seesTitle(government);
		phone.follows("Remove this member: " + member.name())
			.presses("Remove this member")
			.isTold("This person is no longer a member.");
	}

	/**
	 * Follows the mail: to the page of the government, and because nobody is signed in,
	 * by way of a link.
	 */
	private PersonAtBrowser invited(EmailAddress address, String government) {
		Assertions.assertThat(postbox.everythingTo(address.value()))
			.contains("Invitation to represent a government", government);
		PersonAtBrowser eva = anybody().opens("/my/government").seesTitle("Sign in");
		eva.fills(Map.of("email", address.value())).presses("Send me a sign-in link");
		eva.opens(postbox.signInLinkOf(address.value())).presses("Sign in");
		eva.seesTitle("What is your name?").follows("Continue without a name").isAt("/my/government");
		eva.sees("Invitations to represent a government").presses("Accept the invitation: " + government);
		eva.isTold("You now represent this government.").seesTitle(government);
		return eva;
	}

	private PersonAtBrowser joins(PersonAtBrowser member, String government) {
		EmailAddress address = EmailAddress.parse("eva@" + government.replace(' ', '-') + ".example.org").orElseThrow();
		PersonAtBrowser eva = signedIn(openAccount.of(address, Locale.ENGLISH));
		eva.follows("Continue without a name").isAt("/my/government");
		eva.fills(Map.of("q", government)).presses("Search").sees("1 government found");
		eva.presses("Ask to join this government: " + government).seesTitle("Your request to join");
		member.opens("/my/government").sees("Requests to join a government");
		member.presses("Accept the request from " + address.value())
			.isTold("The request has been accepted. This person is now a member.");
		return eva;
	}

}
