package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a photograph only the picture is kept. */
class CleanPictureTests {

	private static final CleanJpeg JPEG = new CleanJpeg();

	private static final CleanPng PNG = new CleanPng();

	private static final byte[] PLAIN = jpeg(false);

	private static final byte[] NOTES = notes(ByteOrder.LITTLE_ENDIAN, 6);

	@Test
	void a_photograph_of_a_telephone_does_not_tell_where_when_and_by_what_it_was_taken() throws Exception {
		byte[] photograph = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		assertThat(read(photograph).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation()).isNotNull();

		byte[] clean = JPEG.clean(photograph);

		assertThat(told(clean)).isEmpty();
		assertThat(dots(clean)).isEqualTo(dots(photograph));
	}

	static Stream<Arguments> tellingParts() {
		return Stream.of(arguments("Exif", app(0xe1, "Exif\0\0", NOTES)),
				arguments("Exif of the other order", app(0xe1, "Exif\0\0", notes(ByteOrder.BIG_ENDIAN, 1))),
				arguments("XMP", app(0xe1, "http://ns.adobe.com/xap/1.0/\0", bytes(
						"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
								+ "<rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='0,18.8N'/></rdf:RDF></x:xmpmeta>"))),
				arguments("more of XMP", app(0xe1, "http://ns.adobe.com/xmp/extension/\0", bytes("Ana"))),
				arguments("IPTC", app(0xed, "Photoshop 3.0\0", bytes("8BIM\4\4\0\0\0\0\0\10\34\2\120\0\3Ana"))),
				arguments("a second picture", app(0xe2, "MPF\0", NOTES)),
				arguments("a small picture", app(0xe0, "JFXX\0", bytes("\20Ana"))),
				arguments("a comment", app(0xfe, "", bytes("by Ana"))),
				arguments("a maker's own", app(0xe5, "Ana", new byte[20])));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("tellingParts")
	void nothing_that_stands_beside_the_picture_is_kept(String what, byte[] part) throws Exception {
		byte[] photograph = with(PLAIN, part);

		byte[] clean = JPEG.clean(photograph);

		assertThat(told(clean)).as(what).isEmpty();
		assertThat(clean).hasSizeLessThanOrEqualTo(PLAIN.length + 36);
		assertThat(dots(clean)).isEqualTo(dots(photograph));
	}

	@Test
	void what_stands_between_the_parts_or_behind_the_end_is_not_kept() throws Exception {
		byte[] between = joined(Arrays.copyOf(PLAIN, 2), bytes("Ana"), Arrays.copyOfRange(PLAIN, 2, PLAIN.length));
		byte[] film = joined(PLAIN, bytes("ftypmp42 by Ana"), PLAIN);

		assertThat(JPEG.clean(between)).isEqualTo(JPEG.clean(PLAIN));
		assertThat(JPEG.clean(film)).isEqualTo(JPEG.clean(PLAIN));
	}

	@Test
	void the_small_picture_at_the_beginning_is_not_kept() throws Exception {
		byte[] beginning = app(0xe0, "JFIF\0", new byte[] { 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9 });
		byte[] rest = Arrays.copyOfRange(PLAIN, 20, PLAIN.length);

		assertThat(JPEG.clean(joined(Arrays.copyOf(PLAIN, 2), beginning, rest))).hasSize(PLAIN.length)
			.isEqualTo(JPEG.clean(joined(Arrays.copyOf(PLAIN, 2),
					app(0xe0, "JFIF\0", new byte[] { 1, 2, 0, 0, 1, 0, 1, 0, 0 }), rest)));
	}

	static Stream<Arguments> orientations() {
		return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
			.flatMap(order -> Stream.of(3, 6, 8).map(turned -> arguments(order, turned)));
	}

	@ParameterizedTest
	@MethodSource("orientations")
	void a_photograph_stays_the_right_way_up(ByteOrder order, int turned) throws Exception {
		byte[] jpeg = JPEG.clean(with(PLAIN, app(0xe1, "Exif\0\0", notes(order, turned))));
		byte[] png = PNG.clean(withChunk(SampleFiles.picture("png"), "eXIf", notes(order, turned)));

		assertThat(turn(jpeg)).isEqualTo(turned);
		assertThat(turn(png)).isEqualTo(turned);
		assertThat(told(jpeg)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 0, 9, 0xffff })
	void a_way_up_that_there_is_not_is_none(int number) throws Exception {
		assertThat(JPEG.clean(with(PLAIN, app(0xe1, "Exif\0\0", notes(ByteOrder.BIG_ENDIAN, number)))))
			.isEqualTo(JPEG.clean(PLAIN));
	}

	@Test
	void notes_of_a_camera_that_lead_nowhere_are_no_reason_to_refuse_a_photograph() throws Exception {
		Random chance = new Random(7);
		for (int time = 0; time < 500; time++) {
			byte[] broken = NOTES.clone();
			for (int change = 0; change < 4; change++) {
				broken[chance.nextInt(broken.length)] = (byte) chance.nextInt();
			}
			byte[] cut = Arrays.copyOf(broken, chance.nextInt(broken.length));
			assertThat(dots(JPEG.clean(with(PLAIN, app(0xe1, "Exif\0\0", cut))))).isEqualTo(dots(PLAIN));
		}
	}

	@Test
	void the_colours_are_kept() throws Exception {
		byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		byte[] colours = app(0xe2, "ICC_PROFILE\0\1\1", profile);

		byte[] clean = JPEG.clean(with(PLAIN, 20, colours));

		assertThat(clean).isEqualTo(with(JPEG.clean(PLAIN), 20, colours));
	}

	@Test
	void a_photograph_that_is_drawn_in_passes_is_kept_whole() throws Exception {
		byte[] inPasses = jpeg(true);

		assertThat(dots(JPEG.clean(with(inPasses, app(0xe1, "Exif\0\0", NOTES))))).isEqualTo(dots(inPasses));
	}

	@Test
	void a_clean_photograph_does_not_change_any_more() throws Exception {
		byte[] clean = JPEG.clean(with(PLAIN, app(0xe1, "Exif\0\0", NOTES)));
		byte[] cleanPng = PNG.clean(withChunk(SampleFiles.picture("png"), "eXIf", NOTES));

		assertThat(JPEG.clean(clean)).isEqualTo(clean);
		assertThat(PNG.clean(cleanPng)).isEqualTo(cleanPng);
	}

	static Stream<byte[]> brokenPictures() {
		return Stream.of(Arrays.copyOf(PLAIN, 30), bytes("\u00ff\u00d8\u00ff"),
				joined(Arrays.copyOf(PLAIN, 2), new byte[] { (byte) 0xff, (byte) 0xd9 }));
	}

	@ParameterizedTest
	@MethodSource("brokenPictures")
	void a_jpeg_without_a_picture_is_damaged(byte[] picture) {
		assertThatThrownBy(() -> JPEG.clean(picture)).isInstanceOfSatisfying(CannotBeCleaned.class,
				told -> assertThat(told.why()).isEqualTo(Why.DAMAGED));
	}

	static Stream<Arguments> tellingChunks() {
		return Stream.of(arguments("tEXt", bytes("Author\0Ana")), arguments("zTXt", bytes("Author\0\0x")),
				arguments("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0<x/>")),
				arguments("eXIf", notes(ByteOrder.BIG_ENDIAN, 1)),
				arguments("tIME", new byte[] { 7, (byte) 0xe8, 1, 1, 1, 1, 1 }), arguments("caBX", bytes("Ana")));
	}

