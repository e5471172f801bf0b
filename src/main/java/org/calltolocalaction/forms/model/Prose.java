package org.calltolocalaction.forms.model;

import java.util.List;

/** Words between the questions. */
public record Prose(String id, Wording wording, Condition hide, List<String> requireOneOf) implements Component {
}
