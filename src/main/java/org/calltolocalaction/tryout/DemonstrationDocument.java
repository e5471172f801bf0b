package org.calltolocalaction.tryout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A PDF of one page and one line, so that a pledge of the demonstration has a file
 * without one being kept for it.
 */
final class DemonstrationDocument {

	private DemonstrationDocument() {
	}

	/**
	 * @param line in letters of Western Europe
	 */
	static byte[] saying(String line) {
		String text = "BT /F1 14 Tf 72 760 Td (%s) Tj ET".formatted(line.replaceAll("[\\\\()]", "\\\\$0"));
		List<String> objects = List.of("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
				"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
				"<</Length %d>>\nstream\n%s\nendstream".formatted(text.length(), text),
				"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
		StringBuilder document = new StringBuilder("%PDF-1.4\n");
		List<Integer> places = new ArrayList<>();
		for (String object : objects) {
			places.add(document.length());
			document.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
		}
		int table = document.length();
		document.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
		places.forEach(place -> document.append("%010d 00000 n \n".formatted(place)));
		document
			.append("trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(objects.size() + 1, table));
		return document.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

}
