package dev.aisle.privacy.audit.log;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.audit.SubjectSeals;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.storage.Ledger;
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
class AcceptAuditRecords {
    private static final String CONSUMER = "audit";
    private static final String READ = "profile.read";
    private static final int MOST_FACTS = 20;
    private static final Pattern EVENT =
            Pattern.compile("(?!vault\\.)[a-z]{1,20}\\.changed|audience\\.exported|access\\.refused|profile\\.read");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,32}");

    private final Ledger ledger;
    private final AuditLog log;
    private final SubjectSeals seals;

    AcceptAuditRecords(Ledger ledger, AuditLog log, SubjectSeals seals) {
        this.ledger = ledger;
        this.log = log;
        this.seals = seals;
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
        if (record.hasSubject() != record.getEvent().equals(READ)) {
            return "subject: expected of " + READ + " alone";
        }
        if (record.hasSubject()
                && seals.open(record).filter(Pseudonym::isPseudonym).isEmpty()) {
            return "subject: no key here opens it";
        }
        return Stream.of(
                        RecordReader.present("id", record.getId()),
                        RecordReader.present("service", record.getService()),
                        RecordReader.present("actor", record.getActor()))
                .filter(missing -> missing != null)
                .findFirst()
                .orElse(null);
    }

    /** Appends it, unless it was taken before. Whom it is about can be opened until that person is erased, as of each other entry. */
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
        if (record.hasSubject()) {
            data.put(AuditEntry.SUBJECT, seals.open(record).orElseThrow());
        }
        data.put(
                "happened",
                AuditEntry.time(Instant.ofEpochSecond(
                        record.getAt().getSeconds(), record.getAt().getNanos())));
        log.append(new AuditEntry(record.getEvent(), record.getActor(), data));
    }
}
