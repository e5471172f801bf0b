package org.calltolocalaction.editions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;

/**
 * The event at which an edition's report is presented, such as the Global Refugee Forum,
 * by its name in each language. A value.
 */
@Embeddable
public class Forum {

	public static final int LONGEST_NAME = 200;

	/** A call may open before anybody knows to which forum its report will go. */
	public static final Forum NOT_KNOWN_YET = new Forum("", "", "");

	@Column(name = "forum")
	private String english;

	@Column(name = "forum_es")
	private String spanish;

	@Column(name = "forum_fr")
	private String french;

	protected Forum() {
	}

	public Forum(String english, String spanish, String french) {
		this.english = Text.NAME.of(english);
		this.spanish = Text.NAME.of(spanish);
		this.french = Text.NAME.of(french);
	}

	/** A forum whose name is known in one language only, which all readers then get. */
	public static Forum named(String name) {
		return new Forum(name, "", "");
	}

	public boolean known() {
		return names().anyMatch(name -> !name.isEmpty());
	}

	/**
	 * Its name in the language, or in the first that has one; empty where it is not known
	 * yet.
	 */
	public String in(Locale language) {
		return Stream.concat(Stream.of(own(language)), names()).filter(name -> !name.isEmpty()).findFirst().orElse("");
	}

	/** In which language {@link #in} says it. */
	public Locale languageIn(Locale language) {
		return Stream.concat(Stream.of(Languages.nearest(language)), Languages.ALL.stream())
			.filter(known -> !own(known).isEmpty())
			.findFirst()
			.orElse(language);
	}

	/** What was entered in this language; empty where nothing was. */
	public String own(Locale language) {
		return List.of(english, spanish, french).get(Languages.ALL.indexOf(Languages.nearest(language)));
	}

	private Stream<String> names() {
		return Stream.of(english, spanish, french);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Forum forum && names().toList().equals(forum.names().toList());
	}

	@Override
	public int hashCode() {
		return Objects.hash(english, spanish, french);
	}

	@Override
	public String toString() {
		return in(Languages.ENGLISH);
	}

}
