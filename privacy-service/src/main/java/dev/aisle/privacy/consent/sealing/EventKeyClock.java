package dev.aisle.privacy.consent.sealing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries on what gives people keys for the log and takes them away, in whichever instance comes first. */
@ApplicationScoped
class EventKeyClock {
    private final GiveEventKeys giveEventKeys;
    private final EndEventKeys endEventKeys;
    private String lookedUpTo = "";

    EventKeyClock(GiveEventKeys giveEventKeys, EndEventKeys endEventKeys) {
        this.giveEventKeys = giveEventKeys;
        this.endEventKeys = endEventKeys;
    }

    @Scheduled(
            every = "${aisle.sealing.check-every:10s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOn() {
        boolean more = true;
        while (more) {
            more = giveEventKeys.giveNext();
        }
        String reached = giveEventKeys.rewrapNext("");
        while (!reached.isEmpty()) {
            reached = giveEventKeys.rewrapNext(reached);
        }
    }

    /** One step each time: a million people are looked at within a day, beside everything else. */
    @Scheduled(
            every = "${aisle.sealing.check-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForExpired() {
        lookedUpTo = endEventKeys.endNext(lookedUpTo);
    }
}
