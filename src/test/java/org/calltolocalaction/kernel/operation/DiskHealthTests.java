package org.calltolocalaction.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskHealthTests {

	@TempDir
	private Path folder;

	@Test
	void where_there_is_room_all_is_well() {
		assertThat(status(DataSize.ofBytes(1))).isEqualTo(Status.UP);
	}

	@Test
	void a_disk_that_is_full_is_told() throws Exception {
		long free = Files.getFileStore(folder).getUsableSpace();

		assertThat(status(DataSize.ofBytes(2 * free + 1))).isEqualTo(Status.DOWN);
	}

	@Test
	void one_of_several_folders_is_enough() {
		assertThat(status(DataSize.ofBytes(1), folder.resolve("gone"))).isEqualTo(Status.DOWN);
	}

	private Status status(DataSize least, Path... others) {
		ObjectProvider<WatchedFolder> watched = new ObjectProvider<>() {

			@Override
			public Stream<WatchedFolder> stream() {
				return Stream.of(others).map(WatchedFolder::new);
			}

		};
		return new DiskHealth(new DiskSpace(folder.toString(), watched, least)).health().getStatus();
	}

}
