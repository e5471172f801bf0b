package org.calltolocalaction.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskHealthTests {

	@TempDir
	private Path folder;

	@Test
	void where_there_is_room_all_is_well() {
		assertThat(status(DataSize.ofBytes(1), folder)).isEqualTo(Status.UP);
	}

	@Test
	void a_disk_that_is_full_is_told() throws Exception {
		long free = Files.getFileStore(folder).getUsableSpace();

		assertThat(status(DataSize.ofBytes(2 * free + 1), folder)).isEqualTo(Status.DOWN);
	}

	@Test
	void one_of_several_folders_is_enough() {
		assertThat(status(DataSize.ofBytes(1), folder, folder.resolve("gone"))).isEqualTo(Status.DOWN);
	}

	private static Status status(DataSize least, Path... folders) {
		return new DiskHealth(Stream.of(folders).map(Path::toString).toList(), least).health().getStatus();
	}

}
