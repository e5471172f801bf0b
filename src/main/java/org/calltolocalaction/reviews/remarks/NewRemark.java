package org.calltolocalaction.reviews.remarks;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;

/**
 * A remark as it was typed into the discussion of a pledge.
 *
 * @param mentioned the accounts that were chosen from the list, beside those that the
 * text calls by name
 * @param pageKey of the page on which it was typed: what comes from it a second time is
 * not said again
 */
public record NewRemark(@As(Text.PROSE) String text, List<UUID> mentioned, UUID pageKey) implements Serializable {

	public NewRemark {
		mentioned = mentioned == null ? List.of() : mentioned.stream().filter(Objects::nonNull).toList();
		pageKey = pageKey == null ? UUID.randomUUID() : pageKey;
	}

}
