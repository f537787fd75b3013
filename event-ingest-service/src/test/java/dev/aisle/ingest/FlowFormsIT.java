package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every form of an operator. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class FlowFormsIT {
    private static final String FLOW = "/console/flow";

    @Test
    void everyFormTakesAnythingAndLosesNothing() {
        ConsoleSession operator = ConsoleSession.as("operator");
        operator.get(FLOW);
        String name = "forms-" + UUID.randomUUID();
        assertThat(operator.post(FLOW + "/keys/new", Map.of("name", name)).statusCode())
                .isEqualTo(200);

        await().until(() -> operator.get(FLOW + "/keys/" + name).statusCode() == 200);

        new ConsoleForms(operator)
                .on(FLOW + "/keys/new", FLOW + "/keys/" + name, FLOW + "/refused/replay?code=invalid-field&span=hour")
                // Shown where there is a dead letter that can be replayed; nothing is typed into it.
                .coverTemplates(FLOW + "/letters");
    }
}
