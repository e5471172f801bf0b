package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayUpTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 6, 8 })
	void a_photograph_says_which_way_up_it_is_to_be_shown(int way) throws IOException {
		assertThat(WayUp.of(jpeg(new Orientation(way).asNotes()))).isEqualTo(way);
		assertThat(WayUp.of(png(new Orientation(way).asNotes()))).isEqualTo(way);
	}

	@Test
	void what_says_nothing_or_nonsense_stands_as_it_is() throws IOException {
		assertThat(WayUp.of(jpeg(new byte[] { 1, 2, 3 }))).isEqualTo(1);
		assertThat(WayUp.of(png(new byte[0]))).isEqualTo(1);
		assertThat(WayUp.of(file(new byte[0]))).isEqualTo(1);
		assertThat(WayUp.of(file(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff }))).isEqualTo(1);
		assertThat(WayUp.of(file("no picture at all".getBytes(StandardCharsets.UTF_8)))).isEqualTo(1);
	}

	private Path jpeg(byte[] notes) throws IOException {
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(jpeg);
		out.writeShort(0xffd8);
		out.writeShort(0xffe0);
		out.writeShort(2 + 14);
		out.write(new byte[14]);
		out.writeShort(0xffe1);
		out.writeShort(2 + 6 + notes.length);
		out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
		out.write(notes);
		out.writeShort(0xffda);
		return file(jpeg.toByteArray());
	}

	private Path png(byte[] notes) throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(png);
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		out.writeInt(13);
		out.writeBytes("IHDR");
		out.write(new byte[13 + 4]);
		out.writeInt(notes.length);
		out.writeBytes("eXIf");
		out.write(notes);
		out.writeInt(0);
		out.writeInt(0);
		out.writeBytes("IEND");
		out.writeInt(0);
		return file(png.toByteArray());
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(folder, "picture", ".bin"), content);
	}

}
