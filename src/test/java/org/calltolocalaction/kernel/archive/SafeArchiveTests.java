package org.calltolocalaction.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.archive.UnsafeArchive.Reason;
import org.calltolocalaction.testing.Costs;
import org.calltolocalaction.testing.HostileFiles;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Looking into an archive costs little, whatever is in it. */
class SafeArchiveTests {

	private static final SafeArchive.Limits LIMITS = new SafeArchive.Limits(200, 32L * 1024 * 1024, 250);

	private static final Map<String, String> LITTLE = Map.of("a.xml", "<a/>");

	@Test
	void a_document_is_read_part_by_part() throws IOException {
		Map<String, Integer> found = new LinkedHashMap<>();
		try (SafeArchive archive = SafeArchive.open(SampleFiles.docx(), LIMITS)) {
			archive.each((name, content) -> found.put(name, content.readAllBytes().length));
			assertThat(new String(archive.beginning("word/document.xml", 100), StandardCharsets.UTF_8))
				.isEqualTo("<w:document xmlns:w=\"urn:word\"/>");
			assertThat(archive.beginning("absent.xml", 100)).isEmpty();
		}
		assertThat(found).containsEntry("word/document.xml", 32).hasSize(2);
	}

	static Stream<Arguments> hostile() {
		byte[] little = HostileFiles.archive(Map.of("ab/../c.xml", "<a/>"));
		byte[] two = HostileFiles.archive(new LinkedHashMap<>(Map.of("one.xml", "<a/>", "two.xml", "<b/>")));
		byte[] whole = SampleFiles.docx();
		return Stream.of(arguments("unpacks to a thousand times", HostileFiles.bomb(LITTLE, 200), Reason.EXCESSIVE),
				arguments("many parts", HostileFiles.crowded(LITTLE, 60_000), Reason.EXCESSIVE),
				arguments("too many parts for one directory", HostileFiles.crowded(LITTLE, 100_000), Reason.EXCESSIVE),
				arguments("many parts, one told", HostileFiles.lyingAboutItsCount(HostileFiles.crowded(LITTLE, 60_000)),
						Reason.EXCESSIVE),
				arguments("two parts, one told", HostileFiles.lyingAboutItsCount(two), Reason.UNREADABLE),
				arguments("a name twice", HostileFiles.renamed(two, "two.xml", "one.xml"), Reason.UNREADABLE),
				arguments("a name twice in other capitals", HostileFiles.renamed(two, "two.xml", "ONE.xml"),
						Reason.UNREADABLE),
				arguments("a name that leads out", little, Reason.UNREADABLE),
				arguments("a name from the root", HostileFiles.archive(Map.of("/etc/passwd", "x")), Reason.UNREADABLE),
				arguments("a name of another system", HostileFiles.archive(Map.of("..\\..\\x", "x")),
						Reason.UNREADABLE),
				arguments("a name of a drive", HostileFiles.archive(Map.of("C:/x", "x")), Reason.UNREADABLE),
				arguments("entries that share their data", HostileFiles.overlapping(), Reason.UNREADABLE),
				arguments("its end is missing", Arrays.copyOf(whole, whole.length - 30), Reason.UNREADABLE),
				arguments("something behind its end", Arrays.copyOf(whole, whole.length + 30), Reason.UNREADABLE),
				arguments("no archive", "reference;title".getBytes(StandardCharsets.UTF_8), Reason.UNREADABLE),
				arguments("nothing", new byte[0], Reason.UNREADABLE));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	void what_is_hostile_is_refused_for_little(String what, byte[] file, Reason reason) throws Exception {
		Costs.within(48, 2, () -> {
			assertThatThrownBy(() -> looksInto(file)).isInstanceOf(UnsafeArchive.class)
				.extracting(unsafe -> ((UnsafeArchive) unsafe).reason())
				.isEqualTo(reason);
			return null;
		});
	}

	@Test
	void an_archive_in_an_archive_is_not_opened() throws Exception {
		byte[] file = HostileFiles.nested(50);

		Costs.within(16, 2, () -> {
			looksInto(file);
			return null;
		});
	}

	private static void looksInto(byte[] file) throws IOException {
		try (SafeArchive archive = SafeArchive.open(file, LIMITS)) {
			archive.each((name, content) -> {
			});
		}
	}

}
