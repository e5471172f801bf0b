package org.calltolocalaction.kernel.paper;

/**
 * A picture as it is printed: never larger than paper shows, so that a document of many
 * photographs stays one that can be sent.
 *
 * @param jpeg its content, in the colours of screens
 * @param width in dots
 * @param height in dots
 */
public record PaperPicture(byte[] jpeg, int width, int height) {

	/** Stands before a picture's key in the address that a template gives it. */
	static final String SCHEME = "picture:";

	private static final double DOTS_OF_A_MILLIMETRE = 150 / 25.4;

	private static final double WIDEST = 170;

	private static final double HIGHEST = 180;

	/**
	 * How wide it is printed, in millimetres: as large as its dots allow, and never
	 * beyond the margins.
	 */
	public int millimetres() {
		double fitting = Math.min(width / DOTS_OF_A_MILLIMETRE, WIDEST);
		return (int) Math.max(1, Math.min(fitting, HIGHEST * width / height));
	}

}
