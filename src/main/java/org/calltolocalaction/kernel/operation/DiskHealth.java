package org.calltolocalaction.kernel.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Whether there is room where the desk writes: in the folder for temporary files, in
 * which uploads lie while they are looked at, and in the data folder where there is one.
 * Its name is that of the one that comes with Spring Boot, which it replaces, and which
 * looks at the folder from which the desk was started.
 */
@Component("diskSpaceHealthIndicator")
class DiskHealth implements HealthIndicator {

	private final List<Path> folders;

	private final DataSize least;

	DiskHealth(@Value("${spring.servlet.multipart.location:${java.io.tmpdir}}") String uploads,
			ObjectProvider<WatchedFolder> others, @Value("${desk.disk.least}") DataSize least) {
		this.folders = Stream.concat(Stream.of(Path.of(uploads)), others.stream().map(WatchedFolder::path))
			.map(folder -> folder.toAbsolutePath().normalize())
			.toList();
		this.least = least;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		for (Path folder : folders) {
			String trouble = trouble(folder);
			health.withDetail(folder.toString(), trouble == null ? "has room" : trouble);
			if (trouble != null) {
				health.status(Status.DOWN);
			}
		}
		return health.build();
	}

	private @Nullable String trouble(Path folder) {
		try {
			if (!Files.isWritable(folder)) {
				return "cannot be written to";
			}
			long free = Files.getFileStore(folder).getUsableSpace();
			return free < least.toBytes() ? "has %d MB left, less than %d MB"
				.formatted(DataSize.ofBytes(free).toMegabytes(), least.toMegabytes()) : null;
		}
		catch (IOException gone) {
			return "cannot be looked at: " + gone;
		}
	}

}
