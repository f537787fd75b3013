package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.events.v1.Correction;
import java.util.ArrayList;
import java.util.List;

/** What was done to one event, in the order in which it was done. */
public final class Corrections {
    private final List<Correction> noted = new ArrayList<>();

    public void note(Correction.Kind kind, String field, String before, String after) {
        noted.add(Correction.newBuilder()
                .setKind(kind)
                .setField(field)
                .setBefore(before)
                .setAfter(after)
                .build());
    }

    /** A value that should be there and that nothing tells. */
    void missing(String field) {
        note(Correction.Kind.MISSING_MARKED, field, "", "");
    }

    void filled(String field, String after) {
        note(Correction.Kind.MISSING_FILLED, field, "", after);
    }

    public List<Correction> noted() {
        return List.copyOf(noted);
    }
}
