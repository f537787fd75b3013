package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.officer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.privacy.rights.request.usecase.RunDueRequests;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DueRequestsIT {
    @Inject
    RunDueRequests runDueRequests;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void oneThatCannotBeginStopsNoOther() throws SQLException {
        String first = ask();
        String second = ask();
        detail(first, "{\"purposes\": 1}");

        begin(second);
        status(first, "pending");

        detail(first, "{}");
        begin(first);
    }

    /** Once more when nobody knew at first which browsers are the person's. */
    private void begin(String id) {
        await().pollInSameThread().untilAsserted(() -> {
            runDueRequests.run(Instant.now().plus(Duration.ofHours(2)));
            status(id, "in_progress");
        });
    }

    private static void status(String id, String expected) {
        officer().get("/v2/requests/" + id).then().body("request_status", equalTo(expected));
    }

    private static String ask() {
        String address = UUID.randomUUID() + "@shop.example";
        Calls.grant("email:" + address);
        return Calls.eraseByOpenDsr(address);
    }

    private void detail(String openDsrId, String details) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update subject_request set details = ?
                        where id in (select request_id from opendsr_part where subject_request_id = ?)
                        """)) {
            update.setString(1, details);
            update.setObject(2, UUID.fromString(openDsrId));
            update.executeUpdate();
        }
    }
}
