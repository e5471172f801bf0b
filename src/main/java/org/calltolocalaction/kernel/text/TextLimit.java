package org.calltolocalaction.kernel.text;

/**
 * An address one of whose parameters may be longer, or has to be shorter, than what is
 * read of any other.
 *
 * @param pattern of the address, with {@code *} for one step of the path
 * @param most how many letters are read
 */
public record TextLimit(String pattern, String parameter, int most) {

	/** How many letters are read of a parameter of which nothing else is said. */
	public static final int USUAL = 300;

	/** An attribute of requests that ask for something longer than what is read of it. */
	public static final String SHORTENED = TextLimit.class.getName() + ".shortened";

}
