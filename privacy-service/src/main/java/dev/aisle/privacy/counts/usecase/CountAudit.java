package dev.aisle.privacy.counts.usecase;

import dev.aisle.privacy.audit.domain.AuditEntry;
import dev.aisle.privacy.audit.usecase.Actors;
import dev.aisle.privacy.audit.usecase.AuditLog;
import dev.aisle.privacy.counts.domain.Dataset;
import dev.aisle.privacy.counts.domain.Question;
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
