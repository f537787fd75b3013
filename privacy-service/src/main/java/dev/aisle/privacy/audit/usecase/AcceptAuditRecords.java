package dev.aisle.privacy.audit.usecase;

import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.storage.Ledger;
import dev.aisle.privacy.audit.domain.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what people did in other services into the log, each once. No record can look like an entry of this service. */
@ApplicationScoped
public class AcceptAuditRecords {
    private static final String CONSUMER = "audit";
    private static final int MOST_FACTS = 20;
    private static final Pattern EVENT = Pattern.compile("(campaign|audience)\\.[a-z][a-z-]{0,40}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,32}");

    private final Ledger ledger;
    private final AuditLog log;

    AcceptAuditRecords(Ledger ledger, AuditLog log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** Says why a record can't be taken, or {@code null}. */
    public @Nullable String violation(AuditRecord record) {
        if (!EVENT.matcher(record.getEvent()).matches()) {
            return "event is none of another service";
        }
        if (record.getFactsCount() > MOST_FACTS
                || record.getFactsList().stream()
                        .anyMatch(fact -> !NAME.matcher(fact.getName()).matches())) {
            return "facts: expected at most " + MOST_FACTS + ", each with a name of letters";
        }
        return Stream.of(
                        RecordReader.present("id", record.getId()),
                        RecordReader.present("service", record.getService()),
                        RecordReader.present("actor", record.getActor()))
                .filter(missing -> missing != null)
                .findFirst()
                .orElse(null);
    }

    /** Appends it, unless it was taken before. */
    @Transactional
    public void accept(AuditRecord record) {
        if (!ledger.firstSeen(CONSUMER, record.getId())) {
            return;
        }
        Map<String, String> data = new HashMap<>();
        for (AuditFact fact : record.getFactsList()) {
            data.put("fact." + fact.getName(), fact.getValue());
        }
        data.put("service", record.getService());
        data.put(
                "happened",
                AuditEntry.time(Instant.ofEpochSecond(
                        record.getAt().getSeconds(), record.getAt().getNanos())));
        log.append(new AuditEntry(record.getEvent(), record.getActor(), data));
    }
}
