package dev.aisle.ingest.catalog.usecase;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.ingest.catalog.domain.Lines;
import dev.aisle.ingest.catalog.domain.ProductDocument;
import dev.aisle.ingest.catalog.domain.ProductReading;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts many products in, line by line as they arrive; a bad line is named and the others go in. */
@Singleton
public class ImportProducts {
    /** Lines of one request. */
    public static final int MOST_LINES = 10_000;
    /** Bytes of one request. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int CHUNK = 500;

    private final ChangeCatalogue catalogue;
    private final String tenant;
    private final Currency currency;

    ImportProducts(
            ChangeCatalogue catalogue,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency) {
        this.catalogue = catalogue;
        this.tenant = tenant;
        this.currency = Currency.getInstance(currency);
    }

    /** What became of an import. */
    public sealed interface Outcome {}

    /** Every line has its outcome, and the broker has the accepted ones. */
    public record Imported(int accepted, List<BadLine> rejected) implements Outcome {
        public Imported {
            rejected = List.copyOf(rejected);
        }
    }

    /** More lines or bytes than one request may have; the lines before are in. */
    public record TooLarge(int accepted) implements Outcome {}

    /** The broker did not take a part; sending everything again does no harm. */
    public record Unavailable() implements Outcome {}

    /** A line that is no product, counted from 1. */
    public record BadLine(int line, String field, String message) {}

    /** Reads one product, as {@link ProductDocument#read} does, for this shop. */
    public ProductReading read(byte[] json, @org.jspecify.annotations.Nullable String id) {
        return ProductDocument.read(json, id, tenant, currency);
    }

    /** Imports a stream of lines. */
    public Outcome of(InputStream stream) throws IOException {
        Lines lines = new Lines(stream, MOST_BYTES, MOST_LINES);
        List<Product> chunk = new ArrayList<>(CHUNK);
        List<BadLine> rejected = new ArrayList<>();
        int accepted = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            take(line, lines.number(), chunk, rejected);
            if (chunk.size() == CHUNK) {
                if (!catalogue.put(chunk)) {
                    return new Unavailable();
                }
                accepted += chunk.size();
                chunk.clear();
            }
        }
        if (!catalogue.put(chunk)) {
            return new Unavailable();
        }
        accepted += chunk.size();
        return lines.tooMany() ? new TooLarge(accepted) : new Imported(accepted, rejected);
    }

    private void take(byte[] line, int number, List<Product> chunk, List<BadLine> rejected) {
        switch (read(line, null)) {
            case ProductReading.Valid valid -> chunk.add(valid.product());
            case ProductReading.Invalid invalid ->
                rejected.add(new BadLine(
                        number, invalid.fault().field(), invalid.fault().message()));
            case ProductReading.Malformed malformed -> rejected.add(new BadLine(number, "", malformed.message()));
        }
    }
}
