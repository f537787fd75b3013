package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import io.restassured.path.json.JsonPath;
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

    /** How many leaves there are, when nothing waits for its place any more. */
    static long settledSize() {
        await().until(() -> get("/v1/audit/verify").getLong("pending") == 0);
        return get("/v1/audit/verify").getLong("size");
    }
}
