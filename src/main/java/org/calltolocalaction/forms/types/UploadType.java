package org.calltolocalaction.forms.types;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.FieldType;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Files. A page that is posted neither carries nor changes the answer: whoever has the
 * content puts it there, and takes it away.
 */
final class UploadType implements FieldType {

	private final int mostFiles;

	private final @Nullable String offered;

	UploadType(int mostFiles, @Nullable String offered) {
		this.mostFiles = mostFiles;
		this.offered = offered;
	}

	@Override
	public int mostFiles() {
		return mostFiles;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		return null;
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof List<?> list && list.stream().allMatch(entry -> UploadedFile.of(entry).isPresent());
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		return ((List<?>) stored).isEmpty() ? ParsedValue.UNANSWERED : ParsedValue.of(stored);
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		int files = ((List<?>) value).size();
		if (files > mostFiles) {
			findings.add(field, "forms.error.too-many-files", mostFiles, files);
		}
	}

	@Override
	public Object unanswered() {
		return List.of();
	}

	@Override
	public int ceiling(Field field) {
		return FieldTypes.MOST_FILES;
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.files";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		return new FormView.Uploads(frame, UploadedFile.listOf(stored), mostFiles, offered);
	}

	@Override
	public FormSummary.Answer shown(Field field, Object value, FormContext context) {
		return FormSummary.Answer.of(UploadedFile.listOf(value));
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return List.of();
	}

}
