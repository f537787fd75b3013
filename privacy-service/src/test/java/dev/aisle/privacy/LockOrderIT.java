package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.privacy.OlderKey.Customer;
import dev.aisle.privacy.shared.people.SubjectLock;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Calls that need the same people at the same time and come upon them in opposite orders: each has its answer. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LockOrderIT {
    private static final int ROUNDS = 100;

    @Inject
    OneAfterTheOther oneAfterTheOther;

    @Test
    void peopleWhoAreHeldOneAfterTheOtherInOppositeOrdersAreHeldByBoth()
            throws InterruptedException, ExecutionException {
        String one = "p1.k1." + UUID.randomUUID();
        String other = "p1.k1." + UUID.randomUUID();

        List<Integer> held = AtOnce.run(4, thread -> {
            int rounds = 0;
            while (rounds < ROUNDS) {
                rounds += thread % 2 == 0 ? oneAfterTheOther.hold(one, other) : oneAfterTheOther.hold(other, one);
            }
            return rounds;
        });

        assertThat(held).containsOnly(ROUNDS);
    }

    @Test
    void whoIsNamedByTheOlderAndByTheNewerKeyAtOnceIsAnsweredBothTimes()
            throws InterruptedException, ExecutionException {
        Customer customer = OlderKey.customer();
        Calls.say(customer.before(), "personalization", "grant");
        Calls.say(customer.reference(), "analytics", "grant");

        List<Integer> statuses = AtOnce.run(6, thread -> {
            int worst = 0;
            for (int round = 0; round < ROUNDS / 4; round++) {
                worst = Math.max(worst, ask(customer, thread));
            }
            return worst;
        });

        assertThat(statuses).allMatch(worst -> worst < 300);
    }

    private static int ask(Customer customer, int thread) {
        return switch (thread % 3) {
            case 0 ->
                Calls.storefront()
                        .body(Calls.consent(customer.reference(), "analytics", "grant"))
                        .post("/v1/consents")
                        .statusCode();
            case 1 ->
                Calls.storefront()
                        .body(Calls.consent(customer.before(), "analytics", "deny"))
                        .post("/v1/consents")
                        .statusCode();
            default ->
                Calls.storefront()
                        .delete("/v1/consents/" + customer.before() + "/personalization")
                        .statusCode();
        };
    }

    @Test
    void anErasureOfAPersonWhoseBrowsersSpeakAtTheSameTimeIsBegun() throws InterruptedException, ExecutionException {
        List<Integer> statuses = AtOnce.run(8, thread -> {
            int worst = 0;
            for (int round = 0; round < ROUNDS / 10; round++) {
                worst = Math.max(worst, eraseWhileTheBrowserSpeaks());
            }
            return worst;
        });

        assertThat(statuses).allMatch(worst -> worst < 300);
    }

    private static int eraseWhileTheBrowserSpeaks() {
        String customer = Calls.newCustomer();
        String anonymousId = UUID.randomUUID().toString();
        String known = Calls.grant(customer);
        Calls.grant("anonymous_id:" + anonymousId);
        VaultCalls.put(known, "{\"anonymousIds\":[\"" + anonymousId + "\"]}").statusCode(200);
        try {
            return AtOnce.run(
                            2,
                            thread -> thread == 0
                                    ? Calls.officer()
                                            .body("{\"subject\":\"" + customer + "\",\"type\":\"erasure\"}")
                                            .post("/v1/requests")
                                            .statusCode()
                                    : Calls.storefront()
                                            .body(Calls.consent("anonymous_id:" + anonymousId, "analytics", "deny"))
                                            .post("/v1/consents")
                                            .statusCode())
                    .stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElseThrow();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Holds two people as somebody does who finds out about the second one late. */
    @ApplicationScoped
    static class OneAfterTheOther {
        private final SubjectLock lock;

        OneAfterTheOther(SubjectLock lock) {
            this.lock = lock;
        }

        /** Returns 1, for it is a round. */
        @Transactional
        int hold(String first, String second) {
            lock.hold(first);
            lock.hold(second);
            return 1;
        }
    }
}