	@ParameterizedTest
	@MethodSource("tellingChunks")
	void nothing_that_stands_beside_the_picture_of_a_png_is_kept(String type, byte[] content) throws Exception {
		byte[] plain = SampleFiles.picture("png");

		byte[] clean = PNG.clean(joined(withChunk(plain, type, content), bytes("and by Ana")));

		assertThat(clean).isEqualTo(plain);
	}

	@Test
	void a_png_whose_end_is_missing_is_damaged() {
		byte[] plain = SampleFiles.picture("png");
		for (int length : List.of(8, 20, plain.length - 8, plain.length - 14)) {
			assertThatThrownBy(() -> PNG.clean(Arrays.copyOf(plain, length)))
				.isInstanceOfSatisfying(CannotBeCleaned.class, told -> assertThat(told.why()).isEqualTo(Why.DAMAGED));
		}
	}

	/** What a picture tells but its size, its colours and its way up. */
	private static List<String> told(byte[] picture) throws Exception {
		Set<String> harmless = Set.of("JPEG", "JFIF", "Huffman", "File Type", "PNG-IHDR", "ICC Profile", "Adobe JPEG");
		return StreamSupport.stream(read(picture).getDirectories().spliterator(), false)
			.filter(directory -> !harmless.contains(directory.getName()))
			.flatMap(directory -> directory.getTags().stream())
			.filter(tag -> tag.getTagType() != ExifIFD0Directory.TAG_ORIENTATION)
			.map(Tag::toString)
			.toList();
	}

