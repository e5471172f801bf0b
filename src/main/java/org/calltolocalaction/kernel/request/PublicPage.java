package org.calltolocalaction.kernel.request;

import java.util.function.UnaryOperator;

/**
 * A page that everybody may read, as search engines and previews of links know it. What
 * is no such page is not to be listed anywhere.
 */
public interface PublicPage {

	/**
	 * Its one address within the desk, however it was asked for and without a language.
	 */
	String publicPath();

	/**
	 * What is on it, in a sentence or two.
	 * @param messages the text of a key in the reader's language
	 */
	String about(UnaryOperator<String> messages);

	/** Whether it is worth finding from elsewhere; what somebody searched for is not. */
	default boolean listed() {
		return true;
	}

	/** Whether it is a text of its own, not a page that leads to others. */
	default boolean article() {
		return false;
	}

}
