package dev.aisle.recommender.models.store;

import dev.aisle.platform.storage.Database;
import dev.aisle.recommender.catalog.shared.Checksum;
import jakarta.inject.Singleton;

/** What the registry says of the files of models: theirs is the word, not the store's. */
@Singleton
class ModelChecksums {
    private final Database database;

    ModelChecksums(Database database) {
        this.database = database;
    }

    /** That of a version's file; unknown of models from before it was kept. */
    Checksum of(String version) {
        return database
                .query(
                        "select sha256 from model where version = ?",
                        statement -> statement.setString(1, version),
                        row -> new Checksum(row.getString(1)))
                .stream()
                .findFirst()
                .orElse(Checksum.UNKNOWN);
    }
}
