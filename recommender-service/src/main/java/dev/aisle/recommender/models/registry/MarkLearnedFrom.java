package dev.aisle.recommender.models.registry;

import dev.aisle.platform.restore.ErasuresReapplied;
import dev.aisle.recommender.interactions.PersonErasing;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Marks models that learned from somebody who is erased, so that they never come back. */
@Singleton
class MarkLearnedFrom {
    private static final Logger LOG = Logger.getLogger(MarkLearnedFrom.class);

    private final ModelRepository models;

    MarkLearnedFrom(ModelRepository models) {
        this.models = models;
    }

    /** In the transaction of the erasure, while the interactions can still be asked. */
    void mark(@Observes PersonErasing person) {
        models.markLearnedFrom(person.pseudonym());
    }

    /** A backup brought erased people back, and with them, perhaps, models of then. */
    void markAll(@Observes ErasuresReapplied reapplied) {
        if (!reapplied.cameBack().isEmpty()) {
            LOG.warnf("%d models may have learned from people who had come back", models.markAll());
        }
    }
}
