package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.calltolocalaction.pledges.files.cleaning.FileCleaner.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * All objects that a reader of a PDF can come to, each looked at once. First whether any
 * of them does something when the document is opened, then whether one is a signature;
 * only then is anything changed.
 */
final class PdfObjects {

	/** What runs a program, or puts data into the document, wherever it stands. */
	private static final Set<String> RUNS = Set.of("JavaScript", "Launch", "ImportData", "RichMediaExecute");

	/** What may happen without anybody's asking for it. */
	private static final Set<String> HARMLESS_BY_ITSELF = Set.of("GoTo", "Named");

	private static final COSName OPENS_WITH = COSName.getPDFName("OpenAction");

	private static final COSName EVENTS = COSName.getPDFName("AA");

	private static final COSName FORM_WITH_SCRIPTS = COSName.getPDFName("XFA");

	private static final COSName EMBEDDED_FILE = COSName.getPDFName("EF");

	private static final COSName SCRIPT = COSName.getPDFName("JS");

	private static final COSName SCRIPT_OF_MODEL = COSName.getPDFName("OnInstantiate");

	/** Films, sounds, models and files that are shown on a page. */
	private static final Set<String> PLAYED = Set.of("RichMedia", "3D", "Movie", "Screen", "Sound", "FileAttachment");

	private static final COSName PERMISSIONS = COSName.getPDFName("Perms");

	private static final List<COSName> RIGHTS = List.of(COSName.getPDFName("UR"), COSName.getPDFName("UR3"));

	private static final COSName THREAD = COSName.getPDFName("Thread");

	private static final COSName SIGNED_BYTES = COSName.getPDFName("ByteRange");

	private static final List<COSName> TELLING = List.of(COSName.getPDFName("Metadata"),
			COSName.getPDFName("PieceInfo"), COSName.getPDFName("LastModified"), COSName.getPDFName("CreatorInfo"),
			// A page as it once looked, where it came from in the web, and where its
			// pictures stood.
			COSName.getPDFName("Thumb"), COSName.getPDFName("SpiderInfo"), COSName.getPDFName("OPI"));

	private final COSDictionary trailer;

	private final boolean carriesFiles;

	private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	PdfObjects(COSDictionary trailer, boolean carriesFiles) {
		this.trailer = trailer;
		this.carriesFiles = carriesFiles;
	}

	/**
	 * Leaves out what the objects tell.
	 * @throws CannotBeCleaned where one of them does something
	 */
	Outcome clean() throws IOException {
		collect();
		Set<COSBase> ofPrograms = rightsOfPrograms();
		boolean signed = false;
		for (COSBase object : seen) {
			if (object instanceof COSDictionary dictionary) {
				requireHarmless(dictionary);
				signed |= !ofPrograms.contains(dictionary) && dictionary.containsKey(SIGNED_BYTES)
						&& dictionary.containsKey(COSName.CONTENTS);
			}
		}
		if (signed) {
			return Outcome.SIGNED;
		}
		for (COSBase object : seen) {
			if (object instanceof COSDictionary dictionary) {
				leaveOut(dictionary);
			}
		}
		keepOnlyTitle();
		return Outcome.CLEANED;
	}

	/**
	 * Signatures by which Adobe lets its own reader fill in a form: nobody signed the
	 * document. They break with any change, and go.
	 */
	private Set<COSBase> rightsOfPrograms() {
		Set<COSBase> rights = Collections.newSetFromMap(new IdentityHashMap<>());
		if (trailer.getDictionaryObject(COSName.ROOT) instanceof COSDictionary catalog
				&& catalog.getDictionaryObject(PERMISSIONS) instanceof COSDictionary permissions) {
			for (COSName right : RIGHTS) {
				COSBase signature = permissions.getDictionaryObject(right);
				if (signature != null) {
					rights.add(signature);
				}
			}
		}
		return rights;
	}

	private void collect() throws IOException {
		Deque<COSBase> open = new ArrayDeque<>();
		open.push(trailer);
		while (!open.isEmpty()) {
			COSBase object = open.pop();
			if (object instanceof COSObject reference) {
				COSBase target = reference.getObject();
				if (target != null) {
					open.push(target);
				}
			}
			else if (object instanceof COSDictionary dictionary && seen.add(dictionary)) {
				dictionary.getValues().forEach(open::push);
			}
			else if (object instanceof COSArray array && seen.add(array)) {
				for (COSBase element : array) {
					if (element != null) {
						open.push(element);
					}
				}
			}
		}
	}

	private void requireHarmless(COSDictionary dictionary) throws CannotBeCleaned {
		if (runs(dictionary.getNameAsString(COSName.S)) || dictionary.containsKey(FORM_WITH_SCRIPTS)
				|| (!carriesFiles && dictionary.containsKey(EMBEDDED_FILE)) || dictionary.containsKey(SCRIPT)
				|| dictionary.containsKey(SCRIPT_OF_MODEL) || plays(dictionary)) {
			throw active();
		}
		if (dictionary.getDictionaryObject(OPENS_WITH) instanceof COSDictionary action && !harmlessByItself(action)) {
			throw active();
		}
		if (dictionary.getDictionaryObject(EVENTS) instanceof COSDictionary events) {
			for (COSName event : events.keySet()) {
				if (events.getDictionaryObject(event) instanceof COSDictionary action && !harmlessByItself(action)) {
					throw active();
				}
			}
		}
		if (dictionary instanceof COSStream && dictionary.containsKey(COSName.F)) {
			throw new CannotBeCleaned(Why.LINKED, "A PDF has a part of itself elsewhere");
		}
	}

	private static boolean plays(COSDictionary annotation) {
		String subtype = annotation.getNameAsString(COSName.SUBTYPE);
		return subtype != null && annotation.containsKey(COSName.RECT) && PLAYED.contains(subtype);
	}

	private static boolean runs(@Nullable String action) {
		return action != null && RUNS.contains(action);
	}

	private static boolean harmlessByItself(COSDictionary action) {
		String kind = action.getNameAsString(COSName.S);
		return kind != null && HARMLESS_BY_ITSELF.contains(kind);
	}

	private static void leaveOut(COSDictionary dictionary) throws IOException {
		TELLING.forEach(dictionary::removeItem);
		RIGHTS.forEach(dictionary::removeItem);
		COSName subtype = dictionary.getCOSName(COSName.SUBTYPE);
		// Who wrote a note; in a field of a form it is the field's own name.
		if (subtype != null && !subtype.equals(COSName.WIDGET) && dictionary.containsKey(COSName.RECT)) {
			dictionary.removeItem(COSName.T);
		}
		if (THREAD.equals(dictionary.getCOSName(COSName.TYPE))) {
			dictionary.removeItem(COSName.I);
		}
		if (dictionary instanceof COSStream stream) {
			PdfPictures.clean(stream);
		}
	}

	/** Those who hear the document read want it. */
	private void keepOnlyTitle() {
		COSBase title = trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info
				? info.getDictionaryObject(COSName.TITLE) : null;
		trailer.removeItem(COSName.INFO);
		if (title instanceof COSString) {
			COSDictionary kept = new COSDictionary();
			kept.setItem(COSName.TITLE, title);
			trailer.setItem(COSName.INFO, kept);
		}
	}

	private static CannotBeCleaned active() {
		return new CannotBeCleaned(Why.ACTIVE, "A PDF runs something, or has other files in it");
	}

}
