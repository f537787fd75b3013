package dev.aisle.privacy.rights.counts;

import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Who asked how many, and whether it was told. The number itself isn't kept. */
@ApplicationScoped
class CountAudit {
    private final AuditLog log;
    private final Actors actors;

    CountAudit(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    void told(Question question, String event) {
        log.append(new AuditEntry(
                event,
                actors.current(),
                Map.of("dataset", question.dataset().wireName(), "question", question.text())));
    }

    void figures(Dataset dataset, long told, long withheld) {
        log.append(new AuditEntry(
                "figures.taken",
                actors.current(),
                Map.of(
                        "dataset",
                        dataset.wireName(),
                        "told",
                        Long.toString(told),
                        "withheld",
                        Long.toString(withheld))));
    }

    /** Whose budget is spent. */
    String analyst() {
        return actors.current();
    }
}
