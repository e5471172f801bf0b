package org.calltolocalaction.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPicturesTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "1, 40, 20, 2, 2", "2, 40, 20, 37, 2", "3, 40, 20, 37, 17", "4, 40, 20, 2, 17", "5, 20, 40, 2, 2",
			"6, 20, 40, 17, 2", "7, 20, 40, 17, 37", "8, 20, 40, 2, 37" })
	void a_photograph_stands_upright_whichever_way_the_camera_was_held(int orientation, int width, int height, int x,
			int y) throws IOException {
		PaperPicture picture = PaperPictures.of(withARedCorner(40, 20, BufferedImage.TYPE_INT_RGB), orientation)
			.orElseThrow();

		BufferedImage printed = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
		assertThat(printed.getWidth()).isEqualTo(width).isEqualTo(picture.width());
		assertThat(printed.getHeight()).isEqualTo(height).isEqualTo(picture.height());
		Color corner = new Color(printed.getRGB(x, y));
		assertThat(corner.getRed()).isGreaterThan(150);
		assertThat(corner.getBlue()).isLessThan(100);
	}

	@Test
	void a_large_photograph_is_printed_with_the_dots_that_are_seen() throws IOException {
		PaperPicture picture = PaperPictures.of(withARedCorner(5000, 3000, BufferedImage.TYPE_INT_RGB), 1)
			.orElseThrow();

		assertThat(picture.width()).isLessThanOrEqualTo(1600);
		assertThat((double) picture.width() / picture.height()).isBetween(1.65, 1.68);
		assertThat(picture.millimetres()).isEqualTo(170);
	}

	@Test
	void a_tall_picture_fits_on_a_page_and_a_small_one_is_not_made_large() throws IOException {
		assertThat(
				PaperPictures.of(withARedCorner(400, 4000, BufferedImage.TYPE_INT_RGB), 1).orElseThrow().millimetres())
			.isLessThanOrEqualTo(18);
		assertThat(PaperPictures.of(withARedCorner(60, 60, BufferedImage.TYPE_INT_RGB), 1).orElseThrow().millimetres())
			.isEqualTo(10);
	}

	@Test
	void what_a_picture_lets_shine_through_is_white_as_paper_is() throws IOException {
		PaperPicture picture = PaperPictures.of(withARedCorner(40, 20, BufferedImage.TYPE_INT_ARGB), 1).orElseThrow();

		Color behind = new Color(ImageIO.read(new ByteArrayInputStream(picture.jpeg())).getRGB(30, 15));
		assertThat(behind.getRed()).isGreaterThan(240);
		assertThat(behind.getGreen()).isGreaterThan(240);
	}

	@Test
	void what_is_no_picture_or_one_beyond_measure_is_not_shown() throws IOException {
		Path none = Files.writeString(folder.resolve("none.jpg"), "no picture");
		Path broken = folder.resolve("broken.png");
		Files.write(broken, Arrays.copyOf(Files.readAllBytes(withARedCorner(40, 20, 1)), 60));
		Path vast = withARedCorner(8000, 8000, BufferedImage.TYPE_BYTE_BINARY);

		assertThat(PaperPictures.of(none, 1)).isEmpty();
		assertThat(PaperPictures.of(broken, 1)).isEmpty();
		assertThat(PaperPictures.of(vast, 1)).isEmpty();
	}

	private Path withARedCorner(int width, int height, int type) throws IOException {
		BufferedImage picture = new BufferedImage(width, height, type);
		Graphics2D drawing = picture.createGraphics();
		if (type == BufferedImage.TYPE_INT_RGB) {
			drawing.setColor(Color.BLUE);
			drawing.fillRect(0, 0, width, height);
		}
		drawing.setColor(Color.RED);
		drawing.fillRect(0, 0, width / 4, height / 4);
		drawing.dispose();
		Path file = Files.createTempFile(folder, "picture", ".png");
		ImageIO.write(picture, "png", file.toFile());
		return file;
	}

}
