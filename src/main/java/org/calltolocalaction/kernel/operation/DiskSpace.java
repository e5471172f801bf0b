package org.calltolocalaction.kernel.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much room there is where the desk writes: in the folder for temporary files, in
 * which uploads lie while they are looked at, and in the data folder where there is one.
 */
@Component
public class DiskSpace {

	private final List<Path> folders;

	private final DataSize least;

	DiskSpace(@Value("${spring.servlet.multipart.location:${java.io.tmpdir}}") String uploads,
			ObjectProvider<WatchedFolder> others, @Value("${desk.disk.least}") DataSize least) {
		this.folders = Stream.concat(Stream.of(Path.of(uploads)), others.stream().map(WatchedFolder::path))
			.map(folder -> folder.toAbsolutePath().normalize())
			.toList();
		this.least = least;
	}

	/**
	 * A folder in which the desk writes.
	 *
	 * @param free how many bytes are left there
	 * @param trouble what is wrong with it, for operators
	 */
	public record Folder(Path path, long free, Optional<String> trouble) {
	}

	/** Each of them, looked at now. */
	public List<Folder> folders() {
		return folders.stream().map(this::look).toList();
	}

	private Folder look(Path folder) {
		try {
			if (!Files.isWritable(folder)) {
				return new Folder(folder, 0, Optional.of("cannot be written to"));
			}
			long free = Files.getFileStore(folder).getUsableSpace();
			return new Folder(folder, free,
					free < least.toBytes()
							? Optional.of("has %d MB left, less than %d MB"
								.formatted(DataSize.ofBytes(free).toMegabytes(), least.toMegabytes()))
							: Optional.empty());
		}
		catch (IOException gone) {
			return new Folder(folder, 0, Optional.of("cannot be looked at: " + gone));
		}
	}

}
