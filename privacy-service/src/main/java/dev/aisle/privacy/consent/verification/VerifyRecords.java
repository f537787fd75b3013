package dev.aisle.privacy.consent.verification;

import dev.aisle.contracts.Keeps;
import dev.aisle.privacy.audit.verification.Finding;
import dev.aisle.privacy.audit.verification.Verdict;
import dev.aisle.privacy.audit.verification.VerifyLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Verifies what is recorded of consents: the audit log by itself, the stored consents by the log, and the topic by the stored consents. */
@ApplicationScoped
@Keeps(ofNobody = "numbers of faults")
public class VerifyRecords {
    private static final Logger LOG = Logger.getLogger(VerifyRecords.class);

    private final VerifyLog verifyLog;
    private final CompareWithTopic compareWithTopic;
    private final MeterRegistry meters;
    private final Map<String, Integer> found = new ConcurrentHashMap<>();
    private volatile Instant verifiedAt;

    VerifyRecords(VerifyLog verifyLog, CompareWithTopic compareWithTopic, MeterRegistry meters) {
        this.verifyLog = verifyLog;
        this.compareWithTopic = compareWithTopic;
        this.meters = meters;
        this.verifiedAt = Instant.now();
    }

    /** Shows for how long nothing was verified, from the start on. */
    public void watch() {
        Gauge.builder(
                        "aisle.audit.unverified.seconds",
                        () -> Duration.between(verifiedAt, Instant.now()).toMillis() / 1e3)
                .description("How long ago this process verified log, consents and topic, or was started")
                .register(meters);
    }

    /**
     * Verifies everything and shows how much was found.
     *
     * @throws RuntimeException when the database or the topic can't be read
     */
    public void verify() {
        Verdict verdict = verifyLog.verify(Optional.empty());
        int consents = (int) verdict.findings().stream()
                .filter(finding -> finding.version() != null)
                .count();
        List<CompareWithTopic.Difference> topic = compareWithTopic.differences();
        show("log", verdict.findings().size() - consents);
        show("consents", consents);
        show("topic", topic.size());
        verifiedAt = Instant.now();
        tell(verdict, topic);
    }

    private void show(String place, int count) {
        boolean first = found.put(place, count) == null;
        if (first) {
            Gauge.builder("aisle.audit.findings", () -> found.getOrDefault(place, 0))
                    .description("What the last verification found: not as it was signed, recorded or told")
                    .tag("place", place)
                    .register(meters);
        }
    }

    private static void tell(Verdict verdict, List<CompareWithTopic.Difference> topic) {
        if (verdict.findings().isEmpty() && topic.isEmpty()) {
            LOG.infof(
                    "Verified %d entries of the audit log and %d versions of consents; %d more are covered in part, %d not",
                    verdict.size(),
                    verdict.coverage().covered(),
                    verdict.coverage().partly(),
                    verdict.coverage().uncovered());
            return;
        }
        LOG.errorf(
                "The audit log, the stored consents or the topic of consents were changed: %d findings in the first two, %d in the topic; the first: %s",
                verdict.findings().size(),
                topic.size(),
                verdict.findings().stream()
                        .findFirst()
                        .map(VerifyRecords::named)
                        .orElse("in the topic"));
    }

    private static String named(Finding finding) {
        return finding.what().wireName() + " at leaf " + finding.leaf();
    }
}
