package org.calltolocalaction.notifications.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows coordinators and auditors what mails say, in which words of their own, and since
 * when.
 */
@Service
@Transactional(readOnly = true)
public class ReadTemplates {

	private final TemplateVersions versions;

	private final RememberedWords remembered;

	private final StandardTexts standards;

	private final People people;

	ReadTemplates(TemplateVersions versions, RememberedWords remembered, StandardTexts standards, People people) {
		this.versions = versions;
		this.remembered = remembered;
		this.standards = standards;
		this.people = people;
	}

	/**
	 * A template in a list.
	 *
	 * @param subject of its mails, as the reader's language says it now; none where there
	 * are several
	 * @param own the languages in which it is worded anew
	 */
	public record Listed(MailTemplate template, Optional<String> subject, List<Locale> own) {
	}

	/**
	 * A piece as it stands.
	 *
	 * @param text what is in force, as a template says it
	 * @param own what a coordinator wrote; none where it is the standard text
	 */
	public record Standing(MailPiece piece, String text, String standard, Optional<Own> own) {
	}

	/**
	 * A text of a coordinator's.
	 *
	 * @param usable whether it can be sent: a release may have taken away a placeholder
	 * @param standardChanged whether the standard text is another than when it was
	 * written
	 */
	public record Own(String text, boolean usable, boolean standardChanged) {
	}

	/** A version, and who made it. */
	public record Made(TemplateVersion version, String by) {
	}

	/**
	 * A template in one language.
	 *
	 * @param pieces in the order in which a mail says them
	 * @param made the versions, newest first
	 */
	public record Shown(TemplateId id, int version, List<Standing> pieces, List<Made> made) {

		/** Whether anything is worded anew. */
		public boolean worded() {
			return pieces.stream().anyMatch(piece -> piece.own().isPresent());
		}

	}

	/**
	 * A version beside the one before it.
	 *
	 * @param before by the names of the pieces that are different
	 */
	public record Compared(TemplateId id, Made made, int newest, List<Difference> differences) {
	}

	/** What one piece said, and says. */
	public record Difference(String name, String before, String after) {
	}

	public List<Listed> all(Person by, Locale language) {
		by.requireOversight();
		Set<TemplateId> own = remembered.own();
		return MailTemplate.all()
			.stream()
			.map(template -> new Listed(template, subject(template, language),
					Languages.ALL.stream().filter(one -> own.contains(new TemplateId(template, one))).toList()))
			.toList();
	}

	public Shown one(TemplateId id, Person by) {
		by.requireOversight();
		TemplateVersion newest = versions.newest(id);
		return new Shown(id, newest.number(),
				id.template().pieces().stream().map(piece -> standing(id, piece, newest)).toList(),
				versions.of(id).stream().map(this::made).toList());
	}

	/** A version, and what it changed. */
	public Compared version(TemplateId id, int number, Person by) {
		by.requireOversight();
		TemplateVersion version = known(id, number);
		TemplateVersion before = known(id, number - 1);
		return new Compared(id, made(version), versions.newest(id).number(),
				version.changedFrom(before)
					.stream()
					.map(name -> new Difference(name, text(id, name, before), text(id, name, version)))
					.toList());
	}

	private TemplateVersion known(TemplateId id, int number) {
		return versions.version(id, number).orElseThrow(() -> new NotFound("Version " + number + " of " + id));
	}

	private Made made(TemplateVersion version) {
		return new Made(version, version.by().flatMap(people::find).map(Person::name).orElse(""));
	}

	private Standing standing(TemplateId id, MailPiece piece, TemplateVersion newest) {
		String standard = standards.of(piece, id.language());
		Optional<Own> own = Optional.ofNullable(newest.texts().get(piece.name()))
			.map(text -> new Own(text, RememberedWords.sayable(id.template(), piece.name(), text).isPresent(),
					!newest.standards().getOrDefault(piece.name(), standard).equals(standard)));
		return new Standing(piece, own.filter(Own::usable).map(Own::text).orElse(standard), standard, own);
	}

	private String text(TemplateId id, String name, TemplateVersion version) {
		Map<String, String> texts = version.texts();
		return texts.containsKey(name) ? texts.getOrDefault(name, "")
				: id.template().piece(name).map(piece -> standards.of(piece, id.language())).orElse("");
	}

	private Optional<String> subject(MailTemplate template, Locale language) {
		return template.pieces()
			.stream()
			.filter(MailPiece::subject)
			.findFirst()
			.map(piece -> remembered.find(piece.key(), Languages.nearest(language))
				.map(PieceText::written)
				.orElseGet(() -> standards.of(piece, language)));
	}

}
