package org.calltolocalaction.pledges.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.testing.Costs;
import org.calltolocalaction.testing.HostileFiles;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** A file is what its content shows it to be. */
class FileTypesTests {

	private final FileTypes types = new FileTypes();

	static Stream<Arguments> taken() {
		return Stream.of(arguments(FileType.PDF, SampleFiles.pdf("Plan")), arguments(FileType.DOCX, SampleFiles.docx()),
				arguments(FileType.DOCX, SampleFiles.docxFromElsewhere()), arguments(FileType.ODT, SampleFiles.odt()),
				arguments(FileType.PNG, SampleFiles.picture("png")),
				arguments(FileType.JPEG, SampleFiles.picture("jpg")));
	}

	@ParameterizedTest
	@MethodSource("taken")
	void documents_and_pictures_are_recognised(FileType type, byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.As(type));
	}

	static Stream<byte[]> notTaken() {
		return Stream.concat(
				Stream
					.of("<!DOCTYPE html><html><script>alert(1)</script></html>",
							"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
							"<?xml version=\"1.0\"?><office:document/>", "#!/bin/sh\nrm -rf /\n",
							"MZ\u0090\u0000\u0003", "{\\rtf1 Plan}", "Only text. ".repeat(1000) + "%PDF-1.4", "x")
					.map(text -> text.getBytes(UTF_8)),
				Stream.of(SampleFiles.zip(), SampleFiles.xlsx(), SampleFiles.ods(), SampleFiles.picture("gif"),
						new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
								(byte) 0xE1 }));
	}

	@ParameterizedTest
	@MethodSource("notTaken")
	void whatever_else_it_is_it_is_not_taken_for_a_document(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.Unknown());
	}

	static Stream<byte[]> withMacros() {
		return Stream.of(SampleFiles.docm(), SampleFiles.docmInDisguise(), SampleFiles.odtWithMacros());
	}

	@ParameterizedTest
	@MethodSource("withMacros")
	void a_document_with_macros_is_told_from_one_without(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.WithMacros());
	}

	@Test
	void an_archive_of_which_the_end_is_missing_is_damaged() throws IOException {
		byte[] whole = SampleFiles.docx();

		assertThat(recognise(Arrays.copyOf(whole, whole.length - 30))).isEqualTo(new Recognised.Damaged());
	}

	@Test
	void a_document_that_unpacks_to_far_more_than_it_is_is_not_taken() throws Exception {
		byte[] file = HostileFiles.bomb(
				Map.of("[Content_Types].xml", "<Override ContentType=\"" + FileType.DOCX.mediaType() + ".main+xml\"/>"),
				300);

		assertThat(file).hasSizeLessThan(400_000);
		assertThat(Costs.within(16, 2, () -> recognise(file))).isEqualTo(new Recognised.Excessive());
	}

	@Test
	void an_archive_of_a_hundred_thousand_parts_is_not_taken() throws Exception {
		byte[] file = HostileFiles.crowded(Map.of("mimetype", FileType.ODT.mediaType()), 100_000);

		assertThat(Costs.within(16, 2, () -> recognise(file))).isEqualTo(new Recognised.Excessive());
	}

	@Test
	void a_document_with_a_part_twice_is_not_taken() throws IOException {
		byte[] file = HostileFiles.archive(new LinkedHashMap<>(
				Map.of("mimetype", FileType.ODT.mediaType(), "content1.xml", "<a/>", "content2.xml", "<b/>")));

		assertThat(recognise(file)).isEqualTo(new Recognised.As(FileType.ODT));
		assertThat(recognise(HostileFiles.renamed(file, "content2.xml", "content1.xml")))
			.isEqualTo(new Recognised.Damaged());
	}

	private Recognised recognise(byte[] content) throws IOException {
		return types.recognise(new ByteArrayResource(content));
	}

}
