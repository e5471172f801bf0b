package org.calltolocalaction.kernel.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.address.LocalAddress;

/**
 * A form that nobody could take because the desk had no room, or no database: the page
 * that says so holds it again, so that its sender loses nothing and sends it with one
 * click when the desk is back.
 *
 * @param address within the desk to which it was sent
 * @param withFiles whether it was sent as forms with files are
 * @param fields that it held, in their order, its token among them
 * @param files the names of those that were sent with it: no page can hold a file
 */
public record GivenBack(LocalAddress address, boolean withFiles, List<Field> fields, List<String> files) {

	private static final String ATTRIBUTE = GivenBack.class.getName();

	public GivenBack {
		fields = List.copyOf(fields);
		files = List.copyOf(files);
	}

	/** The form of this request, where it can be given back. */
	public static Optional<GivenBack> of(HttpServletRequest request) {
		return Optional.ofNullable((GivenBack) request.getAttribute(ATTRIBUTE));
	}

	/** Keeps it for the page that answers the request. */
	public void keepFor(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/** What a person wrote, to be shown: it may have to be copied. */
	public List<Field> written() {
		return fields.stream().filter(Field::written).toList();
	}

	/** What was chosen, and what the page itself had put into the form. */
	public List<Field> others() {
		return fields.stream().filter(field -> !field.written()).toList();
	}

	/** One value of a form, under its name. */
	public record Field(String name, String value) {

		private static final int LONGEST_LINE = 100;

		/**
		 * Numbers, days, codes and tokens: what pages put into forms and what is chosen
		 * from a list.
		 */
		private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]*");

		boolean written() {
			return !name.startsWith("_") && !CODE.matcher(value).matches();
		}

		/** Whether it takes a field of several lines. */
		public boolean ofSeveralLines() {
			return value.length() > LONGEST_LINE || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
		}

	}

}
