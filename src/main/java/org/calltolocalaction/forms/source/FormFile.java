package org.calltolocalaction.forms.source;

import java.util.Map;

/** A form as it stands on disk, with its translations by language. */
public record FormFile(String name, String json, Map<String, Map<String, String>> translations) {
}
