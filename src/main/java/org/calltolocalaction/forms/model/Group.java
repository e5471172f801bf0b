package org.calltolocalaction.forms.model;

import java.util.List;

/** Questions that belong together; at the top of a form it is a section. */
public record Group(String id, Wording wording, Condition hide, List<Component> components, List<String> requireOneOf)
		implements Component {
}