	private static int turn(byte[] picture) throws Exception {
		return read(picture).getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifIFD0Directory.TAG_ORIENTATION);
	}

	private static Metadata read(byte[] picture) throws IOException, ImageProcessingException {
		Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
		assertThat(metadata.getDirectories()).noneMatch(Directory::hasErrors);
		return metadata;
	}

	private static int[] dots(byte[] picture) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private static byte[] jpeg(boolean inPasses) {
		BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		Random chance = new Random(1);
		for (int dot = 0; dot < 40 * 30; dot++) {
			image.setRGB(dot % 40, dot / 40, chance.nextInt());
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setProgressiveMode(inPasses ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), settings);
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Notes of a camera that is called Ana's. */
	private static byte[] notes(ByteOrder order, int orientation) {
		return ByteBuffer.allocate(46)
			.order(order)
			.put(bytes(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
			.putShort((short) 42)
			.putInt(8)
			.putShort((short) 2)
			.putShort((short) 0x010f)
			.putShort((short) 2)
			.putInt(6)
			.putInt(38)
			.putShort((short) 0x0112)
			.putShort((short) 3)
			.putInt(1)
			.putShort((short) orientation)
			.putShort((short) 0)
			.putInt(0)
			.put(bytes("Ana's\0"))
			.array();
	}

	private static byte[] app(int marker, String name, byte[] content) {
		ByteArrayOutputStream part = new ByteArrayOutputStream();
		part.write(0xff);
		part.write(marker);
		int length = 2 + name.length() + content.length;
		part.write(length >> 8);
		part.write(length);
		part.writeBytes(bytes(name));
		part.writeBytes(content);
		return part.toByteArray();
	}

	private static byte[] with(byte[] jpeg, byte[] part) {
		return with(jpeg, 2, part);
	}

	private static byte[] with(byte[] jpeg, int at, byte[] part) {
		return joined(Arrays.copyOf(jpeg, at), part, Arrays.copyOfRange(jpeg, at, jpeg.length));
	}

	private static byte[] withChunk(byte[] png, String type, byte[] content) throws IOException {
		ByteArrayOutputStream chunk = new ByteArrayOutputStream();
		CRC32 sum = new CRC32();
		sum.update(bytes(type));
		sum.update(content);
		DataOutputStream out = new DataOutputStream(chunk);
		out.writeInt(content.length);
		out.writeBytes(type);
		out.write(content);
		out.writeInt((int) sum.getValue());
		return with(png, 33, chunk.toByteArray());
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Stream.of(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
