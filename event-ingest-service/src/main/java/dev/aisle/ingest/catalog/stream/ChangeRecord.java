package dev.aisle.ingest.catalog.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import org.jspecify.annotations.Nullable;

/** A record of the topic of changes: read, or why not. */
sealed interface ChangeRecord {
    record Read(CatalogChange change) implements ChangeRecord {}

    record Unreadable(String reason) implements ChangeRecord {}

    /** Reads a record. */
    static ChangeRecord of(@Nullable String key, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return new Unreadable("the record has no value");
        }
        try {
            CatalogChange change = CatalogChange.parseFrom(value);
            String violation = violation(key, change);
            return violation == null ? new Read(change) : new Unreadable(violation);
        } catch (InvalidProtocolBufferException e) {
            return new Unreadable("not a CatalogChange: " + e.getMessage());
        }
    }

    private static @Nullable String violation(@Nullable String key, CatalogChange change) {
        if (change.getProductId().isEmpty() || !change.getProductId().equals(key)) {
            return "the key isn't the product id";
        }
        long seconds = change.getSourceTime().getSeconds();
        int nanos = change.getSourceTime().getNanos();
        if (seconds <= 0 || seconds > 4_102_444_800L || nanos < 0 || nanos > 999_999_999) {
            return "source_time is missing or not before 2100";
        }
        return change.getChangeCase() == CatalogChange.ChangeCase.CHANGE_NOT_SET ? "there is no change" : null;
    }
}
