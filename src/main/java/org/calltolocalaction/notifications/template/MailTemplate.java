package org.calltolocalaction.notifications.template;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.notifications.MailKind;

/**
 * What the mails of one kind say, or, of {@link #SHARED}, what several kinds say: the
 * pieces whose keys begin with the name of the kind, in the order in which they stand in
 * the bundle, the subject first.
 *
 * @param kind none where several kinds say it
 */
public record MailTemplate(String code, Optional<MailKind> kind) {

	/** Greeting, signature, facts and links: in every mail, or in several kinds. */
	public static final MailTemplate SHARED = new MailTemplate("shared", Optional.empty());

	/** Where the keys of a kind do not begin with its name. */
	private static final Map<MailKind, String> PREFIXES = Map.of(MailKind.CHANGES_REQUESTED, "changes",
			MailKind.PLACE_CHANGED, "place", MailKind.REVIEWS_MOVED_ON, "reviewsMoved", MailKind.NEW_REVIEW_REQUESTED,
			"newReview");

	private static final Set<String> OPEN_REVIEWS = Set.of("openReviews.item", "openReviews.more");

	/** What kinds say in the words of another. */
	private static final Map<MailKind, Set<String>> BORROWED = Map.ofEntries(
			Map.entry(MailKind.PLACE_CHANGED,
					Set.of("carriedOver.subject", "carriedOver.subject.next", "carriedOver.kept", "carriedOver.next",
							"carriedOver.next.next", "withdrawn.reason")),
			Map.entry(MailKind.PLACEMENT_RESTORED,
					Set.of("carriedOver.kept", "carriedOver.next", "carriedOver.next.next")),
			Map.entry(MailKind.LEFT_OUT, Set.of("carriedOver.kept")),
			Map.entry(MailKind.CHANGES_REMINDER, Set.of("changes.kept", "changes.kept.next")),
			Map.entry(MailKind.WITHDRAWAL, Set.of("withdrawn.reason")),
			Map.entry(MailKind.UNPUBLISHED, Set.of("withdrawn.reason")),
			Map.entry(MailKind.PUBLISHED_AGAIN, Set.of("withdrawn.reason")),
			Map.entry(MailKind.CONSENT_CHANGED, Set.of("withdrawn.reason")),
			Map.entry(MailKind.DEADLINE_MOVED, Set.of("deadlineReminder.item")),
			Map.entry(MailKind.EXTENSION_REMINDER, Set.of("deadlineReminder.item", "extended.rule")),
			Map.entry(MailKind.PLEDGES_REMINDER, Set.of("deadlineReminder.item")),
			Map.entry(MailKind.COORDINATORS_MESSAGE,
					Set.of("deadlineReminder.item", "pledgesReminder.draft", "pledgesReminder.more")),
			Map.entry(MailKind.JOIN_REQUEST_REMINDER, Set.of("joinRequested.by")),
			Map.entry(MailKind.JOIN_REQUEST_UNANSWERED, Set.of("joinRequested.by")),
			Map.entry(MailKind.REVIEW_STILL_OVERDUE,
					Set.of("reviewOverdue.free", "reviewOverdue.yours", "reviewOverdue.taken")),
			Map.entry(MailKind.OUTSTANDING_REVIEWS, Set.of("openReviews.list", "openReviews.item", "openReviews.more")),
			Map.entry(MailKind.REVIEWS_GIVEN, OPEN_REVIEWS), Map.entry(MailKind.REVIEWS_MOVED_ON, OPEN_REVIEWS),
			Map.entry(MailKind.REVIEWS_REMINDER, OPEN_REVIEWS), Map.entry(MailKind.WORK_REMINDER, OPEN_REVIEWS),
			Map.entry(MailKind.PARTNER_ADDED, OPEN_REVIEWS), Map.entry(MailKind.PARTNER_RELEASED, OPEN_REVIEWS),
			Map.entry(MailKind.STAND_IN, OPEN_REVIEWS), Map.entry(MailKind.DIGEST, Set.of("openReviews.more")));

	private static final Pattern NEXT_WORD = Pattern.compile("-([a-z])");

	private static final Map<String, MailTemplate> ALL = Stream
		.concat(Stream.of(SHARED),
				Arrays.stream(MailKind.values()).map(kind -> new MailTemplate(kind.code(), Optional.of(kind))))
		.collect(Collectors.toUnmodifiableMap(MailTemplate::code, template -> template));

	private static final Set<String> OWN_PREFIXES = Arrays.stream(MailKind.values())
		.map(MailTemplate::prefix)
		.collect(Collectors.toUnmodifiableSet());

	private static final Map<String, List<MailPiece>> PIECES = ALL.values()
		.stream()
		.collect(Collectors.toUnmodifiableMap(MailTemplate::code,
				template -> StandardTexts.pieces()
					.stream()
					.filter(template::has)
					.sorted(Comparator.comparing(piece -> !piece.subject()))
					.toList()));

	/** What mails of a kind say. */
	public static MailTemplate of(MailKind kind) {
		return new MailTemplate(kind.code(), Optional.of(kind));
	}

	/**
	 * The one that stands in an address.
	 * @throws IllegalArgumentException where there is none
	 */
	public static MailTemplate of(String code) {
		return find(code).orElseThrow(() -> new IllegalArgumentException("No mail has such a template"));
	}

	static Optional<MailTemplate> find(String code) {
		return Optional.ofNullable(ALL.get(code));
	}

	/** To which one a text belongs: each belongs to one. */
	public static MailTemplate of(MailPiece piece) {
		return ALL.values().stream().filter(template -> template.has(piece)).findFirst().orElse(SHARED);
	}

	/** All of them, in the order of the kinds. */
	public static List<MailTemplate> all() {
		return Stream.concat(Arrays.stream(MailKind.values()).map(MailTemplate::of), Stream.of(SHARED)).toList();
	}

	/** The texts that can be worded here. */
	public List<MailPiece> pieces() {
		return PIECES.getOrDefault(code, List.of());
	}

	/** The texts of other kinds, and of several, that its mails bring, too. */
	public List<MailPiece> borrowed() {
		Set<String> names = kind.map(own -> BORROWED.getOrDefault(own, Set.of())).orElse(Set.of());
		return StandardTexts.pieces().stream().filter(piece -> names.contains(piece.name())).toList();
	}

	/** What a mail of the kind may not say, of these keys. */
	public List<String> unknown(Set<String> keys) {
		return keys.stream()
			.filter(key -> key.startsWith(MailPiece.PREFIX))
			.filter(key -> Stream.of(pieces(), borrowed(), SHARED.pieces())
				.flatMap(List::stream)
				.noneMatch(piece -> piece.key().equals(key)))
			.sorted()
			.toList();
	}

	public Optional<MailPiece> piece(String name) {
		return pieces().stream().filter(piece -> piece.name().equals(name)).findFirst();
	}

	private boolean has(MailPiece piece) {
		String begins = piece.name().replaceFirst("\\..*", "");
		return kind.map(own -> prefix(own).equals(begins)).orElseGet(() -> !OWN_PREFIXES.contains(begins));
	}

	private static String prefix(MailKind kind) {
		return PREFIXES.getOrDefault(kind,
				NEXT_WORD.matcher(kind.code()).replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT)));
	}

	@Override
	public String toString() {
		return code;
	}

}
