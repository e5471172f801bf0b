package org.calltolocalaction.forms;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;
import org.calltolocalaction.process.CamundaFeel;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets a running desk have its forms with other audiences, as after a restart with other
 * files, until it is closed.
 */
public final class OtherAudience implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, FormDefinition> running;

	private final FormDefinition before;

	private OtherAudience(Map<String, FormDefinition> running, FormDefinition before) {
		this.running = running;
		this.before = before;
	}

	/**
	 * @param audiences by the components' ids
	 */
	public static OtherAudience in(FormDefinitions forms, String form, Map<String, String> audiences) {
		FormFile file = FormFiles.under("forms")
			.stream()
			.filter(one -> one.name().endsWith("/" + form + ".form"))
			.findFirst()
			.orElseThrow();
		JsonNode tree = JSON.readTree(file.json());
		audiences.forEach((id, audience) -> {
			ObjectNode component = (ObjectNode) tree.findParents("id")
				.stream()
				.filter(one -> one.get("id").asString().equals(id))
				.findFirst()
				.orElseThrow();
			JsonNode properties = component.path("properties");
			(properties instanceof ObjectNode known ? known : component.putObject("properties")).put("audience",
					audience);
		});
		FormDefinition changed = new FormDefinitions(
				List.of(new FormFile(file.name(), tree.toString(), file.translations())), CamundaFeel.expressions())
			.form(form);
		@SuppressWarnings("unchecked")
		Map<String, FormDefinition> running = (Map<String, FormDefinition>) ReflectionTestUtils.getField(forms, "byId");
		return new OtherAudience(running, running.put(form, changed));
	}

	@Override
	public void close() {
		running.put(before.id(), before);
	}

}
