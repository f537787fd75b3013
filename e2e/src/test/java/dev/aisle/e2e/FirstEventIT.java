package dev.aisle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody says yes and looks at a product as soon as the answer is there: the view isn't lost. */
class FirstEventIT {
    private static final int PEOPLE = 1_000;
    private static final int AT_ONCE = 4;
    private static final PortPlan PORTS = new PortPlan(29280);
    private static final Stack STACK = new Stack(
            new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/first-event"), PORTS),
            new Progress(System.out));
    private static final ApiClient API = new ApiClient(PORTS);

    @BeforeAll
    static void start() {
        STACK.down();
        STACK.wipe();
        STACK.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.INGEST, Part.PRIVACY));
    }

    @AfterAll
    static void stop() {
        STACK.down();
    }

    @Test
    void ofAThousandViewsSentStraightAfterTheGrantNoneIsLost() {
        ObjectNode product = Json.object().put("productId", "tea-1").put("category", "Grocery > Tea");
        ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
        AtomicInteger known = new AtomicInteger();
        long[] waited = new long[PEOPLE];

        Lanes.run(AT_ONCE, lane -> {
            for (int i = lane; i < PEOPLE; i += AT_ONCE) {
                String customer = "first-" + i;
                long start = System.nanoTime();
                Reply granted = API.require(Storefront.grant(customer, List.of("analytics", "personalization")));
                waited[i] = System.nanoTime() - start;
                Reply viewed = API.once(Storefront.view(customer, product));
                // 202 says that a door may not know yet; a machine that is busy with something else may need it.
                if (granted.status() == 201) {
                    known.incrementAndGet();
                    if (viewed.json().path("accepted").asInt() != 1) {
                        lost.add(viewed.json().toString());
                    }
                }
            }
        });

        Arrays.sort(waited);
        System.out.printf(
                "FIGURE  a grant that the door goes by: p50 %d ms, p99 %d ms, longest %d ms of %,d, %d at once; %,d answered 201%n",
                millis(waited[PEOPLE / 2]),
                millis(waited[PEOPLE * 99 / 100]),
                millis(waited[PEOPLE - 1]),
                PEOPLE,
                AT_ONCE,
                known.get());
        assertThat(lost).isEmpty();
        assertThat(known.get()).isGreaterThan(PEOPLE / 2);
    }

    @Test
    void whoDoesNotWantToWaitIsToldThatNothingWasWaitedFor() {
        Call grant = Storefront.grant("hasty", List.of("analytics")).header("Prefer", "respond-async");

        assertThat(API.require(grant).status()).isEqualTo(201);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
