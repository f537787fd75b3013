package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes the broker or the database away from the service under test and gives it back. For tests with {@link OutageInfrastructure}. */
public final class Outages {
    static final String BROKER = "aisle.test.broker-pid";
    static final String DATABASE = "aisle.test.database-control";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Health is answered at once, whatever is away. */
    private static final RestAssuredConfig HURRIED = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.socket.timeout", 10_000)
                    .setParam("http.connection.timeout", 10_000));

    private Outages() {}

    /** Something that a test does while it is so. */
    public interface Meanwhile {
        void run() throws Exception;
    }

    /** Freezes the broker until the service's views count as silent, and lets it go on afterwards. */
    public static void withoutBroker(Meanwhile meanwhile) throws Exception {
        signal("-STOP");
        try {
            awaitViews("DOWN");
            meanwhile.run();
        } finally {
            signal("-CONT");
        }
        awaitViews("UP");
    }

    /** Cuts the line to the database, and mends it afterwards. */
    public static void withoutDatabase(Meanwhile meanwhile) throws Exception {
        with(CutLine.CUT, meanwhile);
    }

    /** Holds what passes between service and database, as a server does that froze, and lets it pass afterwards. */
    public static void withSilentDatabase(Meanwhile meanwhile) throws Exception {
        with(CutLine.HOLD, meanwhile);
    }

    private static void with(int fault, Meanwhile meanwhile) throws Exception {
        int control = ConfigProvider.getConfig().getValue(DATABASE, Integer.class);
        CutLine.tell(control, fault);
        try {
            meanwhile.run();
        } finally {
            CutLine.tell(control, CutLine.MEND);
        }
        Awaitility.await("a database that is there again, and a look at it")
                .during(Duration.ofSeconds(3))
                .until(() -> well("database answers").equals("UP"));
    }

    /** Waits until the service says that its database is away. */
    public static void databaseIsAway() {
        Awaitility.await("a database that is away")
                .atMost(PATIENCE)
                .until(() -> well("database answers").equals("DOWN"));
    }

    /** Asserts that the service keeps its endpoints and isn't started anew. */
    public static void staysInService() {
        for (String kind : new String[] {"ready", "live"}) {
            Response health = RestAssured.get("/q/health/" + kind);
            assertThat(health.statusCode()).as(health.asString()).isEqualTo(200);
        }
    }

    /** Asserts 503, when to ask again, and a problem that says nothing of the inside. */
    public static void isUnavailable(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(answer.asString()).matches("[1-9][0-9]*");
    }

    private static void awaitViews(String status) {
        // What the broker had said before may still be read.
        Awaitility.await("views that are " + status)
                .during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    Response health = RestAssured.given().config(HURRIED).get("/q/health/well");
                    assertThat(status(health, "consents and erasures current"))
                            .as(health.asString())
                            .isEqualTo(status);
                });
    }

    private static String well(String check) {
        return status(RestAssured.get("/q/health/well"), check);
    }

    private static String status(Response health, String check) {
        return health.jsonPath().param("name", check).getString("checks.find { it.name == name }.status");
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        String pid = ConfigProvider.getConfig().getValue(BROKER, String.class);
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }
}
