package org.calltolocalaction.pledges.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.signing.SignedText;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.pledges.receipts.VerifyReceipt.Finding;
import org.calltolocalaction.pledges.receipts.VerifyReceipt.Verdict;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/** Anybody who has the file of a receipt learns whether it is genuine. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyReceiptTests extends ReceiptTest {

	private static final String ADDRESS = "/receipts/verify";

	@Autowired
	private VerifyReceipt verify;

	@Autowired
	private Visitors visitors;

	@Autowired
	private MessageSource messages;

	@Test
	void a_receipt_as_it_was_downloaded_is_genuine() throws Exception {
		Verdict verdict = verify.verify(receipt());

		assertThat(verdict.finding()).isEqualTo(Finding.GENUINE);
		assertThat(verdict.onTrail()).isTrue();
		assertThat(verdict.receipt())
			.isEqualTo(AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt()));
	}

	@Test
	void it_stays_genuine_whatever_spaces_an_editor_left() throws Exception {
		Object file = JsonMapper.shared().readValue(receipt(), Object.class);

		assertThat(verify.verify("\n" + JsonMapper.shared().writeValueAsString(file) + "\r\n\t").finding())
			.isEqualTo(Finding.GENUINE);
	}

	@Test
	void a_file_without_its_words_for_readers_is_genuine_for_what_was_signed() throws Exception {
		assertThat(verify.verify(changed("receipt", null)).finding()).isEqualTo(Finding.GENUINE);
	}

	@Test
	void a_receipt_with_another_letter_anywhere_is_not_genuine() throws Exception {
		String file = receipt();
		for (int place = 0; place < file.length(); place++) {
			char letter = file.charAt(place);
			if (Character.isLetterOrDigit(letter) || letter == '-' || letter == '_') {
				String altered = file.substring(0, place) + (letter == 'x' ? 'y' : 'x') + file.substring(place + 1);
				assertThat(verify.verify(altered).finding().genuine()).as("a letter at %d of %s", place, altered)
					.isFalse();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "submittedAt, 2026-01-01T00:00:00Z", "government, Another city", "timeliness, IN_GRACE",
			"reference, CLA-2020-0001", "site, https://elsewhere.example.org" })
	void words_for_readers_that_are_not_those_that_were_signed_are_found_out_and_what_was_signed_is_told(String name,
			String value) throws Exception {
		Verdict verdict = verify
			.verify(receipt().replaceAll("\"" + name + "\" : \"[^\"]*\"", "\"" + name + "\" : \"" + value + "\""));

		assertThat(verdict.finding()).isEqualTo(Finding.ALTERED);
		assertThat(verdict.receipt())
			.isEqualTo(AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt()));
	}

	@Test
	void words_that_were_added_are_found_out() throws Exception {
		assertThat(verify.verify(changed("note", "Accepted by all partners")).finding()).isEqualTo(Finding.ALTERED);
		assertThat(verify.verify(receipt().replaceFirst("\\{", "{\"payload\" : \"\",")).finding())
			.as("two members of one name")
			.isEqualTo(Finding.UNREADABLE);
	}

	@Test
	void contents_under_the_signature_of_another_receipt_are_not_genuine() throws Exception {
		SignedText forged = SignedText.sign(AttestedReceipt.TYPE,
				signed(receipt()).text().replace("IN_TIME", "LATE").getBytes(StandardCharsets.UTF_8), own);

		Verdict verdict = verify.verify(changed("payload", forged.content()));

		assertThat(verdict.finding()).isEqualTo(Finding.WRONG_SIGNATURE);
		assertThat(verdict.receipt()).as("nothing is said of what nobody signed").isNull();
	}

	@Test
	void a_receipt_that_a_stranger_signed_is_of_an_unknown_key() {
		String text = AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt()).json();
		SignedText theirs = SignedText.sign(AttestedReceipt.TYPE, text.getBytes(StandardCharsets.UTF_8),
				SigningKey.fresh());

		assertThat(verify.verify(ReceiptFile.of(theirs).json()).finding()).isEqualTo(Finding.UNKNOWN_KEY);
	}

	@Test
	void a_stranger_who_names_our_key_is_found_out() {
		String text = AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt()).json();
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		SignedText theirs = SignedText.sign(AttestedReceipt.TYPE, bytes, SigningKey.fresh());
		SignedText ours = SignedText.sign(AttestedReceipt.TYPE, bytes, own);

		assertThat(
				verify.verify(ReceiptFile.of(new SignedText(ours.header(), ours.content(), theirs.signature())).json())
					.finding())
			.isEqualTo(Finding.WRONG_SIGNATURE);
	}

	@Test
	void something_else_that_we_signed_is_no_receipt() {
		SignedText other = SignedText.sign("checkpoint", "{}".getBytes(StandardCharsets.UTF_8), own);

		assertThat(verify.verify(ReceiptFile.of(other).json()).finding()).isEqualTo(Finding.WRONG_SIGNATURE);
	}

	@Test
	void a_receipt_of_an_earlier_key_is_genuine_for_ever() {
		SigningKey lastYears = SigningKey.fresh();
		String file = receiptSignedBy(lastYears);
		keys.publish(own.published());

		Verdict verdict = verify.verify(file);

		assertThat(verdict.finding()).isEqualTo(Finding.GENUINE);
		assertThat(verdict.by()).satisfies(key -> {
			assertThat(key.key()).isEqualTo(lastYears.published());
			assertThat(key.until()).isNotNull();
		});
	}

	@Test
	void the_receipt_of_an_earlier_version_is_genuine_and_says_that_there_is_a_later_one() throws Exception {
		isSubmittedAgain();

		assertThat(verify.verify(receipt()).finding()).isEqualTo(Finding.SUPERSEDED);
		assertThat(verify.verify(downloaded(2, member).getContentAsString()).finding()).isEqualTo(Finding.GENUINE);
	}

	@Test
	void what_our_key_signed_and_the_trail_does_not_have_is_not_to_be_relied_on() {
		String invented = AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt())
			.json()
			.replace(revision().receipt().sha256(), "ab".repeat(32));
		SignedText stolen = SignedText.sign(AttestedReceipt.TYPE, invented.getBytes(StandardCharsets.UTF_8), own);

		Verdict verdict = verify.verify(ReceiptFile.of(stolen).json());

		assertThat(verdict.finding()).isEqualTo(Finding.NOT_ON_TRAIL);
		assertThat(verdict.finding().genuine()).isFalse();
		assertThat(verdict.onTrail()).isFalse();
	}

	@Test
	void a_stranger_uploads_a_receipt_or_pastes_it() throws Exception {
		Visitor stranger = visitors.anybody();
		stranger.opens(ADDRESS);
		Page uploaded = stranger.uploads(ADDRESS, Map.of(), "file",
				Map.of("receipt.json", receipt().getBytes(StandardCharsets.UTF_8)));
		Page pasted = stranger.sends(ADDRESS, Map.of("text", receipt()));

		for (Page page : new Page[] { uploaded, pasted }) {
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text()).contains("This receipt is genuine", pledge.value(),
					story.nameOfGovernmentOf(member), revision().receipt().sha256());
			assertThat(page.text()).doesNotContain(member.name(), member.email(), "A welcome desk");
		}
	}

	@ParameterizedTest
	@CsvSource({ "en", "es", "fr" })
	void each_finding_is_told_in_the_language_of_the_reader(Locale language) throws Exception {
		Visitor reader = visitors.anybody();
		reader.opens(ADDRESS + "?lang=" + language);
		for (Finding finding : Finding.values()) {
			if (finding != Finding.UNREADABLE) {
				assertThat(messages.getMessage(finding.messageKey(), null, language)).isNotBlank();
				assertThat(messages.getMessage(finding.messageKey() + ".text", null, language)).isNotBlank();
			}
		}
		Page page = reader.uploads(ADDRESS, Map.of(), "file", Map.of("a.json", bytes("\uFEFF" + receipt())));

		assertThat(page.text()).contains(messages.getMessage("receipts.found.GENUINE", null, language));
	}

	@Test
	void what_is_no_receipt_gets_a_sentence() throws Exception {
		Visitor stranger = visitors.anybody();
		stranger.opens(ADDRESS);
		String notOne = "Select a receipt file: what you sent is not one";

		refused(stranger, "", "Select a receipt file or paste its contents");
		for (String hostile : new String[] { "%PDF-1.7", "null", "[]", "{}", "\"text\"", "{\"payload\":1}",
				"[".repeat(30_000), "{\"a\":".repeat(10_000), "{\"receipt\":" + "[".repeat(20) + "]".repeat(20) + "}",
				receipt() + "{}", "\u0000\u0001\u0002" }) {
			refused(stranger, hostile, notOne);
		}
		refused(stranger, "a".repeat(65 * 1024), "The receipt file must be 64 KB or smaller");
		refused(stranger, "a".repeat(900 * 1024), "The receipt file must be 64 KB or smaller");
		assertThat(stranger.sends(ADDRESS, Map.of()).text()).contains("Select a receipt file or paste its contents");
		assertThat(stranger.sends(ADDRESS, Map.of("text", "<script>alert(1)</script>")).text()).contains(notOne)
			.contains("&lt;script&gt;")
			.doesNotContain("<script>alert");
	}

	@Test
	void numbers_that_would_fill_the_memory_are_read_for_little() throws Exception {
		Visitor stranger = visitors.anybody();
		stranger.opens(ADDRESS);

		refused(stranger, "{\"receipt\":1e999999999,\"protected\":\"\",\"payload\":\"\"}",
				"Select a receipt file: what you sent is not one");
		Page read = upload(stranger, changed("receipt", Map.of("edition", 1e300)));
		assertThat(read.text()).contains("This file has been changed");
	}

	@Test
	void what_is_larger_than_any_form_of_strangers_is_not_even_read() {
		Visitor stranger = visitors.anybody();
		stranger.opens(ADDRESS);

		Page page = upload(stranger, "a".repeat(1_100_000));

		assertThat(page.status()).isEqualTo(413);
		assertThat(page.text()).contains("too large");
	}

	@Test
	void nothing_secret_and_nothing_that_was_sent_stands_in_the_log(CapturedOutput log) throws Exception {
		Visitor stranger = visitors.anybody();
		stranger.opens(ADDRESS);
		upload(stranger, receipt());
		upload(stranger, changed("signature", "not-a-signature"));
		upload(stranger, "{ no json");

		assertThat(log.getAll()).doesNotContain(signed(receipt()).signature(), "not-a-signature", "no json",
				secretOf(own));
	}

	@Test
	void the_keys_are_there_for_anybody_without_a_session_and_may_be_kept_for_an_hour() {
		SigningKey lastYears = SigningKey.fresh();
		keys.publish(lastYears.published());
		keys.publish(own.published());

		Page all = visitors.anybody().opens("/.well-known/jwks.json");

		assertThat(all.status()).isEqualTo(200);
		assertThat(all.header("Content-Type")).startsWith("application/json");
		assertThat(all.header("Cache-Control")).isEqualTo("max-age=3600, public");
		assertThat(all.header("Set-Cookie")).isEmpty();
		assertThat(all.text()).contains(own.published().x(), lastYears.published().x(), "\"kty\":\"OKP\"",
				"\"crv\":\"Ed25519\"", "\"until\":");
		assertThat(all.text().indexOf(own.published().x())).as("the present one stands first")
			.isLessThan(all.text().indexOf(lastYears.published().x()));
		assertThat(all.text()).doesNotContain("\"d\"", secretOf(own));
	}

	@Test
	void each_key_is_there_as_openssl_reads_it() {
		Page one = visitors.anybody().opens("/.well-known/receipt-keys/" + own.published().id() + ".pem");

		assertThat(one.status()).isEqualTo(200);
		assertThat(one.text()).isEqualTo(own.published().pem());
		assertThat(one.header("Cache-Control")).isEqualTo("max-age=3600, public");
		assertThat(one.header("Set-Cookie")).isEmpty();
		assertThat(visitors.anybody().opens("/.well-known/receipt-keys/0123456789abcdef.pem").status()).isEqualTo(404);
		assertThat(visitors.anybody().opens("/.well-known/receipt-keys/whatever.pem").status()).isEqualTo(404);
		assertThat(visitors.anybody().opens("/.well-known/other").status()).isEqualTo(404);
	}

	@Test
	void one_key_signs_at_a_time_and_none_is_ever_gone() {
		SigningKey next = SigningKey.fresh();
		keys.publish(own.published());
		keys.publish(next.published());

		assertThat(keys.all().stream().filter(key -> key.until() == null).map(PublishedKey::key))
			.containsExactly(next.published());
		keys.publish(own.published());
		assertThat(keys.all().stream().filter(key -> key.until() == null).map(PublishedKey::key))
			.containsExactly(own.published());
		assertThat(keys.find(next.published().id())).isPresent();
	}

	private Page upload(Visitor visitor, String content) {
		return visitor.uploads(ADDRESS, Map.of(), "file", Map.of("receipt.json", bytes(content)));
	}

	private void refused(Visitor visitor, String content, String sentence) {
		Page page = upload(visitor, content);
		assertThat(page.status()).as(content.substring(0, Math.min(20, content.length()))).isEqualTo(422);
		assertThat(page.text()).contains(sentence);
	}

	private String changed(String member, Object value) throws Exception {
		Map<String, Object> file = AttestedReceipt.members(receipt());
		if (value == null) {
			file.remove(member);
		}
		else {
			file.put(member, value);
		}
		return JsonMapper.shared().writeValueAsString(file);
	}

	private static SignedText signed(String file) {
		return ReceiptFile.read(file).orElseThrow().signed();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String secretOf(SigningKey key) {
		return key.pem().lines().skip(1).findFirst().orElseThrow();
	}

}
