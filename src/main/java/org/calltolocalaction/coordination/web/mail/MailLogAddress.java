package org.calltolocalaction.coordination.web.mail;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.log.SearchMails.Position;
import org.calltolocalaction.search.SearchSyntax;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page of the log as it stands in the address. An unknown value is ignored: a page
 * that begins at no mail is the first one.
 */
record MailLogAddress(String typed, Position position, Set<MailColumn> columns) {

	static final String HERE = "/coordination/mails";

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	static MailLogAddress of(String typed, String older, String newer, Collection<String> columns) {
		String searched = Text.SEARCH.of(typed);
		Optional<MailId> olderThan = mail(older);
		Set<MailColumn> chosen = Arrays.stream(MailColumn.values())
			.filter(column -> columns.contains(name(column)))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(MailColumn.class)));
		return new MailLogAddress(searched.substring(0, Math.min(searched.length(), SearchSyntax.LONGEST)),
				new Position(olderThan, olderThan.isPresent() ? Optional.empty() : mail(newer)),
				chosen.isEmpty() ? MailColumn.AT_FIRST : chosen);
	}

	private static Optional<MailId> mail(String typed) {
		return ID.matcher(typed).matches() ? Optional.of(MailId.of(typed)) : Optional.empty();
	}

	/** The first page of what this search finds. */
	MailLogAddress searching(String other) {
		return new MailLogAddress(other, Position.NEWEST, columns);
	}

	MailLogAddress olderThan(MailId mail) {
		return new MailLogAddress(typed, new Position(Optional.of(mail), Optional.empty()), columns);
	}

	MailLogAddress newerThan(MailId mail) {
		return new MailLogAddress(typed, new Position(Optional.empty(), Optional.of(mail)), columns);
	}

	/** The address itself, without what goes without saying. */
	public String link() {
		return link(HERE, true);
	}

	/** The address of all that is found, as a file of this kind. */
	public String asFile(String kind) {
		return link(HERE + "." + kind, false);
	}

	/** Where those of them that failed are sent again. */
	public String toResend() {
		return link(HERE + "/resend", false);
	}

	private String link(String path, boolean arranged) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
		if (!typed.isEmpty()) {
			link.queryParam("q", "{typed}");
		}
		if (arranged) {
			position.olderThan().ifPresent(mail -> link.queryParam("older", mail));
			position.newerThan().ifPresent(mail -> link.queryParam("newer", mail));
		}
		if (arranged && !columns.equals(MailColumn.AT_FIRST)) {
			link.queryParam("column", columns.stream().map(MailLogAddress::name).toArray());
		}
		return link.encode().buildAndExpand(typed.isEmpty() ? new Object[0] : new Object[] { typed }).toUriString();
	}

	/** Every column by its name, and whether it is shown. */
	public Map<String, Boolean> allColumns() {
		Map<String, Boolean> all = new LinkedHashMap<>();
		for (MailColumn column : MailColumn.values()) {
			all.put(name(column), columns.contains(column));
		}
		return all;
	}

	private static String name(MailColumn column) {
		return column.name().toLowerCase(Locale.ROOT);
	}

}
