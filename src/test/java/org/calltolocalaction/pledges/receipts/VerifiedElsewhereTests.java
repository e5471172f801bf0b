package org.calltolocalaction.pledges.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.signing.SignedText;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A receipt convinces whoever has openssl, or Python, and nothing of ours but the file
 * and the published keys: by what docs/receipts.md says, word by word.
 */
class VerifiedElsewhereTests extends ReceiptTest {

	private static final Path DOCS = Path.of("docs/receipts.md");

	private static final Path SCRIPT = Path.of("docs/verify-receipt.py").toAbsolutePath();

	private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

	private static final String VERIFIED = "Signature Verified Successfully";

	@Autowired
	private Visitors visitors;

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void a_receipt_and_the_published_keys() throws Exception {
		file = folder.resolve("CLA-2026-0042-1-receipt.json");
		Files.writeString(file, receipt());
		takesTheKeys();
	}

	@Test
	void openssl_verifies_a_receipt_by_the_lines_of_the_docs() throws Exception {
		Ran ran = byHand();

		assertThat(ran.said()).contains(VERIFIED).contains("\"kid\":\"" + own.published().id() + "\"");
		assertThat(ran.status()).isZero();
	}

	@Test
	void openssl_refuses_a_receipt_with_another_letter() throws Exception {
		alters("payload");

		assertThat(byHand().said()).doesNotContain(VERIFIED).contains("Signature Verification Failure");
	}

	@Test
	void openssl_refuses_a_receipt_that_another_key_signed() throws Exception {
		Files.writeString(folder.resolve("key.pem"), SigningKey.fresh().published().pem());

		assertThat(byHand().said()).doesNotContain(VERIFIED);
	}

	@Test
	void openssl_finds_the_id_of_a_key_in_the_key() throws Exception {
		assertThat(run("sh", "-c", "openssl pkey -pubin -in key.pem -outform DER | sha256sum").said())
			.startsWith(own.published().id().value());
	}

	@Test
	void a_key_that_openssl_made_signs() throws Exception {
		SigningKey pem = SigningKey.read(run("openssl", "genpkey", "-algorithm", "ed25519").said());
		SigningKey line = SigningKey
			.read(run("sh", "-c", "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0").said());

		for (SigningKey key : List.of(pem, line)) {
			Files.writeString(file, receiptSignedBy(key));
			takesTheKeys();
			assertThat(byScript().said()).startsWith("GENUINE");
		}
	}

	@Test
	void the_script_has_twenty_lines_and_verifies_a_receipt() throws Exception {
		Ran ran = byScript();

		assertThat(Files.readAllLines(SCRIPT)).hasSizeLessThanOrEqualTo(20);
		assertThat(ran.status()).as(ran.said()).isZero();
		assertThat(ran.said()).startsWith("GENUINE")
			.contains(pledge.value(), story.nameOfGovernmentOf(member), revision().receipt().sha256());
	}

	@Test
	void the_script_verifies_a_receipt_of_an_earlier_key() throws Exception {
		Files.writeString(file, receiptSignedBy(SigningKey.fresh()));
		keys.publish(own.published());
		takesTheKeys();

		assertThat(byScript().said()).startsWith("GENUINE");
	}

	@Test
	void the_script_refuses_what_was_altered_wherever_it_was() throws Exception {
		String genuine = Files.readString(file);
		for (String member : List.of("payload", "signature", "government", "sha256")) {
			Files.writeString(file, genuine);
			alters(member);
			assertThat(byScript().said()).as(member).startsWith("NOT GENUINE");
			assertThat(byScript().status()).isNotZero();
		}
	}

	@Test
	void the_script_refuses_what_a_stranger_signed() throws Exception {
		SigningKey stranger = SigningKey.fresh();
		forgetSignature();
		// The database would know no such key.
		Files.writeString(file,
				ReceiptFile.of(SignedText.sign(AttestedReceipt.TYPE,
						AttestedReceipt.of(revision(), properties.publicAddress(), revision().submittedAt())
							.json()
							.getBytes(StandardCharsets.UTF_8),
						stranger))
					.json());

		assertThat(byScript().said()).startsWith("NOT GENUINE: no key of this list signed it");
	}

	/** What a program said, on both of its outputs, and how it ended. */
	private record Ran(int status, String said) {
	}

	/** All blocks of the part about openssl but the one that fetches the key. */
	private Ran byHand() throws Exception {
		String part = Files.readString(DOCS).split("## With ")[1];
		String lines = String.join("\n",
				BLOCK.matcher(part)
					.results()
					.map((MatchResult block) -> block.group(1))
					.filter(block -> !block.startsWith("curl"))
					.toList());
		assertThat(lines).contains("openssl pkeyutl -verify");
		return run("sh", "-c", lines);
	}

	private Ran byScript() throws Exception {
		return run("python3", SCRIPT.toString(), file.getFileName().toString(), "jwks.json");
	}

	private void takesTheKeys() throws IOException {
		Files.writeString(folder.resolve("key.pem"),
				visitors.anybody().opens("/.well-known/receipt-keys/" + own.published().id() + ".pem").text());
		Files.writeString(folder.resolve("jwks.json"), visitors.anybody().opens("/.well-known/jwks.json").text());
	}

	/** One letter in the middle of what stands under this name. */
	private void alters(String member) throws IOException {
		String genuine = Files.readString(file);
		int place = genuine.indexOf(": \"", genuine.indexOf("\"" + member + "\"")) + 9;
		char other = genuine.charAt(place) == 'x' ? 'y' : 'x';
		Files.writeString(file, genuine.substring(0, place) + other + genuine.substring(place + 1));
	}

	private Ran run(String... command) throws Exception {
		File said = folder.resolve("said.txt").toFile();
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(said)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command[0]).isTrue();
		return new Ran(process.exitValue(), Files.readString(said.toPath()));
	}

}
