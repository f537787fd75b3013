package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What an auditor calls. */
final class AuditCalls {
    private AuditCalls() {}

    static JsonPath get(String path) {
        return Calls.as(Role.AUDITOR).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** The entries about a subject, when there are so many. */
    static List<Map<String, Object>> about(String pseudonym, int count) {
        await().untilAsserted(
                        () -> assertThat(get("/v1/audit?subject=" + pseudonym).getList("entries"))
                                .hasSizeGreaterThanOrEqualTo(count));
        return get("/v1/audit?subject=" + pseudonym).getList("entries");
    }

    /** How many leaves there are, when nothing waits for its place any more. Verifying takes longer the more heads there are: once. */
    static long settledSize() {
        await().until(() -> !waiting());
        return get("/v1/audit/verify").getLong("size");
    }

    private static boolean waiting() throws SQLException {
        try (Connection connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                Statement scan = connection.createStatement();
                ResultSet rows = scan.executeQuery("select exists (select from audit_pending)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
