package dev.aisle.ingest.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.ingest.catalog.documents.ChangeReading;
import dev.aisle.ingest.catalog.documents.Entries;
import dev.aisle.ingest.catalog.documents.Entry;
import dev.aisle.ingest.shared.values.Fault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Takes many documents in as they arrive; a bad one is named and the others go in. Only one chunk is in memory. */
@Singleton
class ImportProducts {
    /** Documents of one request. */
    public static final int MOST_ENTRIES = 100_000;

    private static final int CHUNK = 500;

    private final ChangeCatalogue catalogue;

    ImportProducts(ChangeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The documents of a request.
     *
     * @param reader what a document means
     * @param cutOff whether the stream was longer than it may be, so that what came last may be half of something
     * @param store false: only look at them
     */
    public record Upload(
            Entries entries, Function<ObjectNode, ChangeReading> reader, BooleanSupplier cutOff, boolean store) {}

    /** What became of an import. */
    public sealed interface Outcome {}

    /** Every document has its outcome, and the broker has the accepted ones. */
    public record Imported(Report report) implements Outcome {}

    /** More documents or bytes than one request may have; the report is of those before. */
    public record TooLarge(Report report) implements Outcome {}

    /** The broker did not take a part; sending everything again does no harm. */
    public record Unavailable() implements Outcome {}

    /** Imports a stream of documents. */
    public Outcome of(Upload upload) throws IOException {
        Report.Builder report = new Report.Builder();
        List<CatalogChange> chunk = new ArrayList<>(CHUNK);
        int count = 0;
        for (Entry entry = upload.entries().next();
                entry != null;
                entry = upload.entries().next()) {
            if (upload.cutOff().getAsBoolean() || ++count > MOST_ENTRIES) {
                return finish(upload, chunk, report, true);
            }
            take(entry, upload, chunk, report);
            if (chunk.size() >= CHUNK && !write(upload, chunk)) {
                return new Unavailable();
            }
        }
        return finish(upload, chunk, report, upload.cutOff().getAsBoolean());
    }

    private Outcome finish(Upload upload, List<CatalogChange> chunk, Report.Builder report, boolean tooLarge) {
        if (!write(upload, chunk)) {
            return new Unavailable();
        }
        upload.entries()
                .unknownColumns()
                .forEach(column -> report.leftOut(new Fault("unknown-column", shown(column), "left out")));
        Report made = report.build(upload.store());
        return tooLarge ? new TooLarge(made) : new Imported(made);
    }

    private boolean write(Upload upload, List<CatalogChange> chunk) {
        boolean written = !upload.store() || catalogue.write(chunk);
        chunk.clear();
        return written;
    }

    private static void take(Entry entry, Upload upload, List<CatalogChange> chunk, Report.Builder report) {
        switch (entry) {
            case Entry.Broken broken ->
                report.rejected(broken.line(), "", new Fault("malformed", "", broken.message()));
            case Entry.Read read -> {
                switch (upload.reader().apply(read.document())) {
                    case ChangeReading.Valid valid -> {
                        chunk.addAll(valid.changes());
                        report.accepted(1);
                        valid.warnings().forEach(warning -> report.warned(read.line(), valid.productId(), warning));
                    }
                    case ChangeReading.Invalid invalid ->
                        report.rejected(read.line(), invalid.productId(), invalid.fault());
                }
            }
        }
    }

    private static String shown(String column) {
        return column.matches("[\\w .:-]{1,60}") ? column : "?";
    }
}
