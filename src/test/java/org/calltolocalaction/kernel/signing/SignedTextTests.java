package org.calltolocalaction.kernel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What was signed is believed to the letter, and for what it is. */
class SignedTextTests {

	private final SigningKey key = SigningKey.fresh();

	private final SignedText signed = SignedText.sign("a-thing", "São Paulo".getBytes(StandardCharsets.UTF_8), key);

	@Test
	void what_was_signed_is_read_again() {
		SignedText read = SignedText.read(signed.compact());

		assertThat(read.signedBy("a-thing")).contains(key.published().id());
		assertThat(read.isSignedBy(key.published())).isTrue();
		assertThat(read.text()).isEqualTo("São Paulo");
	}

	@Test
	void another_letter_anywhere_is_another_text() {
		String whole = signed.compact();
		for (int place = 0; place < whole.length(); place++) {
			for (char other : new char[] { 'A', 'B', '-', '=', '.', 'é' }) {
				if (whole.charAt(place) != other && whole.charAt(place) != '.' && other != '.') {
					SignedText altered = SignedText
						.read(whole.substring(0, place) + other + whole.substring(place + 1));
					assertThat(altered.isSignedBy(key.published())).as("%s at %d", other, place).isFalse();
				}
			}
		}
	}

	@Test
	void the_last_letter_of_a_signature_has_one_spelling() {
		String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		String all = signed.signature();
		String start = all.substring(0, all.length() - 1);

		assertThat(letters.chars()
			.mapToObj(last -> new SignedText(signed.header(), signed.content(), start + (char) last))
			.filter(text -> text.isSignedBy(key.published()))).containsExactly(signed);
	}

	@Test
	void nobody_else_signed_it() {
		assertThat(signed.isSignedBy(SigningKey.fresh().published())).isFalse();
	}

	@Test
	void one_thing_does_not_pass_for_another() {
		assertThat(signed.signedBy("another-thing")).isEmpty();
	}

	@Test
	void no_other_algorithm_is_taken_from_the_header() {
		for (String header : new String[] { "{\"alg\":\"none\",\"kid\":\"0123456789abcdef\",\"typ\":\"a-thing\"}",
				"{\"alg\":\"HS256\",\"kid\":\"0123456789abcdef\",\"typ\":\"a-thing\"}",
				"{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"kid\":\"0123456789abcdef\",\"typ\":\"a-thing\"}", "", "{}" }) {
			String encoded = Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(header.getBytes(StandardCharsets.UTF_8));
			assertThat(new SignedText(encoded, signed.content(), signed.signature()).signedBy("a-thing")).as(header)
				.isEmpty();
		}
	}

	@Test
	void what_has_not_three_parts_is_no_signed_text() {
		assertThatIllegalArgumentException().isThrownBy(() -> SignedText.read("a.b"));
		assertThatIllegalArgumentException().isThrownBy(() -> SignedText.read("a.b.c.d"));
	}

}
