package org.calltolocalaction.kernel.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures that somebody sent fit for paper: upright, in the colours of screens,
 * and with no more dots than are seen. What cannot be read, or would take the memory of
 * many, is not shown; the file itself is not changed by that.
 */
public final class PaperPictures {

	private static final int MOST_DOTS = 50_000_000;

	/** Enough for the width of a page. */
	private static final int LONGEST_SIDE = 1600;

	private static final float QUALITY = 0.85f;

	private PaperPictures() {
	}

	/**
	 * The picture in a JPEG or PNG file; nothing where it cannot be shown.
	 * @param orientation which way up it is to be shown, from 1 to 8 as Exif counts them
	 */
	public static Optional<PaperPicture> of(Path file, int orientation) {
		try {
			BufferedImage dots = read(file);
			return dots == null ? Optional.empty() : Optional.of(fit(dots, orientation));
		}
		catch (IOException | RuntimeException unreadable) {
			return Optional.empty();
		}
	}

	private static @Nullable BufferedImage read(Path file) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return null;
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				int width = reader.getWidth(0);
				int height = reader.getHeight(0);
				if ((long) width * height > MOST_DOTS) {
					return null;
				}
				ImageReadParam some = reader.getDefaultReadParam();
				int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
				some.setSourceSubsampling(every, every, 0, 0);
				return reader.read(0, some);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static PaperPicture fit(BufferedImage read, int orientation) throws IOException {
		double smaller = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
		int width = Math.max(1, (int) Math.round(read.getWidth() * smaller));
		int height = Math.max(1, (int) Math.round(read.getHeight() * smaller));
		boolean lying = orientation >= 5;
		BufferedImage upright = new BufferedImage(lying ? height : width, lying ? width : height,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D drawing = upright.createGraphics();
		drawing.setColor(Color.WHITE);
		drawing.fillRect(0, 0, upright.getWidth(), upright.getHeight());
		drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		drawing.transform(turned(orientation, width, height));
		drawing.drawImage(read, 0, 0, width, height, null);
		drawing.dispose();
		return new PaperPicture(jpeg(upright), upright.getWidth(), upright.getHeight());
	}

	// 1 as it stands, 2 mirrored, 3 upside down, 4 both; 5 to 8 the same, lying on a
	// side.
	private static AffineTransform turned(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	private static byte[] jpeg(BufferedImage picture) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
			ImageWriteParam quality = writer.getDefaultWriteParam();
			quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			quality.setCompressionQuality(QUALITY);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), quality);
		}
		finally {
			writer.dispose();
		}
		return jpeg.toByteArray();
	}

}
