package org.calltolocalaction.kernel.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the database is told apart by. */
class LockSpaceTests {

	/**
	 * The one space without a word of its own is told from the others by the shape of
	 * what it is about.
	 */
	@Test
	void no_two_purposes_share_a_number() {
		List<LockSpace> spaces = List.of(LockSpace.values());

		assertThat(spaces).extracting(space -> space.seed() + space.key("")).doesNotHaveDuplicates();
		assertThat(spaces).filteredOn(space -> !space.key("").isEmpty())
			.allSatisfy(space -> assertThat(spaces)
				.filteredOn(other -> other.seed() == space.seed() && other.key("").startsWith(space.key("")))
				.containsExactly(space));
	}

	/**
	 * Of a change, a version of the desk that still runs beside the new one would know
	 * nothing.
	 */
	@Test
	void the_numbers_stay_what_they_were() {
		assertThat(Arrays.stream(LockSpace.values()).map(space -> space + " " + space.seed() + " " + space.key("…")))
			.containsExactly("""
					IMPORT_OF_EARLIER_PLEDGES 2 import of earlier pledges…
					MERGING_GOVERNMENTS 1 merging governments…
					ACTS_ON_MANY_PLEDGES 1 acts on many pledges…
					ORDER_OF_EDITIONS 3 the order of the editions…
					EDITION 6 edition …
					PARTNERS 9 partners…
					ACCOUNT_OF_ADDRESS 0 …
					SIGN_IN_LINKS_FOR_CLIENT 1 sign-in client …
					SIGN_IN_LINKS_TO_ADDRESS 1 sign-in address …
					GOVERNMENT 1 …
					INVITATIONS_FROM_CLIENT 1 invitations from …
					INVITATIONS_BY_PERSON 1 invitations by …
					INVITATIONS_TO_ADDRESS 1 invitations to …
					DRAFTS_BY_PERSON 1 drafts by …
					DRAFTS_OF_GOVERNMENT 1 drafts of …
					FILES_OF_GOVERNMENT 1 files of …
					ABSENCES_OF_REVIEWER 5 …
					ERASING 1 erasing personal values…
					CHECKPOINTS 8 checkpoints of the trail…
					MAILS_FOR_READER 2 …
					LINE_OF_PLEDGE 7 …
					""".strip().split("\n"));
	}

	@Test
	void whoever_waits_for_another_transaction_does_it_by_a_purpose_of_the_list() {
		assertThat(sources().filter(source -> read(source).contains("pg_advisory_xact_lock"))
			.map(source -> source.getFileName().toString())).containsExactly("TransactionLocks.java");
	}

	private static Stream<Path> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
