package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Looks at a file that came otherwise than by a form just as at one that is attached: of
 * the same types only, up to the same size, and without what it tells beyond what it
 * shows.
 */
@Component
public class CheckFile {

	private final CleanCopies copies;

	CheckFile(CleanCopies copies) {
		this.copies = copies;
	}

	/** What was found. */
	public sealed interface Result {

	}

	/**
	 * It may be kept, as it is here.
	 *
	 * @param type its media type
	 */
	public record Fit(String name, String type, byte[] content, String sha256) implements Result {
	}

	/** It is not to be kept. */
	public record Unfit(Reason reason) implements Result {
	}

	/**
	 * @param name as whoever sent it calls it
	 */
	public Result check(String name, byte[] sent) {
		if (sent.length == 0) {
			return new Unfit(Reason.EMPTY);
		}
		if (sent.length > AttachFile.LARGEST.toBytes()) {
			return new Unfit(Reason.TOO_LARGE);
		}
		try (CleanCopies.Copy copy = copies.of(new ByteArrayResource(sent)); InputStream content = copy.content()) {
			byte[] kept = content.readAllBytes();
			return new Fit(FileName.of(name, copy.type()), copy.type().mediaType(), kept, Sha256.of(kept));
		}
		catch (UnfitFile unfit) {
			return new Unfit(unfit.reason());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("A file that came by mail cannot be read", unreadable);
		}
	}

}
