package dev.aisle.ingest.refine;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A topology with empty stores for each test. */
abstract class RefineCase {
    @TempDir
    Path state;

    Refining refining;

    @BeforeEach
    void start() {
        refining = new Refining(state);
    }

    @AfterEach
    void stop() {
        refining.close();
    }
}
