package dev.aisle.ingest.catalog;

import dev.aisle.ingest.catalog.documents.CsvEntries;
import dev.aisle.ingest.catalog.documents.Entries;
import dev.aisle.ingest.catalog.documents.MerchantXml;
import dev.aisle.ingest.catalog.documents.NdjsonEntries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The body of a bulk request: unpacked, bounded, and split into documents by its Content-Type. */
final class Upload {
    /** Bytes of one request after unpacking. On the wire it may have as many as any request. */
    static final long MOST_BYTES = 200L * 1024 * 1024;

    static final String NDJSON = "application/x-ndjson";
    static final String NDJSON_TOO = "application/ndjson";
    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    static final String XML = "application/xml";
    static final String XML_TOO = "text/xml";
    static final String RSS = "application/rss+xml";
    static final String ATOM = "application/atom+xml";

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final BoundedStream stream;
    private final String type;

    private Upload(BoundedStream stream, String type) {
        this.stream = stream;
        this.type = type;
    }

    /** Opens a body; gzip is seen by its first bytes, whatever the headers say. */
    static Upload open(InputStream body, @Nullable String contentType) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(body, 65_536);
        buffered.mark(2);
        boolean zipped = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        InputStream plain = zipped ? new GZIPInputStream(buffered, 65_536) : buffered;
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return new Upload(new BoundedStream(plain, MOST_BYTES), type.toLowerCase(Locale.ROOT));
    }

    boolean exceeded() {
        return stream.exceeded();
    }

    Entries entries(Map<String, String> mapping) throws IOException, CsvEntries.NoTable {
        return switch (type) {
            case CSV -> CsvEntries.open(stream, ',', mapping);
            case TSV -> CsvEntries.open(stream, '\t', mapping);
            case XML, XML_TOO, RSS, ATOM -> xml();
            default -> new NdjsonEntries(stream);
        };
    }

    private Entries xml() throws IOException {
        try {
            return MerchantXml.open(stream);
        } catch (XMLStreamException e) {
            throw new IOException("not readable as XML", e);
        }
    }

    /**
     * "title=Bezeichnung,price=Preis": the field by the column.
     *
     * @throws IllegalArgumentException when it is no list of such pairs
     */
    static Map<String, String> mapping(@Nullable String columns) {
        Map<String, String> mapping = new HashMap<>();
        if (columns != null && !columns.isBlank()) {
            for (String pair : columns.split(",", -1)) {
                String[] parts = pair.split("=", 2);
                if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                    throw new IllegalArgumentException("expected field=column pairs, separated by commas");
                }
                mapping.put(parts[1].strip(), parts[0].strip());
            }
        }
        return mapping;
    }
}
