package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Cleans the photographs of a PDF, which stand in it as cameras and scanners wrote them,
 * whether packed once more or not.
 */
final class PdfPictures {

	private static final List<COSName> PHOTOGRAPHS = List.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION,
			COSName.JPX_DECODE);

	private static final List<PictureCleaner> FORMATS = List.of(new CleanJpeg(), new CleanJpeg2000());

	private static final int LARGEST = 128 * 1024 * 1024;

	private PdfPictures() {
	}

	/** Leaves out what a photograph tells; other streams stay as they are. */
	static void clean(COSStream stream) throws IOException {
		List<COSName> filters = filters(stream);
		if (filters.isEmpty() || !PHOTOGRAPHS.contains(filters.get(filters.size() - 1))) {
			return;
		}
		byte[] picture = unpacked(stream, filters);
		for (PictureCleaner format : FORMATS) {
			if (format.isOne(picture)) {
				byte[] clean = format.clean(picture);
				try (OutputStream raw = stream.createRawOutputStream()) {
					raw.write(clean);
				}
				if (filters.size() > 1) {
					packedOnce(stream, filters.get(filters.size() - 1));
				}
				return;
			}
		}
	}

	private static List<COSName> filters(COSStream stream) {
		COSBase filter = stream.getFilters();
		List<COSName> names = new ArrayList<>();
		if (filter instanceof COSName name) {
			names.add(name);
		}
		else if (filter instanceof COSArray several) {
			for (int number = 0; number < several.size(); number++) {
				if (several.getObject(number) instanceof COSName name) {
					names.add(name);
				}
			}
		}
		return names;
	}

	private static byte[] unpacked(COSStream stream, List<COSName> filters) throws IOException {
		String last = filters.get(filters.size() - 1).getName();
		try (InputStream raw = filters.size() == 1 ? stream.createRawInputStream()
				: new PDStream(stream).createInputStream(List.of(last))) {
			byte[] picture = raw.readNBytes(LARGEST + 1);
			if (picture.length > LARGEST) {
				throw new CannotBeCleaned(Why.EXCESSIVE, "A picture in a PDF unpacks to far more than it is");
			}
			return picture;
		}
	}

	private static void packedOnce(COSStream stream, COSName filter) {
		COSBase settings = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
		stream.setItem(COSName.FILTER, filter);
		stream.removeItem(COSName.DECODE_PARMS);
		stream.removeItem(COSName.DP);
		if (settings instanceof COSArray each && each.getObject(each.size() - 1) instanceof COSDictionary own) {
			stream.setItem(COSName.DECODE_PARMS, own);
		}
	}

}
