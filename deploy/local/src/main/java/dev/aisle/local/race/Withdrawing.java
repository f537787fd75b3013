package dev.aisle.local.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Grants and withdraws as a consent banner does: again until it is answered, and a 202 is followed to its end. */
final class Withdrawing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private final ApiClient api;
    private final Histogram healthyMillis = new ConcurrentHistogram(3);
    private final LongAdder atOnce = new LongAdder();
    private final LongAdder later = new LongAdder();
    private volatile boolean healthy = true;

    Withdrawing(ApiClient api) {
        this.api = api;
    }

    /** From now on services die: times count no more. */
    void noLongerHealthy() {
        healthy = false;
    }

    /** Grants; the version that was given. */
    long grant(Consenting person) {
        return persist(Storefront.grant(person.customer(), List.of("personalization")), 201, 200, ACCEPTED)
                .json()
                .path("version")
                .asLong();
    }

    /** Returns when the withdrawal is in force everywhere; its version. */
    long withdraw(Consenting person) {
        boolean counts = healthy;
        Reply reply = persist(Storefront.withdraw(person.pseudonym(), "personalization"), OK, ACCEPTED);
        if (reply.status() == OK) {
            atOnce.increment();
            if (counts && healthy) {
                healthyMillis.recordValue(reply.millis());
            }
        } else {
            later.increment();
            follow(reply.json().path("statusUrl").asText());
        }
        return reply.json().path("version").asLong();
    }

    private void follow(String address) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> inForce(Call.get(Part.PRIVACY, address).as("storefront")),
                () -> "The withdrawal at " + address + " never came into force.");
    }

    private Optional<JsonNode> inForce(Call status) {
        try {
            return Optional.of(api.send(status).json())
                    .filter(answer -> "in-force".equals(answer.path("status").asText()));
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private Reply persist(Call call, int... wanted) {
        return Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> {
                    try {
                        return Optional.of(api.send(call)).filter(reply -> contains(wanted, reply.status()));
                    } catch (CommandFailure e) {
                        return Optional.<Reply>empty();
                    }
                },
                () -> call.method() + " of a consent was never answered as it should be.");
    }

    private static boolean contains(int[] wanted, int status) {
        for (int one : wanted) {
            if (one == status) {
                return true;
            }
        }
        return false;
    }

    long atOnce() {
        return atOnce.sum();
    }

    long later() {
        return later.sum();
    }

    Histogram healthyMillis() {
        return healthyMillis;
    }
}
