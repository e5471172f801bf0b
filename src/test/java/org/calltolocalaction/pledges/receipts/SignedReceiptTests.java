package org.calltolocalaction.pledges.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Duration;
import java.util.Map;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.testing.SamplePledge;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What a government holds is signed when it submits, and stays as it was signed. */
class SignedReceiptTests extends ReceiptTest {

	@Test
	void a_receipt_says_what_was_submitted_when_and_by_which_government() throws Exception {
		Receipt receipt = revision().receipt();
		MockHttpServletResponse answer = downloaded(1, member);

		assertThat(answer.getContentType()).isEqualTo("application/json");
		assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment")
			.contains(pledge + "-1-receipt.json");
		assertThat(says(receipt())).containsEntry("site", properties.publicAddress().toString())
			.containsEntry("reference", pledge.value())
			.containsEntry("version", 1)
			.containsEntry("government", story.nameOfGovernmentOf(member))
			.containsEntry("submittedAt", receipt.submittedAt().toString())
			.containsEntry("edition", receipt.countsFor().year().value())
			.containsEntry("editionExpected", !receipt.countsFor().known())
			.containsEntry("timeliness", receipt.timeliness().name())
			.containsEntry("sha256", receipt.sha256())
			.containsEntry("signedAt", receipt.submittedAt().toString());
	}

	@Test
	void a_receipt_names_no_person_and_says_nothing_of_the_answers() throws Exception {
		assertThat(receipt()).doesNotContain(member.name(), member.email(), SamplePledge.CONTACT_EMAIL,
				"A welcome desk");
	}

	@Test
	void it_is_signed_in_the_transaction_that_submits() {
		assertThat(jdbc.sql("select signed_at from signed_receipt where reference = ? and signing_key = ?")
			.params(pledge.value(), own.published().id().value())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single()).isEqualTo(revision().submittedAt());
	}

	@Test
	void it_is_the_same_whenever_it_is_asked_for_whatever_key_signs_by_then() throws Exception {
		String first = receipt();
		keys.publish(SigningKey.fresh().published());
		clock.advance(Duration.ofDays(400));

		assertThat(receipt()).isEqualTo(first);
	}

	@Test
	void a_receipt_of_before_there_were_signatures_is_signed_once_and_says_when() throws Exception {
		forgetSignature();
		clock.advance(Duration.ofDays(30));
		String first = receipt();
		clock.advance(Duration.ofDays(30));

		assertThat(receipt()).isEqualTo(first);
		assertThat(says(first)).containsEntry("submittedAt", revision().submittedAt().toString())
			.doesNotContainEntry("signedAt", revision().submittedAt().toString());
	}

	@Test
	void what_was_taken_over_from_before_has_no_signed_receipt_because_nobody_saw_it_submitted() throws Exception {
		forgetSignature();
		// The trail is only ever added to; that it was submitted elsewhere is told by its
		// hash, which is another.
		jdbc.sql("update pledge_revision set sha256 = ? where reference = ?")
			.params("0".repeat(64), pledge.value())
			.update();

		assertThat(downloaded(1, member).getStatus()).isEqualTo(404);
	}

	@Test
	void each_version_has_its_own() throws Exception {
		isSubmittedAgain();

		assertThat(says(receipt())).containsEntry("version", 1);
		assertThat(says(downloaded(2, member).getContentAsString())).containsEntry("version", 2)
			.containsEntry("sha256", revisions.revision(pledge, 2).receipt().sha256());
		assertThat(downloaded(3, member).getStatus()).isEqualTo(404);
	}

	@Test
	void nobody_elses_receipt_is_found() throws Exception {
		assertThat(downloaded(1, story.memberOf("Quito")).getStatus()).isEqualTo(404);
	}

	@Test
	void the_pages_of_a_pledge_offer_it() throws Exception {
		String address = "/my/pledges/%s/revisions/1/receipt.json".formatted(pledge);

		for (String page : new String[] { "/receipt", "/status" }) {
			mvc.perform(get("/my/pledges/" + pledge + page).with(by(member)))
				.andExpect(content().string(containsString(address)));
		}
		mvc.perform(get("/my/pledges/" + pledge + "/receipt").with(by(member)))
			.andExpect(content().string(containsString("href=\"/receipts/verify\"")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> says(String file) {
		return (Map<String, Object>) JsonMapper.shared().readValue(file, Map.class).get("receipt");
	}

}
