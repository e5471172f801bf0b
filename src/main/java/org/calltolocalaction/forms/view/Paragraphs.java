package org.calltolocalaction.forms.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FormView;

/** The little of Markdown that forms need: paragraphs, and lists whose lines begin with a star. */
public final class Paragraphs {

	private static final Pattern MORE_THAN_THAT = Pattern.compile(
			"(?m)^#|^>|^\\d+\\. |\\*\\*|__|`|\\]\\(|<[a-zA-Z/!]|\\{\\{|^=");

	private Paragraphs() {
	}

	/** Whether a text uses more than is drawn here; such a form is refused rather than shown with its markup. */
	public static boolean canDraw(String text) {
		return !MORE_THAN_THAT.matcher(text).find();
	}

	static List<FormView.Block> of(String text) {
		List<FormView.Block> blocks = new ArrayList<>();
		for (String block : text.strip().split("\n\\s*\n")) {
			List<String> lines = block.lines().map(String::strip).toList();
			boolean list = lines.stream().allMatch(line -> line.startsWith("* "));
			blocks.add(list ? new FormView.Block(true, lines.stream().map(line -> line.substring(2).strip()).toList())
					: new FormView.Block(false, List.of(String.join(" ", lines))));
		}
		return blocks;
	}

}
