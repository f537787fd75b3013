package dev.aisle.ingest.catalog.documents;

import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.ingest.shared.values.Fault;
import java.util.List;

/** What a document says: changes of one product, or what is wrong with it. */
public sealed interface ChangeReading {
    /**
     * Understood.
     *
     * @param warnings what a feed should have and this document hasn't, or what was mended
     */
    record Valid(String productId, List<CatalogChange> changes, List<Fault> warnings) implements ChangeReading {
        public Valid {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    record Invalid(String productId, Fault fault) implements ChangeReading {}
}
