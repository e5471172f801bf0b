package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.kernel.signing.VerifyingKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that is tried out signs by a key of its own. */
class DemonstrationKeyTests {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void a_folder() {
		file = folder.resolve("receipt-signing-key.pem");
	}

	@Test
	void it_is_made_at_the_first_start_and_kept_for_the_next() {
		VerifyingKey first = new DemonstrationKey(file).key().published();

		assertThat(new DemonstrationKey(file).key().published()).isEqualTo(first);
		assertThat(folder).isDirectoryNotContaining(other -> !other.getFileName().equals(file.getFileName()));
	}

	@Test
	void only_its_owner_reads_it() throws IOException {
		new DemonstrationKey(file).key();

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void a_start_that_was_cut_off_leaves_nothing_that_hinders_the_next() throws IOException {
		Files.writeString(folder.resolve("receipt-signing-key.pem.new"), "-----BEGIN PRIV");

		assertThat(new DemonstrationKey(file).key()).isNotNull();
	}

	@Test
	void a_file_that_was_spoilt_is_named_and_left_as_it_is() throws IOException {
		Files.writeString(file, "spoilt");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> new DemonstrationKey(file).key())
			.withMessageContaining(file.toString())
			.withMessageNotContaining("spoilt")
			.satisfies(refused -> assertThat(refused.action()).contains("Put it back"));
		assertThat(file).hasContent("spoilt");
	}

}
