package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A city hands its receipt on, and whoever gets it wants to know whether it is genuine.
 */
class ReceiptJourneyTests extends Journey {

	@ParameterizedTest
	@ValueSource(strings = { "en", "es", "fr" })
	void whoever_gets_a_receipt_verifies_it_on_a_phone_without_scripts(Locale language) {
		story.anOpenEdition();
		Person member = story.memberOf("Quito");
		PledgeReference pledge = story.aSubmittedPledgeBy(member);
		PersonAtBrowser city = signedIn(member, PageChecks.SMALL, false);
		byte[] file = city.opens("/my/pledges/" + pledge + "/receipt")
			.downloads("Download the signed receipt (JSON file)");

		PersonAtBrowser reader = anybodyOnAPhone(language);
		reader.opens("/").follows(words("site.footer.verify", language));
		reader.isAt("/receipts/verify").seesTitle(words("receipts.verify.title", language));
		reader.control("file").setInputFiles(new FilePayload("receipt.json", "application/json", file));
		reader.presses(words("receipts.verify.button", language))
			.sees(words("receipts.genuine", language), words("receipts.found.GENUINE", language), pledge.value(),
					story.nameOfGovernmentOf(member), "(UTC)");

		String altered = new String(file, StandardCharsets.UTF_8).replace("IN_TIME", "IN_GRACE");
		reader.fills(Map.of("text", altered))
			.presses(words("receipts.verify.button", language))
			.sees(words("receipts.not-genuine", language), words("receipts.found.ALTERED", language),
					words("receipts.timeliness.IN_TIME", language));
		reader.presses(words("receipts.verify.button", language)).seesErrorsThatLeadToTheirFields();
		reader.fills(Map.of("text", "The mayor said so"))
			.presses(words("receipts.verify.button", language))
			.seesErrorsThatLeadToTheirFields();
		assertThat(reader.control("text")).hasValue("The mayor said so");
	}

	@Test
	void the_keys_are_opened_from_the_page() {
		PersonAtBrowser reader = anybody();
		reader.opens("/receipts/verify");

		Assertions.assertThat(reader.link("Download the public keys (JSON file)").getAttribute("href"))
			.isEqualTo("/.well-known/jwks.json");
	}

}
