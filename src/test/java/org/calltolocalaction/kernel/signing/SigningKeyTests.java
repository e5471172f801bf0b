package org.calltolocalaction.kernel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key comes as operators have it, and never shows itself. */
class SigningKeyTests {

	/** The first test of RFC 8032, 7.1. */
	private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

	private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

	private static final String SIGNATURE = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

	private static final String WRITTEN = Base64.getEncoder()
		.encodeToString(HexFormat.of().parseHex("302e020100300506032b657004220420" + SECRET));

	@Test
	void the_public_part_and_the_signature_are_those_of_the_standard() {
		SigningKey key = SigningKey.read(WRITTEN);

		assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.published().x()))).isEqualTo(PUBLIC);
		assertThat(HexFormat.of().formatHex(key.sign(new byte[0]))).isEqualTo(SIGNATURE);
		assertThat(key.published().verifies(new byte[0], HexFormat.of().parseHex(SIGNATURE))).isTrue();
	}

	@Test
	void a_key_is_read_as_one_line_as_a_file_and_as_a_file_of_settings_writes_it() {
		VerifyingKey expected = SigningKey.read(WRITTEN).published();
		String pem = "-----BEGIN PRIVATE KEY-----\n" + WRITTEN + "\n-----END PRIVATE KEY-----\n";

		assertThat(SigningKey.read(pem).published()).isEqualTo(expected);
		assertThat(SigningKey.read(pem.replace("\n", "\\n")).published()).isEqualTo(expected);
		assertThat(SigningKey.read(SigningKey.read(pem).pem()).published()).isEqualTo(expected);
		assertThat(SigningKey.read(" " + WRITTEN + "\n").published()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "MC4CAQAwBQYDK2VwBCIEIFet", "-----BEGIN PRIVATE KEY-----",
			"MC4CAQAwBQYDK2VuBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g" })
	void what_is_no_key_is_refused_without_being_repeated(String written) {
		assertThat(SigningKey.isOne(written)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.read(written))
			.withMessage("No private key of Ed25519 in the form of PKCS#8")
			.withNoCause();
	}

	@Test
	void a_key_for_another_algorithm_is_refused() throws Exception {
		byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();

		assertThat(SigningKey.isOne(Base64.getEncoder().encodeToString(rsa))).isFalse();
	}

	@Test
	void a_key_says_nothing_of_itself_but_its_public_part() {
		SigningKey key = SigningKey.fresh();

		assertThat(key).hasToString("the key " + key.published().id());
		assertThat(key.published().id().value()).isEqualTo(key.published().sha256().substring(0, 16));
		assertThat(SigningKey.fresh().published()).isNotEqualTo(key.published());
	}

}
