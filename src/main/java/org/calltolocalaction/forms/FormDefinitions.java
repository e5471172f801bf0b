package org.calltolocalaction.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;
import org.calltolocalaction.forms.source.FormReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All the forms of the desk. They are read once, at start, and a broken one stops it. */
@Component
public class FormDefinitions {

	private final Map<String, FormDefinition> byId = new TreeMap<>();

	/** Reads the forms that the build put on the class path. */
	@Autowired
	public FormDefinitions(FeelExpressions feel) {
		this(FormFiles.under("forms"), feel);
	}

	FormDefinitions(List<FormFile> files, FeelExpressions feel) {
		files.forEach(file -> {
			FormDefinition form = new FormDefinition(FormReader.read(file, feel));
			byId.put(form.id(), form);
		});
	}

	/** The form of that name; one that does not exist is a mistake in the code. */
	public FormDefinition form(String id) {
		FormDefinition form = byId.get(id);
		if (form == null) {
			throw new IllegalArgumentException("There is no form '" + id + "', only " + byId.keySet());
		}
		return form;
	}

	/**
	 * Tells whether anything is for others than it was: the same as long as every answer of every form is for the same
	 * readers. For what quotes answers and cannot be written anew.
	 */
	public String audienceMark() {
		String all = byId.values().stream().map(form -> form.id() + form.audiences()).collect(Collectors.joining("\n"));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

	/** All the forms, in the order of their names. */
	public Collection<FormDefinition> all() {
		return List.copyOf(byId.values());
	}

}
