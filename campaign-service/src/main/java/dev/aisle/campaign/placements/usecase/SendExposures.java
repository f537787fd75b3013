package dev.aisle.campaign.placements.usecase;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.platform.tracing.BatchTraces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends the exposures of decisions that were kept, in the transaction that keeps them. */
@ApplicationScoped
class SendExposures {
    private final Outbox outbox;
    private final BatchTraces traces;
    private final String tenant;

    SendExposures(Outbox outbox, BatchTraces traces, @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.outbox = outbox;
        this.traces = traces;
        this.tenant = tenant;
    }

    /** Each goes on with the trace of the request that it is of. */
    void of(List<Intent> kept, Map<Intent, Long> consents, Instant now) {
        List<Exposure> exposures = new ArrayList<>();
        Map<String, String> traced = new HashMap<>();
        for (Intent intent : kept) {
            if (Exposures.shownAnything(intent.plan.choice(), intent.decision)) {
                Exposure exposure = exposure(intent, consents.getOrDefault(intent, 0L), now);
                exposures.add(exposure);
                intent.goesOn(exposure.getPseudonym(), traced);
            }
        }
        traces.over(traced, () -> outbox.put(Topic.EXPOSURES, Exposure::getPseudonym, exposures));
    }

    private Exposure exposure(Intent intent, long consentVersion, Instant now) {
        return Exposures.of(intent.plan, intent.decision, intent.recommendation, now)
                .setTenant(tenant)
                .setConsentVersion(consentVersion)
                .build();
    }
}
