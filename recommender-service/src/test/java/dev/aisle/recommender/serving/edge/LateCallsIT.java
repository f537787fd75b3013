package dev.aisle.recommender.serving.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are too late for their client, among calls that aren't, over one connection. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LateCallsIT {
    private static final Logger LOG = Logger.getLogger(LateCallsIT.class);
    private static final int CALLS = 2_000;
    private static final int LONGEST_MILLIS = 50;
    private static final int AT_ONCE = 8;
    private static final RecommendRequest REQUEST =
            RecommendRequest.newBuilder().setSize(10).build();

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    @Test
    void aLateCallEndsAsDeadlineExceededAndTakesNoOtherAlong() throws Exception {
        List<Future<Code>> late = new ArrayList<>();
        List<Future<Code>> patient = new ArrayList<>();

        try (Grpc grpc = new Grpc();
                ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            RecommenderBlockingStub stub = grpc.with(TestTokens.withRoles(Role.STOREFRONT));
            for (int i = 0; i < CALLS; i++) {
                int millis = 1 + i % LONGEST_MILLIS;
                late.add(callers.submit(ending(stub, millis)));
                if (i % AT_ONCE == 0) {
                    patient.add(callers.submit(ending(stub, 60_000)));
                }
            }
            LOG.infof("Deadlines of 1 to %d ms: %s, a minute: %s", LONGEST_MILLIS, counts(late), counts(patient));

            assertThat(counts(late).keySet()).isSubsetOf(Code.OK, Code.DEADLINE_EXCEEDED);
            assertThat(counts(patient).keySet()).containsExactly(Code.OK);
        }
    }

    private static Callable<Code> ending(RecommenderBlockingStub stub, int millis) {
        return () -> {
            try {
                stub.withDeadlineAfter(millis, TimeUnit.MILLISECONDS).recommend(REQUEST);
                return Code.OK;
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Code.DEADLINE_EXCEEDED) {
                    LOG.warn("A call ended otherwise", e);
                }
                return e.getStatus().getCode();
            }
        };
    }

    private static Map<Code, Long> counts(List<Future<Code>> calls) throws Exception {
        List<Code> codes = new ArrayList<>();
        for (Future<Code> call : calls) {
            codes.add(call.get());
        }
        return codes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
