package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.consent;
import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A direct identifier lives in memory for as long as the call takes, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class NoIdentifierIT {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void noRawIdentifierIsInTheDatabaseInATopicOrInTheLog() throws SQLException {
        String mark = "wonderland" + UUID.randomUUID().toString().replace("-", "");
        String email = "alice@" + mark + ".example";
        LogMemory log = LogMemory.start();

        String pseudonym = useEverythingWith("email:" + email, mark);

        log.stop();
        assertThat(columnsWith(mark)).isEmpty();
        assertThat(columnsWith(pseudonym)).as("the scan finds what is there").isNotEmpty();
        for (Topic topic : new Topic[] {Topic.CONSENTS, Topic.ERASURES, Topic.ERASURE_RECEIPTS}) {
            assertThat(TestRecords.await(topic, 1, record -> pseudonym.equals(record.key()) || holds(record, mark)))
                    .isNotEmpty()
                    .noneMatch(record -> holds(record, mark));
        }
        assertThat(log.lines()).noneMatch(line -> line.contains(mark) || line.contains(pseudonym));
    }

    /** Good calls and bad ones; the idempotency key holds the identifier, as careless callers would have it. */
    private static String useEverythingWith(String subject, String mark) {
        String body = consent(subject, "personalization", "grant");
        String pseudonym = storefront()
                .header("Idempotency-Key", mark)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("subject");
        storefront().header("Idempotency-Key", mark).body(body).post("/v1/consents");
        storefront()
                .body("{\"questions\":[{\"subject\":\"" + subject + "\",\"purpose\":\"analytics\"}]}")
                .post("/v1/decisions")
                .then()
                .statusCode(200);
        byOpenDsr(subject.substring("email:".length()));
        storefront().body(body.replace("email:", "mail:")).post("/v1/consents");
        storefront().body(body + mark).post("/v1/consents");
        storefront().body(body.replace("personalization", mark)).post("/v1/consents");
        storefront().get("/v1/consents/" + subject);
        erase(subject);
        storefront().body(body).post("/v1/consents").then().statusCode(201);
        return pseudonym;
    }

    /** The body and the answer hold the identifier; nothing of either may stay. */
    private static void byOpenDsr(String email) {
        String body = "{\"regulation\":\"gdpr\",\"subject_request_id\":\"" + UUID.randomUUID()
                + "\",\"subject_request_type\":\"access\",\"submitted_time\":\"2018-10-02T15:00:00Z\","
                + "\"subject_identities\":[{\"identity_type\":\"email\",\"identity_value\":\"" + email
                + "\",\"identity_format\":\"raw\"}]}";
        storefront().body(body).post("/v2/requests").then().statusCode(201);
        storefront().body(body).post("/v2/requests").then().statusCode(201);
        storefront()
                .body(body.replace("2018", "2019"))
                .post("/v2/requests")
                .then()
                .statusCode(409);
        storefront()
                .body(body.replace("gdpr", email))
                .post("/v2/requests")
                .then()
                .statusCode(400);
        storefront()
                .body(body.replace("\"raw\"", email))
                .post("/v2/requests")
                .then()
                .statusCode(400);
        storefront().get("/v2/requests/" + email).then().statusCode(404);
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, String mark) {
        StringBuilder whole = new StringBuilder(record.key() == null ? "" : record.key());
        if (record.value() != null) {
            whole.append(new String(record.value(), StandardCharsets.ISO_8859_1));
        }
        record.headers().forEach(header -> whole.append(new String(header.value(), StandardCharsets.ISO_8859_1)));
        return whole.toString().contains(mark);
    }

    /** Every column of every table that holds the text, in whatever type. */
    private List<String> columnsWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String[] column : columns(connection)) {
                String value = column[2].equals("bytea")
                        ? "encode(\"" + column[1] + "\", 'escape')"
                        : "\"" + column[1] + "\"::text";
                try (Statement scan = connection.createStatement();
                        ResultSet rows = scan.executeQuery("select count(*) from \"" + column[0] + "\" where " + value
                                + " like '%" + text + "%'")) {
                    if (rows.next() && rows.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }

    private static List<String[]> columns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement list = connection.createStatement();
                ResultSet rows = list.executeQuery(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema"
                                + " = 'public'")) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        return columns;
    }

    /** Remembers what the service logs. */
    private static final class LogMemory extends Handler {
        private final List<String> lines = java.util.Collections.synchronizedList(new ArrayList<>());

        static LogMemory start() {
            LogMemory memory = new LogMemory();
            LogManager.getLogManager().getLogger("").addHandler(memory);
            return memory;
        }

        void stop() {
            LogManager.getLogManager().getLogger("").removeHandler(this);
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void publish(LogRecord record) {
            String parameters = record.getParameters() == null
                    ? ""
                    : List.of(record.getParameters()).toString();
            lines.add(record.getMessage() + parameters + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
