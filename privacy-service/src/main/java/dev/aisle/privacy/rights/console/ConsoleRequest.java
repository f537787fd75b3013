package dev.aisle.privacy.rights.console;

import dev.aisle.privacy.rights.receipts.Receipt;
import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a page shows it. It doesn't name the person.
 *
 * @param now when it was read
 */
record ConsoleRequest(RequestState state, Instant now) {
    /** From when on a deadline is called near. */
    private static final Duration NEAR = Duration.ofDays(7);

    /** For how long after a request a page looks again by itself. */
    private static final Duration WATCHED = Duration.ofMinutes(2);

    /** A service and whether it has answered. */
    record Step(String service, String state, @Nullable Receipt receipt) {
        /** What it removed, in the order of the names. */
        public Map<String, Long> removed() {
            return receipt == null ? Map.of() : new TreeMap<>(receipt.removed());
        }
    }

    static ConsoleRequest of(RequestState state) {
        return new ConsoleRequest(state, Instant.now());
    }

    public String path() {
        return Page.REQUESTS.path() + "/" + state.id();
    }

    /** Where it is taken back. */
    public String cancellation() {
        return path() + "/cancellation";
    }

    /** Where a restriction is lifted. */
    public String lifting() {
        return path() + "/lifting";
    }

    public String typeKey() {
        return typeKey(state.type());
    }

    static String typeKey(RequestType type) {
        return "privacy_request_" + type.wireName();
    }

    public String statusKey() {
        return overdue() ? "late" : "privacy_state_" + state.status().wireName();
    }

    public String tone() {
        return overdue()
                ? "bad"
                : switch (state.status()) {
                    case AWAITING_VERIFICATION, PENDING -> "warn";
                    case IN_PROGRESS -> "accent";
                    case COMPLETED -> "good";
                    case CANCELLED -> "";
                };
    }

    /** The key of what it waits for. */
    public String waitKey() {
        return state.progress().waitingFor() == null
                ? "none"
                : "privacy_wait_" + state.progress().waitingFor().cause().wireName();
    }

    public boolean open() {
        return !state.status().isEnded();
    }

    public boolean overdue() {
        return open() && state.term().dueAt().isBefore(now);
    }

    /** Whole days to the deadline, negative after it. */
    public long daysLeft() {
        return Duration.between(now, state.term().dueAt()).toDays();
    }

    /** Which of the sentences about the deadline holds. */
    public String leftKey() {
        if (overdue()) {
            return "privacy_days_over";
        }
        return daysLeft() == 0 ? "privacy_today" : "privacy_days_left";
    }

    /** How many days the sentence tells. */
    public long days() {
        return Math.abs(daysLeft());
    }

    public boolean near() {
        return open() && state.term().dueAt().isBefore(now.plus(NEAR));
    }

    /** How much of the time is over, 0 to 1. */
    public double elapsed() {
        double whole = (double)
                Duration.between(state.term().requestedAt(), state.term().dueAt())
                        .toSeconds();
        double gone = (double) Duration.between(state.term().requestedAt(), now).toSeconds();
        return whole <= 0 ? 1 : Math.clamp(gone / whole, 0, 1);
    }

    public int answered() {
        return state.progress().answered().size();
    }

    public int services() {
        return answered() + state.progress().awaiting().size();
    }

    /** The services, those that have answered first. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String service : state.progress().answered()) {
            steps.add(new Step(service, "done", receiptOf(service)));
        }
        for (String service : state.progress().awaiting()) {
            steps.add(new Step(service, overdue() ? "late" : "waiting", null));
        }
        return steps;
    }

    private @Nullable Receipt receiptOf(String service) {
        return state.receipts().stream()
                .filter(receipt -> receipt.service().equals(service))
                .findFirst()
                .orElse(null);
    }

    public String verificationKey() {
        return "privacy_vouched_" + state.progress().verification().wireName();
    }

    /** Whether the services are answering just now, so that the page looks again by itself. */
    public boolean fresh() {
        return state.status() == RequestStatus.IN_PROGRESS
                && state.term().requestedAt().isAfter(now.minus(WATCHED));
    }

    public boolean cancellable() {
        return state.status().canBeCancelled();
    }

    public boolean awaitsOfficer() {
        return state.status() == RequestStatus.AWAITING_VERIFICATION;
    }

    /** Whether a reason may still give it more time, as far as the page knows; the use case has the last word. */
    public boolean extendable() {
        return open() && !overdue() && state.term().extendedBecause() == null;
    }

    public boolean liftable() {
        return state.type() == RequestType.RESTRICTION && state.status() == RequestStatus.COMPLETED;
    }

    public boolean hasArchive() {
        return state.type().isExport() && state.status() == RequestStatus.COMPLETED;
    }
}
