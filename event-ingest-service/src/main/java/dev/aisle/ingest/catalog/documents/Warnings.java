package dev.aisle.ingest.catalog.documents;

import dev.aisle.ingest.shared.values.Fault;
import java.util.ArrayList;
import java.util.List;

/** Collects what a document should have, and what was mended in it. */
final class Warnings {
    private final List<Fault> all = new ArrayList<>();

    void add(String code, String field, String message) {
        all.add(new Fault(code, field, message));
    }

    List<Fault> all() {
        return List.copyOf(all);
    }
}
